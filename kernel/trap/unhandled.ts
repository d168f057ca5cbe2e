'use native';

/**
 * Interrupts that nobody handles: counted, and masked before they keep a hart from everything else.
 * The console then says once which line it is. Registering a handler and enabling the line revives it.
 *
 * Runs: in the interrupt, on any hart.
 */

import { hartLocal } from 'native:hart';
import { exportSymbol } from 'native:link';
import { addressFrom, type FixedArray, pointerAt, zeroed } from 'native:memory';
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
import { deviceTree, hartCount } from '../platform/machine.ts';
import { lastSource, plic } from '../platform/qemu-virt.ts';
import type { HartCount } from '../sync/cell.ts';
import type { Trouble } from '../sync/trouble.ts';
import { writeFunction } from './backtrace.ts';
import { externalHandlers, externalRecords, lineLock, readCount, totalCount } from './tables.ts';

const troubles = zeroed<FixedArray<Trouble, 96>>(); // [source]

/** What nobody handled on this hart, ever. */
const externalUnhandled = hartLocal<FixedArray<HartCount, 96>>(); // [source]
const localUnhandled = hartLocal<FixedArray<HartCount, 8>>(); // [cause]

/** How often nobody handled `source` since a handler was last registered, or the line enabled. */
export function unhandledCount(source: u32): u64 {
	return source < troubles.length ? u64(troubles[source].count()) : 0;
}

/** How often nobody handled PLIC source `irq` on `hart`, of all that `interruptCount` says. */
export function unhandledOnHart(hart: u32, irq: u32): u64 {
	if (hart >= hartCount() || irq > lastSource) return 0;
	return readCount(addressFrom(externalUnhandled.value[irq]), hart);
}

/** How often nobody handled the local interrupt `cause` on `hart`, of all that `localInterruptCount` says. */
export function localUnhandledOnHart(hart: u32, cause: u32): u64 {
	if (hart >= hartCount() || cause >= 8) return 0;
	return readCount(addressFrom(localUnhandled.value[cause]), hart);
}

/** Forgets what nobody handled: the line has a new handler, or is to try again. */
export function forgetUnhandled(source: usize): void {
	if (source < troubles.length) troubles[source].forget(totalCount(u32(source)));
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

/**
 * Masks `source` if it has no handler, or only ones that take little of it: another hart may register one
 * meanwhile, which is why the lock is held. Says whether it did.
 */
function maskIfBad(source: usize): boolean {
	lineLock.acquire();
	const record = externalRecords.first(source);
	const isShared = record !== null && record.sharedHandler() !== null;
	const isBad =
		externalHandlers.peekHandler(source) === null ||
		(isShared && troubles[source].isBad(totalCount(u32(source))));
	if (isBad) plic.setPriority(source, 0);
	lineLock.release();
	return isBad;
}

/** Writes the handlers that share `source`; nothing if there are none. */
function writeHandlers(source: usize): void {
	let separator = '; its handlers: ';
	let record = externalRecords.first(source);
	while (record !== null) {
		const handler = record.sharedHandler();
		if (handler !== null) {
			consoleWrite(separator);
			writeFunction(addressFrom(handler));
			separator = ', ';
		}
		record = record.next();
	}
}

/**
 * Counts an external interrupt that nobody has handled. Source 0 is not one: a claim that found nothing.
 * The line is masked by its priority, not by its enable bit, or the completion would be ignored.
 */
export function unhandledExternal(source: usize): void {
	if (source === 0 || source >= troubles.length) return;
	externalUnhandled.value[source].increment();
	if (!troubles[source].add()) return;
	const count = troubles[source].count(); // it may be forgotten while this is written
	if (!maskIfBad(source)) return;
	lockConsole();
	startLine();
	consoleWrite('trapline: nobody handles ');
	writeSource(u32(source));
	consoleWrite(': masked after ');
	writeDecimal(u64(count));
	consoleWrite(' interrupts');
	writeHandlers(source);
	consoleWrite('\n');
	unlockConsole();
}
exportSymbol('unhandledExternal', unhandledExternal); // so that the dispatcher does not inline it

/** Masks a local interrupt without a handler at once: nothing would ever take it back. */
export function unhandledLocal(cause: usize): void {
	localUnhandled.value[cause % 8].increment();
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
