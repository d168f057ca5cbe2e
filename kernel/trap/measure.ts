'use native';

/**
 * How long handlers take, and how late the timer is, by hart and line: in an image that was built with
 * `MEASURE=1`. Nothing of this is in any other, and its dispatch has not one instruction for it.
 *
 * A duration is in cycles of `mcycle`, from before the slot is read to the last handler's return; an interrupt
 * that no slot takes has none. QEMU counts instructions in `mcycle` with `-icount shift=0`, and ticks of the host's
 * clock without. Cycles, since a tick of `mtime` is longer than most handlers.
 *
 * Lateness is in ticks of `mtime`, what deadlines are made of: from the deadline to the dispatch.
 *
 * [PRIV] "Hardware Performance Monitor", "Machine Timer (mtime and mtimecmp) Registers".
 */

import { hartLocal } from 'native:hart';
import { isMeasured } from 'native:measure';
import { addressFrom, type FixedArray, type Ptr, pointerAt } from 'native:memory';
import { readCycles } from '../arch/riscv64/count.ts';
import { addressOnHart, currentHart } from '../arch/riscv64/hart.ts';
import { hartCount } from '../platform/machine.ts';
import { clint, lastSource } from '../platform/qemu-virt.ts';
import type { Figures } from '../sync/figures.ts';

/** By PLIC source, and behind those by the cause of a local interrupt. */
const durations = hartLocal<FixedArray<Figures, 104>>(); // [source], [firstLocal + cause]
const firstLocal = 96;
const causes = 8; // the timer, 7, is the last
const lateness = hartLocal<Figures>();

/** The time at which a handler is looked for; 0 in an image that does not measure. */
export function startOfHandler(): u64 {
	return isMeasured ? readCycles() : 0;
}

/** Ends what `startOfHandler` began: the handler of PLIC source `irq` has returned. */
export function endOfHandler(irq: usize, start: u64): void {
	if (!isMeasured || irq > lastSource) return;
	durations.value[irq].note(readCycles() - start);
}

/** The same for the handler of a local interrupt, 3 or 7. */
export function endOfLocalHandler(cause: usize, start: u64): void {
	if (isMeasured) durations.value[firstLocal + cause].note(readCycles() - start);
}

/** Notes how late the timer interrupt is. Runs: before its handler, which sets the next deadline. */
export function noteLateness(): void {
	if (!isMeasured) return;
	const deadline = clint.deadline(currentHart());
	const now = clint.readTime();
	lateness.value.note(now > deadline ? now - deadline : 0);
}

/** The figures of another hart. Safety: its block is laid out like this hart's, and never freed. */
function figuresAt(ownAddress: usize, hart: u32): Ptr<Figures> {
	return pointerAt<Figures>(addressOnHart(ownAddress, usize(hart)));
}

function durationsOf(hart: u32, index: usize): Ptr<Figures> {
	return figuresAt(addressFrom(durations.value[index]), hart);
}

/** The cycles that the handlers of PLIC source `irq` took on `hart` when they ran last; 0 if that is not known. */
export function lastDuration(hart: u32, irq: u32): u64 {
	if (!isMeasured || hart >= hartCount() || irq > lastSource) return 0;
	return durationsOf(hart, usize(irq)).last();
}

/** The most cycles that they ever took: see `lastDuration`. */
export function greatestDuration(hart: u32, irq: u32): u64 {
	if (!isMeasured || hart >= hartCount() || irq > lastSource) return 0;
	return durationsOf(hart, usize(irq)).greatest();
}

/** The cycles that the handler of the local interrupt `cause` took on `hart` when it ran last; 0 as above. */
export function lastLocalDuration(hart: u32, cause: u32): u64 {
	if (!isMeasured || hart >= hartCount() || cause >= causes) return 0;
	return durationsOf(hart, firstLocal + usize(cause)).last();
}

/** The most cycles that it ever took: see `lastLocalDuration`. */
export function greatestLocalDuration(hart: u32, cause: u32): u64 {
	if (!isMeasured || hart >= hartCount() || cause >= causes) return 0;
	return durationsOf(hart, firstLocal + usize(cause)).greatest();
}

/** How many ticks after its deadline the last timer interrupt of `hart` was dispatched; 0 as above. */
export function lastLateness(hart: u32): u64 {
	if (!isMeasured || hart >= hartCount()) return 0;
	return figuresAt(addressFrom(lateness.value), hart).last();
}

/** The most ticks that one ever was late: see `lastLateness`. */
export function greatestLateness(hart: u32): u64 {
	if (!isMeasured || hart >= hartCount()) return 0;
	return figuresAt(addressFrom(lateness.value), hart).greatest();
}

/** Does this image measure? In one that does not, all of the above are 0. */
export function measuresHandlers(): boolean {
	return isMeasured;
}
