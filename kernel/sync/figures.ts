'use native';

/**
 * The last and the greatest of some figures that one hart takes, and any hart reads.
 *
 * Ordering: relaxed. A figure says nothing about other memory, nor the last one about the greatest.
 */

import { type Atomic, load, store } from 'native:atomic';

export class Figures {
	private readonly latest: Atomic<u64>;
	private readonly highest: Atomic<u64>;

	/** Takes one more. Runs: on the hart that owns the figures, in a handler or with interrupts off. */
	note(figure: u64): void {
		store(this.latest, figure, 'relaxed');
		if (figure > load(this.highest, 'relaxed')) store(this.highest, figure, 'relaxed');
	}

	/** The figure that was taken last; 0 if there was none. */
	last(): u64 {
		return load(this.latest, 'relaxed');
	}

	/** The greatest figure so far; 0 if there was none. */
	greatest(): u64 {
		return load(this.highest, 'relaxed');
	}
}
