'use native';

/** A word that boot/start.S waits on: once open it stays open. */

import { type Atomic, store } from 'native:atomic';

export class Gate {
	private readonly isOpen: Atomic<u32>;

	/** Lets the waiting harts on. Ordering: release, pairs with the fence in boot/start.S. */
	open(): void {
		store(this.isOpen, 1, 'release');
	}
}
