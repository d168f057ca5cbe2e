'use native';

/**
 * The clock, and one deadline for each hart. The deadline's interrupt goes to the handler that is
 * registered for the timer; how the event loop sleeps until a deadline of its own is in event.ts.
 */

import { hartLocal } from 'native:hart';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart } from '../arch/riscv64/hart.ts';
import {
	disableInterrupts,
	disableLocalInterrupt,
	enableLocalInterrupt,
	restoreInterrupts,
} from '../arch/riscv64/interrupts.ts';
import { clint, ticksPerSecond as clockTicksPerSecond } from '../platform/qemu-virt.ts';

/** A deadline that never comes. */
export const never = 0xffff_ffff_ffff_ffff;

const deadline = hartLocal<u64>(never); // of this hart's timer handler

/** Ticks since reset. */
export function monotonicTicks(): u64 {
	return clint.readTime();
}

/** Ticks in a second. */
export function ticksPerSecond(): u64 {
	return clockTicksPerSecond;
}

/** The deadline that `setTimer` has set on this hart, or `never`. */
export function timerDeadline(): u64 {
	return deadline.value;
}

/**
 * Interrupts this hart at `deadlineTicks`, or at once if that is past; takes its last deadline back.
 * Runs: also in the timer's own handler, which must call it or `stopTimer`, or it is called for ever.
 */
export function setTimer(deadlineTicks: u64): void {
	const previous = disableInterrupts();
	deadline.value = deadlineTicks;
	clint.setDeadline(currentHart(), deadlineTicks);
	enableLocalInterrupt(LocalInterrupt.timer);
	restoreInterrupts(previous);
}

/** Takes this hart's deadline back. */
export function stopTimer(): void {
	const previous = disableInterrupts();
	deadline.value = never;
	clint.setDeadline(currentHart(), never);
	disableLocalInterrupt(LocalInterrupt.timer);
	restoreInterrupts(previous);
}

/**
 * Sets the clock to wake this hart at `deadlineTicks` or at its timer's deadline, whichever is first.
 * Runs: with interrupts masked until `forgetWakeUp`.
 */
export function wakeAt(deadlineTicks: u64): void {
	const first = deadline.value < deadlineTicks ? deadline.value : deadlineTicks;
	clint.setDeadline(currentHart(), first);
	enableLocalInterrupt(LocalInterrupt.timer);
}

/** Ends what `wakeAt` began: only the timer's own deadline interrupts again. */
export function forgetWakeUp(): void {
	clint.setDeadline(currentHart(), deadline.value);
	if (deadline.value === never) disableLocalInterrupt(LocalInterrupt.timer);
}
