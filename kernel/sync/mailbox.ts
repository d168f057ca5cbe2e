'use native';

/**
 * One hart's requests to another: a word that says what to do and a word that says how much was done.
 * The pending bit of the software interrupt only wakes the other hart; it carries nothing, so several
 * senders, a plain wake-up and a spurious one cannot be confused with a request.
 *
 * A caller takes the mailbox, puts its request, waits for the answer count to move, and gives the
 * mailbox back (docs/decisions/0006-inter-processor-calls.md).
 */

import { type Atomic, compareExchange, load, store, swap } from 'native:atomic';

/** What a hart is asked to do: it runs on that hart, with interrupts off. */
export type HartFunction = (argument: usize) => void;

export class Mailbox {
	private readonly owner: Atomic<u32>; // 1 + the hart that uses the mailbox, 0 if it is free
	private readonly answers: Atomic<u32>; // requests that were carried out; written by the callee
	private readonly request: Atomic<HartFunction | null>;
	private readonly argument: Atomic<usize>; // belongs to the request, and is written before it

	/** Takes the mailbox for `caller` if it is free. Ordering: acquire, pairs with `giveBack`. */
	tryTake(caller: usize): boolean {
		return compareExchange(this.owner, 0, u32(caller) + 1, 'acquire');
	}

	/** Frees the mailbox for the next caller. Ordering: release, after the answer was seen. */
	giveBack(): void {
		store(this.owner, 0, 'release');
	}

	/**
	 * Puts a request; the answer goes to `isAnswered`.
	 *
	 * Ordering: release, pairs with the acquire in `serve`: the callee sees what the caller wrote.
	 */
	ask(target: HartFunction, argument: usize): u32 {
		const before = load(this.answers, 'relaxed');
		store(this.argument, argument, 'relaxed');
		store(this.request, target, 'release');
		return before;
	}

	/** Was the request carried out? Ordering: acquire, pairs with the release in `serve`. */
	isAnswered(before: u32): boolean {
		return load(this.answers, 'acquire') !== before;
	}

	/**
	 * Carries out the request, if there is one, and gives the caller, or -1. Runs: on the callee, with
	 * interrupts off. The caller is read before the answer, since it may be gone after that.
	 *
	 * Ordering: acquire on the request, release on the answer; whatever this hart did before it
	 * answered, leaving an interrupt handler for one, has happened for the caller.
	 */
	serve(): i32 {
		const target = swap(this.request, null, 'acquire');
		if (target === null) return -1;
		const caller = i32(load(this.owner, 'relaxed')) - 1;
		target(load(this.argument, 'relaxed'));
		store(this.answers, load(this.answers, 'relaxed') + 1, 'release');
		return caller;
	}
}
