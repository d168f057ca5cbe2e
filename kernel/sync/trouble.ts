'use native';

/**
 * How often nobody took an interrupt of a line, and whether that is too often. Only interrupts that nobody
 * takes come here; how often the line interrupted at all is counted elsewhere, and handed in.
 *
 * A line is bad when, of the interrupts since the last look, at least half were of nobody; the look is at
 * every hundredth of those. So a line that is stuck is found within 200 of them, and one that is
 * shared, and wakes for nothing now and then, is not.
 */

import { type Atomic, fetchAdd, load, store } from 'native:atomic';

/** The unhandled interrupts between one look and the next. */
export const unhandledLimit = 100;

export class Trouble {
	private readonly unhandled: Atomic<u32>;
	private readonly handledThen: Atomic<u32>; // interrupts of the line at the last look

	/** How often nobody took an interrupt of this line, since `forget`. Ordering: relaxed, for reports. */
	count(): u32 {
		return load(this.unhandled, 'relaxed');
	}

	/** Counts one more; says whether it is time for `isBad`. Ordering: relaxed; it orders nothing else. */
	add(): boolean {
		return (fetchAdd(this.unhandled, 1, 'relaxed') + 1) % unhandledLimit === 0;
	}

	/**
	 * Was nobody interested in most of the interrupts since the last look? `total` is how often the line
	 * interrupted so far.
	 */
	isBad(total: u64): boolean {
		const since = u32(total) - load(this.handledThen, 'relaxed');
		store(this.handledThen, u32(total), 'relaxed');
		return since <= 2 * unhandledLimit;
	}

	/** Begins again: the line has a new handler, or was enabled again. Ordering: relaxed, as in `add`. */
	forget(total: u64): void {
		store(this.handledThen, u32(total), 'relaxed');
		store(this.unhandled, 0, 'relaxed');
	}
}
