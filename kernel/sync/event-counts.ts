'use native';

/**
 * How often each line fired since its events were last taken, and which lines have any: a count per
 * line, so that no event is lost however long the reader takes, and nothing ever fills up.
 *
 * Any number of harts and handlers post, one reader takes.
 */

import { type Atomic, fetchAdd, fetchAnd, fetchOr, load, swap } from 'native:atomic';
import type { FixedArray } from 'native:memory';

/** The lines that can have events: 0 … 127. */
export const eventLines = 128;

export class EventCounts {
	private readonly counts: FixedArray<Atomic<u32>, 128>; // [line]
	private readonly ready: FixedArray<Atomic<u64>, 2>; // one bit for each line with events

	/**
	 * Counts one event; says whether the line had none before, so that the reader may be asleep.
	 *
	 * Ordering: the count first, the bit second, each with release: a reader that sees the bit sees the count,
	 * and one that sees the count, as soon as that, sees what the handler wrote for it.
	 */
	post(line: usize): boolean {
		if (line >= eventLines) return false;
		fetchAdd(this.counts[line], 1, 'release');
		const bit = u64(1) << u64(line % 64);
		return (fetchOr(this.ready[line / 64], bit, 'release') & bit) === 0;
	}

	/** Does any line have events? Ordering: relaxed, since `nextLine` looks again. */
	isAnyReady(): boolean {
		return (load(this.ready[0], 'relaxed') | load(this.ready[1], 'relaxed')) !== 0;
	}

	/**
	 * A line with events, the lowest first, or -1. Its bit is cleared, its count is not: an event that
	 * is posted in between shows up in this `take`, and then once more as a line with a count of 0.
	 *
	 * Ordering: acquire: the count is taken after the bit is cleared, or an event would get lost in between.
	 */
	nextLine(): i32 {
		for (let word: usize = 0; word < this.ready.length; word += 1) {
			const bits = load(this.ready[word], 'relaxed');
			if (bits === 0) continue;
			let index: usize = 0;
			while ((bits & (u64(1) << u64(index))) === 0) index += 1;
			fetchAnd(this.ready[word], ~(u64(1) << u64(index)), 'acquire');
			return i32(word * 64 + index);
		}
		return -1;
	}

	/** The events of `line` since the last call. Ordering: acquire, pairs with the count's release in `post`. */
	take(line: usize): u32 {
		if (line >= eventLines) return 0;
		return swap(this.counts[line], 0, 'acquire');
	}
}
