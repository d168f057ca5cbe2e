'use native';

/**
 * Interrupts that nobody handles: counted, and masked before they keep a hart from everything else.
 * The console then says once which line it is. Registering a handler and enabling the line revives it.
 *
 * Runs: in the interrupt, on any hart.
 */

import { exportSymbol } from 'native:link';
import { type FixedArray, pointerAt, zeroed } from 'native:memory';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart } from '../arch/riscv64/hart.ts';
import { disableLocalInterrupt } from '../arch/riscv64/interrupts.ts';
import {
	consoleWrite,
	lockConsole,
	startLine,
	unlockConsole,
	writeDecimal,
	writeUnlocked,
} from '../platform/console.ts';
import { nodeOfInterrupt } from '../platform/device-tree.ts';
import { deviceTree } from '../platform/machine.ts';
import { plic } from '../platform/qemu-virt.ts';
import type { Cell } from '../sync/cell.ts';
import { externalHandlers, lineLock } from './tables.ts';

/** A line is masked when nobody has handled it this often. */
export const unhandledLimit = 100;

const counts = zeroed<FixedArray<Cell, 128>>(); // [source], since a handler was last registered

/** How often nobody handled `source` since a handler was last registered. */
export function unhandledCount(source: u32): u64 {
	return source < counts.length ? counts[source].read() : 0;
}

/** Forgets what nobody handled: the line has a new handler. */
export function forgetUnhandled(source: usize): void {
	if (source < counts.length) counts[source].write(0);
}

/** Writes `plic source 10 (serial@10000000)`; the name is the device tree's, if it has one. */
export function writeSource(source: u32): void {
	lockConsole();
	consoleWrite('plic source ');
	writeDecimal(u64(source));
	const name = nodeOfInterrupt(deviceTree(), source);
	if (name !== 0) {
		consoleWrite(' (');
		const bytes = pointerAt<u8>(name);
		for (let index: usize = 0; bytes[index] !== 0; index += 1) writeUnlocked(bytes[index]);
		consoleWrite(')');
	}
	unlockConsole();
}

/** Masks `source`, unless it has a handler by now: another hart may register and enable it meanwhile. */
function maskUnlessHandled(source: usize): boolean {
	lineLock.acquire();
	const isUnhandled = externalHandlers.peekHandler(source) === null;
	if (isUnhandled) plic.setPriority(source, 0);
	lineLock.release();
	return isUnhandled;
}

/**
 * Counts an external interrupt without a handler. Source 0 is not one: a claim that found nothing.
 * The line is masked by its priority, not by its enable bit, or the completion would be ignored.
 */
export function unhandledExternal(source: usize): void {
	if (source === 0 || counts[source].add(1) + 1 !== unhandledLimit) return;
	if (!maskUnlessHandled(source)) return;
	lockConsole();
	startLine();
	consoleWrite('trapline: nobody handles ');
	writeSource(u32(source));
	consoleWrite(': masked after ');
	writeDecimal(unhandledLimit);
	consoleWrite(' interrupts\n');
	unlockConsole();
}
exportSymbol('unhandledExternal', unhandledExternal); // so that the dispatcher does not inline it

/** Masks a local interrupt without a handler at once: nothing would ever take it back. */
export function unhandledLocal(cause: usize): void {
	if (!disableLocalInterrupt(cause)) return;
	lockConsole();
	startLine();
	consoleWrite('trapline: nobody handles the ');
	consoleWrite(cause === LocalInterrupt.timer ? 'timer' : 'software');
	consoleWrite(' interrupt of hart ');
	writeDecimal(u64(currentHart()));
	consoleWrite(': masked\n');
	unlockConsole();
}
