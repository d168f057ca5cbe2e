'use native';

/**
 * The harts: starting them, and asking one of them to do something.
 *
 * A call is a request in the callee's mailbox and a software interrupt; the callee answers in the mailbox
 * and interrupts the caller, which sleeps meanwhile. A waiting hart answers calls to itself, so two that
 * call each other both go on. Within an interrupt a call is refused: handlers must not wait.
 */

import { exportVariable } from 'native:link';
import { type FixedArray, zeroed } from 'native:memory';
import { deviceBeforeMemory, memoryBeforeDevice, pause } from '../arch/riscv64/barrier.ts';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart, maxHarts } from '../arch/riscv64/hart.ts';
import {
	disableInterrupts,
	disableLocalInterrupt,
	enableLocalInterrupt,
	isLocalInterruptPending,
	restoreInterrupts,
	waitForInterrupt,
} from '../arch/riscv64/interrupts.ts';
import { isInInterrupt } from '../arch/riscv64/trap-state.ts';
import { consoleWrite, lockConsole, unlockConsole, writeDecimal } from '../platform/console.ts';
import { hartCount } from '../platform/machine.ts';
import { clint, ticksPerSecond } from '../platform/qemu-virt.ts';
import type { Cell } from '../sync/cell.ts';
import { Gate } from '../sync/gate.ts';
import type { HartFunction, Mailbox } from '../sync/mailbox.ts';

/** Where boot/start.S holds the harts back; linker.ld keeps it out of .bss, which hart 0 zeroes. */
const gate = new Gate();
exportVariable('hartsReleased', gate);

const mailboxes = zeroed<FixedArray<Mailbox, 8>>(); // [callee]
const online = zeroed<FixedArray<Cell, 8>>(); // [hart], 1 while it takes calls

/** Does `hart` exist, and does it take interrupts and calls? */
export function hartIsOnline(hart: usize): boolean {
	return hart < maxHarts && online[hart].read() !== 0;
}

/** This hart takes calls from now on. Hart 0 may be asleep until all have said so. */
export function goOnline(): void {
	online[currentHart()].write(1);
	interruptHart(0);
}

/** This hart takes no more calls, and nobody waits for it. */
export function goOffline(): void {
	online[currentHart()].write(0);
}

/** What this hart wrote is visible to `hart` when the interrupt arrives. */
function interruptHart(hart: usize): void {
	memoryBeforeDevice();
	clint.raiseSoftware(hart);
}

/** Interrupts `hart`, without a request; `false` if it is not online. */
export function sendIpi(hart: u32): boolean {
	if (!hartIsOnline(usize(hart))) return false;
	interruptHart(usize(hart));
	return true;
}

/**
 * The handler of the software interrupt. It is cleared first and served second: a request that
 * comes in between interrupts once more, and none is lost.
 */
export function serveCalls(): void {
	const hart = currentHart();
	clint.clearSoftware(hart);
	deviceBeforeMemory();
	const caller = mailboxes[hart].serve();
	if (caller >= 0) interruptHart(usize(caller));
}

/**
 * Runs `target(argument)` on `hart` with interrupts off, and returns when that is done. `false` if
 * `hart` is not online, and within an interrupt.
 */
export function callHartWith(hart: usize, target: HartFunction, argument: usize): boolean {
	const self = currentHart();
	if (!hartIsOnline(hart) || isInInterrupt(self)) return false;
	if (hart === self) {
		const previous = disableInterrupts();
		target(argument);
		restoreInterrupts(previous);
		return true;
	}
	while (!mailboxes[hart].tryTake(self)) serveWhileWaiting();
	const answersBefore = mailboxes[hart].ask(target, argument);
	interruptHart(hart);
	sleepUntilAnswered(hart, answersBefore);
	mailboxes[hart].giveBack();
	return true;
}

/** Runs `target(hart)` on `hart`: see `callHartWith`. */
export function callHart(hart: usize, target: HartFunction): boolean {
	return callHartWith(hart, target, hart);
}

/** One look at the own mailbox, for a caller that waits for another caller. */
function serveWhileWaiting(): void {
	const previous = disableInterrupts();
	if (isLocalInterruptPending(LocalInterrupt.software)) serveCalls();
	restoreInterrupts(previous);
	pause();
}

/** Interrupts are masked between the look and the sleep, or the answer could come in between. */
function sleepUntilAnswered(hart: usize, answersBefore: u32): void {
	const previous = disableInterrupts();
	while (!mailboxes[hart].isAnswered(answersBefore)) {
		waitForInterrupt();
		if (isLocalInterruptPending(LocalInterrupt.software)) serveCalls();
		restoreInterrupts(previous); // others are taken here, if they were before
		disableInterrupts();
	}
	restoreInterrupts(previous);
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
