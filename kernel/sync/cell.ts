'use native';

/**
 * One machine word that harts and handlers share: published by whoever writes it, seen whole by
 * whoever reads it. The plain variable of a world in which plain variables are not shared.
 */

import { type Atomic, compareExchange, fetchAdd, load, store, swap } from 'native:atomic';

export class Cell {
	private readonly word: Atomic<u64>;

	/** The word. Ordering: acquire, pairs with the release in `write`. */
	read(): u64 {
		return load(this.word, 'acquire');
	}

	/** Sets the word. Ordering: release, so that what was written before is visible with it. */
	write(value: u64): void {
		store(this.word, value, 'release');
	}

	/** Adds to the word, and gives what it was. Ordering: release, as in `write`. */
	add(amount: u64): u64 {
		return fetchAdd(this.word, amount, 'release');
	}

	/** Sets the word to 0, and gives what it was. Ordering: acquire, pairs with the release in `add`. */
	take(): u64 {
		return swap(this.word, 0, 'acquire');
	}

	/** Sets the word from 0 to `value`; `false` if another hart was first. Ordering: as in `write`. */
	claim(value: u64): boolean {
		return compareExchange(this.word, 0, value, 'acqRel');
	}
}

/**
 * A count with one writer, the hart it belongs to, so that counting needs no atomic read-modify-write.
 *
 * Ordering: relaxed, since a count says nothing about other memory.
 */
export class HartCount {
	private readonly count: Atomic<u64>;

	/** Counts one more. Runs: on the hart that owns the count, in a handler or with interrupts off. */
	increment(): void {
		store(this.count, load(this.count, 'relaxed') + 1, 'relaxed');
	}

	/** The count at this moment. */
	read(): u64 {
		return load(this.count, 'relaxed');
	}
}
