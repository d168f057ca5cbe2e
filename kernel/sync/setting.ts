'use native';

/** A small number that is changed and used under one lock, and looked at by anybody for reports. */

import { type Atomic, load, store } from 'native:atomic';

export class Setting {
	private readonly word: Atomic<u32>;

	/** The number. Ordering: relaxed; under the lock, that orders it. */
	get(): u32 {
		return load(this.word, 'relaxed');
	}

	/** Changes the number. Runs: under the lock. Ordering: relaxed, as in `get`. */
	set(value: u32): void {
		store(this.word, value, 'relaxed');
	}
}
