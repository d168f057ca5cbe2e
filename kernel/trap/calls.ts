'use native';

/**
 * Asking other harts to do something: with waiting, one call at a time from each hart, to any set of
 * harts; and without. What is asked runs in the software interrupt of the hart that is asked, so it is a
 * handler like any other (docs/interrupts.md, docs/decisions/0006-inter-processor-calls.md).
 */

import { type FixedArray, zeroed } from 'native:memory';
import {
	deviceBeforeMemory,
	memoryBeforeDevice,
	writeBeforeRead,
} from '../arch/riscv64/barrier.ts';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart, maxHarts } from '../arch/riscv64/hart.ts';
import {
	disableInterrupts,
	enableInterrupts,
	enableOnly,
	restoreInterrupts,
	restoreKinds,
	waitForInterrupt,
} from '../arch/riscv64/interrupts.ts';
import { isInHandler } from '../arch/riscv64/trap-state.ts';
import { holdsConsole } from '../platform/console.ts';
import { clint } from '../platform/qemu-virt.ts';
import { CallQueues, Queued } from '../sync/call-queue.ts';
import type { HartFunction, Inbox, WaitedCall } from '../sync/inbox.ts';
import { holdBack, letThrough, letThroughHere } from './lines.ts';
import { IrqResult } from './result.ts';

const inboxes = zeroed<FixedArray<Inbox, 8>>(); // [callee]
const waitedCalls = zeroed<FixedArray<WaitedCall, 8>>(); // [caller]
const queues = new CallQueues(8); // [callee]

/** Does `hart` exist, and does it take interrupts and calls? */
export function hartIsOnline(hart: usize): boolean {
	return hart < maxHarts && inboxes[hart].isOpen();
}

/** The harts that are online, a bit for each. */
export function onlineHarts(): u32 {
	let harts: u32 = 0;
	for (let hart: usize = 0; hart < maxHarts; hart += 1) {
		if (inboxes[hart].isOpen()) harts |= u32(1) << u32(hart);
	}
	return harts;
}

/** What this hart wrote is visible to `hart` when the interrupt arrives. */
export function interruptHart(hart: usize): void {
	memoryBeforeDevice();
	clint.raiseSoftware(hart);
}

/**
 * This hart takes calls from now on. Runs: with interrupts masked. Whoever changes a slot and then finds this
 * inbox closed does not ask; so this hart, which may run handlers from now on, must see the slot changed.
 */
export function openInbox(): void {
	queues.open(currentHart());
	inboxes[currentHart()].open();
	writeBeforeRead();
}

/**
 * This hart takes no more calls: those that came in time are carried out, later ones are refused. Runs:
 * with interrupts masked, for good.
 */
export function closeInbox(): void {
	const hart = currentHart();
	const callers = inboxes[hart].close();
	queues.close(hart);
	answerCallers(hart, callers);
}

/**
 * This hart answers nobody any more, and whoever waits for it need not: it panics, and may have been in the
 * middle of a call.
 */
export function abandonCalls(): void {
	const hart = currentHart();
	inboxes[hart].close();
	for (let caller: usize = 0; caller < maxHarts; caller += 1) {
		if (waitedCalls[caller].answer(hart)) interruptHart(caller);
	}
}

function answerCallers(hart: usize, callers: u32): void {
	for (let caller: usize = 0; caller < maxHarts; caller += 1) {
		if ((callers & (u32(1) << u32(caller))) === 0) continue;
		if (waitedCalls[caller].carryOut(hart)) interruptHart(caller);
	}
}

/**
 * The handler of the software interrupt. It is cleared first and served second: what is asked in between
 * interrupts once more, and nothing is lost. Callers are looked for before the queue, so that what a
 * caller queued before it asked with waiting is carried out first.
 */
export function serveCalls(): void {
	const hart = currentHart();
	clint.clearSoftware(hart);
	deviceBeforeMemory();
	const callers = inboxes[hart].take();
	queues.run(hart);
	if (callers === 0) return;
	letThroughHere(callers);
	answerCallers(hart, callers);
}

/**
 * Runs `target(argument)` on each of `harts`, a bit for each, and returns when all have done it; those that
 * are not online are left out. With `isUrgent`, this hart does nothing but answer calls meanwhile; without,
 * it takes the interrupts that it took before. Gives `insideHandler`, `holdsConsole`.
 */
export function callHarts(
	harts: u32,
	target: HartFunction,
	argument: usize,
	isUrgent: boolean,
): IrqResult {
	const self = currentHart();
	if (isInHandler(self)) return IrqResult.insideHandler;
	if (holdsConsole()) return IrqResult.holdsConsole;
	const call = waitedCalls[self];
	const asked = harts & onlineHarts();
	call.prepare(target, argument, asked);
	holdBack(asked);
	for (let hart: usize = 0; hart < maxHarts; hart += 1) {
		if ((asked & (u32(1) << u32(hart))) === 0) continue;
		if (inboxes[hart].ask(self)) interruptHart(hart);
		else call.answer(hart);
	}
	const previous = disableInterrupts();
	const isAlone = isUrgent || previous === 0;
	const kinds = isAlone ? enableOnly(LocalInterrupt.software) : 0;
	// Interrupts are masked from the look to the sleep, or the answer could come in between.
	while (!call.isAnswered()) {
		waitForInterrupt();
		enableInterrupts(); // a call to this hart is served here
		disableInterrupts();
	}
	if (isAlone) restoreKinds(kinds);
	restoreInterrupts(previous);
	letThrough(asked);
	return IrqResult.ok;
}

/**
 * Runs `target(argument)` on `hart` soon, and does not wait for it. Runs: in handlers, too. Gives
 * `noSuchHart` if it is not online, and `queueFull`: then it will not run.
 */
export function queueCall(hart: usize, target: HartFunction, argument: usize): IrqResult {
	if (!hartIsOnline(hart)) return IrqResult.noSuchHart;
	const queued = queues.put(hart, target, argument);
	if (queued === Queued.full) return IrqResult.queueFull;
	if (queued === Queued.closed) return IrqResult.noSuchHart;
	interruptHart(hart);
	return IrqResult.ok;
}
