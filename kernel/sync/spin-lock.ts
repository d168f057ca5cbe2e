'use native';

/**
 * A lock that waits by looking again. Whoever holds it must have interrupts masked, or a handler on
 * the same hart could wait for ever; and must hold it briefly, since other harts burn time.
 *
 * The waiting loop reads plain memory only: under QEMU's instruction counting a loop that touches a
 * device would keep the other harts from running at all.
 */

import { type Atomic, load, store, swap } from 'native:atomic';
import { deviceBeforeUnlock, lockBeforeDevice, pause } from '../arch/riscv64/barrier.ts';

export class SpinLock {
	private readonly held: Atomic<u32>;

	/**
	 * Takes the lock if it is free. Ordering: acquire, pairs with the release in `release`; and a fence,
	 * since locks here guard devices, of which an acquire says nothing.
	 */
	tryAcquire(): boolean {
		if (swap(this.held, 1, 'acquire') !== 0) return false;
		lockBeforeDevice();
		return true;
	}

	/** Takes the lock, and waits for it as long as it takes. Runs: with interrupts off. */
	acquire(): void {
		while (!this.tryAcquire()) {
			// Looking is cheaper than swapping: the line of memory stays where it is.
			while (load(this.held, 'relaxed') !== 0) pause();
		}
	}

	/** Frees the lock. Ordering: release and a fence, so that the next holder sees what this one wrote, to devices too. */
	release(): void {
		deviceBeforeUnlock();
		store(this.held, 0, 'release');
	}
}
