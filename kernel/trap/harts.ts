'use native';

/**
 * `native:harts`: starting the harts, running something on one of them, and taking one out of service.
 *
 * A hart runs handlers, calls from other harts (calls.ts) and, apart from hart 0, one program at a time
 * outside of interrupts; it sleeps when it has none.
 */

import { exportVariable } from 'native:link';
import { type FixedArray, zeroed } from 'native:memory';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart } from '../arch/riscv64/hart.ts';
import {
	disableInterrupts,
	disableLocalInterrupt,
	enableInterrupts,
	enableLocalInterrupt,
	halt,
	isLocalInterruptPending,
	waitForInterrupt,
} from '../arch/riscv64/interrupts.ts';
import { isInHandler } from '../arch/riscv64/trap-state.ts';
import {
	consoleWrite,
	holdsConsole,
	lockConsole,
	unlockConsole,
	writeDecimal,
} from '../platform/console.ts';
import { hartCount } from '../platform/machine.ts';
import { clint, ticksPerSecond } from '../platform/qemu-virt.ts';
import { Gate } from '../sync/gate.ts';
import type { HartFunction } from '../sync/inbox.ts';
import type { ProgramSlot } from '../sync/program-slot.ts';
import {
	callHarts,
	closeInbox,
	hartIsOnline,
	interruptHart,
	onlineHarts,
	openInbox,
	queueCall,
	serveCalls,
} from './calls.ts';
import { closeAllLines } from './lines.ts';
import { IrqResult } from './result.ts';

export type { HartFunction } from '../sync/inbox.ts';
export { hartIsOnline, queueCall } from './calls.ts';

/** Where boot/start.S holds the harts back; linker.ld keeps it out of .bss, which hart 0 zeroes. */
const gate = new Gate();
exportVariable('hartsReleased', gate);

const programs = zeroed<FixedArray<ProgramSlot, 8>>(); // [hart]

/** This hart takes calls from now on. Hart 0 may be asleep until all have said so. */
export function goOnline(): void {
	openInbox();
	interruptHart(0);
}

/** Interrupts `hart`, without asking for anything; `false` if it is not online. */
export function sendIpi(hart: u32): boolean {
	if (!hartIsOnline(usize(hart))) return false;
	interruptHart(usize(hart));
	return true;
}

/**
 * Runs `target(argument)` on `hart`, in its software interrupt, and returns when that is done. Gives
 * `noSuchHart` if it is not online, `insideHandler` and `holdsConsole`.
 */
export function callHart(hart: usize, target: HartFunction, argument: usize): IrqResult {
	if (!hartIsOnline(hart)) return IrqResult.noSuchHart;
	return callHarts(u32(1) << u32(hart), target, argument, false);
}

/** Runs `target(argument)` on every hart that is online, this one included: see `callHart`. */
export function callAllHarts(target: HartFunction, argument: usize): IrqResult {
	return callHarts(onlineHarts(), target, argument, false);
}

/** Runs `target(argument)` on every hart that is online but this one: see `callHart`. */
export function callOtherHarts(target: HartFunction, argument: usize): IrqResult {
	return callHarts(onlineHarts() & ~(u32(1) << u32(currentHart())), target, argument, false);
}

/** Queues a call for each of `harts`; stops at the first that does not fit. */
function queueCalls(harts: u32, target: HartFunction, argument: usize): IrqResult {
	for (let hart: usize = 0; hart < programs.length; hart += 1) {
		if ((harts & (u32(1) << u32(hart))) === 0) continue;
		if (queueCall(hart, target, argument) === IrqResult.queueFull) return IrqResult.queueFull;
	}
	return IrqResult.ok;
}

/** `queueCall` for every hart that is online, in order; `queueFull` if some of them will not run it. */
export function queueCallOnAll(target: HartFunction, argument: usize): IrqResult {
	return queueCalls(onlineHarts(), target, argument);
}

/** `queueCall` for every hart that is online but this one: see `queueCallOnAll`. */
export function queueCallOnOthers(target: HartFunction, argument: usize): IrqResult {
	return queueCalls(onlineHarts() & ~(u32(1) << u32(currentHart())), target, argument);
}

/**
 * Runs `program(argument)` on `hart` outside of interrupts, where it may wait, and does not wait for it.
 * Gives `noSuchHart` for hart 0, which runs `main`, and for one that is not online; `taken` while the hart
 * runs another program.
 */
export function startProgram(hart: usize, program: HartFunction, argument: usize): IrqResult {
	if (hart === 0 || !hartIsOnline(hart)) return IrqResult.noSuchHart;
	if (!programs[hart].put(program, argument)) return IrqResult.taken;
	interruptHart(hart);
	return IrqResult.ok;
}

/** What a hart other than hart 0 does for ever. Interrupts are masked from the look to the sleep. */
export function runPrograms(): never {
	const program = programs[currentHart()];
	for (;;) {
		disableInterrupts();
		if (!program.isReady()) waitForInterrupt();
		enableInterrupts();
		if (program.isReady()) program.run();
	}
}

/**
 * Takes this hart out of service for good: no line interrupts it any more, calls that came in time are carried
 * out, and nobody waits for it. Runs: in a program. Gives `noSuchHart` on hart 0, `insideHandler`, and
 * `holdsConsole`: nobody else would ever have it.
 */
export function leave(): IrqResult {
	const hart = currentHart();
	if (hart === 0) return IrqResult.noSuchHart;
	if (isInHandler(hart)) return IrqResult.insideHandler;
	if (holdsConsole()) return IrqResult.holdsConsole;
	disableInterrupts();
	closeAllLines(hart);
	disableLocalInterrupt(LocalInterrupt.timer);
	closeInbox();
	halt();
}

function isAnyoneMissing(): boolean {
	for (let hart: usize = 0; hart < usize(hartCount()); hart += 1) {
		if (!hartIsOnline(hart)) return true;
	}
	return false;
}

/**
 * Releases the harts that wait in boot/start.S, and sleeps until all are online, a second at most.
 * Runs: on hart 0, interrupts masked.
 */
export function startHarts(): void {
	goOnline();
	gate.open();
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) interruptHart(hart);
	const deadline = clint.readTime() + ticksPerSecond;
	clint.setDeadline(0, deadline);
	enableLocalInterrupt(LocalInterrupt.timer);
	while (isAnyoneMissing() && clint.readTime() < deadline) {
		waitForInterrupt();
		if (isLocalInterruptPending(LocalInterrupt.software)) serveCalls();
	}
	disableLocalInterrupt(LocalInterrupt.timer);
	clint.setDeadline(0, 0xffff_ffff_ffff_ffff);
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) {
		if (hartIsOnline(hart)) continue;
		lockConsole();
		consoleWrite('trapline: hart ');
		writeDecimal(u64(hart));
		consoleWrite(' does not start\n');
		unlockConsole();
	}
}
