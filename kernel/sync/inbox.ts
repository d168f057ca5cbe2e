'use native';

/**
 * Calls from hart to hart for which the caller waits. A caller has one such call at a time, to any set
 * of harts: what to do, and a bit for each hart that has not answered yet. Each hart has an inbox: a bit
 * for each caller that wants something. The pending bit of the software interrupt only wakes; it
 * carries nothing (docs/decisions/0006-inter-processor-calls.md).
 *
 * An inbox is open while its hart takes calls. Closing it and taking what is in it is one operation, so
 * a call is either refused at once or answered, and never left lying.
 */

import { type Atomic, fetchAnd, fetchOr, load, store, swap } from 'native:atomic';

/** What a hart is asked to do: it runs on that hart, in its software interrupt. */
export type HartFunction = (argument: usize) => void;

/** The one call that a hart waits for. Written by its caller, answered by others. */
export class WaitedCall {
	private readonly target: Atomic<HartFunction | null>;
	private readonly argument: Atomic<usize>;
	private readonly waiting: Atomic<u32>; // a bit for each hart that has not answered

	/**
	 * Says what is to be done, and by which harts. Runs: on the caller, whose last call is over.
	 *
	 * Ordering: relaxed, since the harts look here only after `Inbox.ask`, which releases.
	 */
	prepare(target: HartFunction, argument: usize, harts: u32): void {
		store(this.target, target, 'relaxed');
		store(this.argument, argument, 'relaxed');
		store(this.waiting, harts, 'relaxed');
	}

	/** Has every hart answered? Ordering: acquire, pairs with `answer`. */
	isAnswered(): boolean {
		return load(this.waiting, 'acquire') === 0;
	}

	/**
	 * Does what is asked; says whether this was the last answer. Runs: on `hart`, which has taken the
	 * caller's bit from its inbox.
	 */
	carryOut(hart: usize): boolean {
		const target = load(this.target, 'relaxed');
		if (target !== null) target(load(this.argument, 'relaxed'));
		return this.answer(hart);
	}

	/**
	 * Takes `hart` out of those that are waited for; says whether it was the last one.
	 *
	 * Ordering: release, so that whatever the hart did before, leaving an interrupt handler for one, has
	 * happened for the caller. Each answer reads the one before, so that holds for all of them.
	 */
	answer(hart: usize): boolean {
		const bit = u32(1) << u32(hart);
		return fetchAnd(this.waiting, ~bit, 'release') === bit;
	}
}

const open = 0x8000_0000;

/** Who wants something of one hart. */
export class Inbox {
	private readonly callers: Atomic<u32>; // a bit for each caller, and `open`

	/** Takes calls from now on. Ordering: release, so that the hart is seen ready. */
	open(): void {
		store(this.callers, open, 'release');
	}

	/** Does the hart take calls? Ordering: acquire, pairs with `open`. */
	isOpen(): boolean {
		return (load(this.callers, 'acquire') & open) !== 0;
	}

	/**
	 * Puts the bit of `caller`; `false` if the inbox is closed, and then nobody will look at it.
	 *
	 * Ordering: release, pairs with `take`: the hart sees the call, and all that was written before.
	 */
	ask(caller: usize): boolean {
		return (fetchOr(this.callers, u32(1) << u32(caller), 'release') & open) !== 0;
	}

	/** Takes the bits of all callers. Runs: on the hart that owns it. Ordering: acquire, pairs with `ask`. */
	take(): u32 {
		return fetchAnd(this.callers, open, 'acquire') & ~open;
	}

	/**
	 * Takes no more calls, and gives the bits of those that came in time. Ordering: acquire, as in `take`;
	 * release, so that whoever sees the inbox closed sees what the hart's handlers have done.
	 */
	close(): u32 {
		return swap(this.callers, 0, 'acqRel') & ~open;
	}
}
