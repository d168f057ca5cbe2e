'use native';

/**
 * Events: what interrupt handlers tell the event loop on hart 0. An event is a count per line, so none
 * is lost, none needs memory, and posting never waits (docs/decisions/0004-events.md).
 */

import { addressFrom } from 'native:memory';
import { currentHart } from '../arch/riscv64/hart.ts';
import {
	disableInterrupts,
	enableInterrupts,
	restoreInterrupts,
	waitForInterrupt,
} from '../arch/riscv64/interrupts.ts';
import { lastSource } from '../platform/qemu-virt.ts';
import { EventCounts } from '../sync/event-counts.ts';
import { sendIpi } from '../trap/harts.ts';
import { disable, enable, handlerAddress, IrqResult, register, unregister } from '../trap/irq.ts';
import { forgetWakeUp, monotonicTicks, wakeAt } from './time.ts';

const events = new EventCounts();

/**
 * Counts one event of `line`, 0 … 127. Runs: on any hart, in handlers too. The loop's hart notices by
 * itself if it is the one; otherwise it may be asleep and is woken.
 */
export function postEvent(line: usize): void {
	if (events.post(line) && currentHart() !== 0) sendIpi(0);
}

/** The events of `line` since the last call; 0 if there were none. */
export function takeEvents(line: u32): u32 {
	return events.take(usize(line));
}

/** A line that has had events since it was last given here, or -1. Its count may be 0 by now. */
export function nextReadyLine(): i32 {
	return events.nextLine();
}

/**
 * Sleeps until an event is pending or `deadlineTicks` is reached. Runs: on hart 0, outside of
 * interrupts.
 *
 * Interrupts are masked from the look to the sleep, and a pending one ends the sleep all the same; so
 * what is posted after the look wakes the hart. It is taken between enabling and disabling: a write to
 * mstatus is followed by a look at what is pending. [PRIV] "Machine Interrupt (mip and mie) Registers"
 */
export function waitForEvent(deadlineTicks: u64): void {
	const previous = disableInterrupts();
	while (!events.isAnyReady() && monotonicTicks() < deadlineTicks) {
		wakeAt(deadlineTicks);
		waitForInterrupt();
		forgetWakeUp();
		enableInterrupts();
		disableInterrupts();
	}
	restoreInterrupts(previous);
}

/** The handler of a line that only has listeners. It does not quiet the device: it does not know it. */
function postLine(irq: usize): void {
	postEvent(irq);
}

/**
 * Lets `line` interrupt hart 0, and posts an event each time unless it has a handler of its own, whose
 * business that is then. `false` if there is no such line.
 */
export function listen(line: u32): boolean {
	if (line === 0 || line > lastSource) return false;
	register(usize(line), postLine); // or it has a handler
	return enable(usize(line), 0) === IrqResult.ok;
}

/** Ends what `listen` began; a line with a handler of its own stays enabled. */
export function unlisten(line: u32): boolean {
	if (line === 0 || line > lastSource) return false;
	if (handlerAddress(line, 0) !== addressFrom(postLine)) return true;
	disable(usize(line));
	unregister(usize(line));
	return true;
}
