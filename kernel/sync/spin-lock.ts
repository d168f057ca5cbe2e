'use native';

/**
 * `native:lock`: locks that wait by looking again, for what cannot be lock-free. `withLock` of
 * `native:section` masks interrupts, takes one, and frees it: then no handler of this hart can wait for
 * what the hart itself holds.
 *
 * Who finds the lock taken waits in the open, and who comes later lets those go first: until a waiting
 * hart is in, each other one is in at most once. It is no line by tickets, since the next in such a line
 * may be a hart that its emulator has put to sleep: who comes later is patient only while others take
 * what is free (docs/decisions/0013-shared-memory.md).
 *
 * The waiting loop reads plain memory only: under QEMU's instruction counting a loop that touches a
 * device would keep the other harts from running at all.
 */

import {
	type Atomic,
	compareExchange,
	fetchAnd,
	fetchOr,
	type Guarded,
	load,
	store,
} from 'native:atomic';
import { panic } from 'native:panic';
import { afterLock, beforeUnlock, pause } from '../arch/riscv64/barrier.ts';
import { currentHart } from '../arch/riscv64/hart.ts';

/** How often a hart sees the lock free and leaves it to those who wait already. */
const patience = 64;

export class SpinLock {
	private readonly holder: Atomic<u32>; // 1 + the hart that is in, or 0
	private readonly waiting: Atomic<u32>; // one bit for each hart that found the lock taken

	/** Takes the lock, and waits for it as long as it takes; panics if this hart has it. Runs: with interrupts off. */
	acquire(): void {
		if (load(this.waiting, 'relaxed') !== 0 || !this.tryAcquire()) this.wait(() => false);
	}

	/**
	 * Takes the lock, and waits for it until `isOver` says that there is nothing to wait for any more;
	 * `false` then. Runs: with interrupts off.
	 */
	acquireUnless(isOver: () => boolean): boolean {
		if (load(this.waiting, 'relaxed') === 0 && this.tryAcquire()) return true;
		return this.wait(isOver);
	}

	/**
	 * Takes the lock if it is free. Runs: with interrupts off.
	 *
	 * Ordering: a fence that is an acquire, pairs with the one in `release`, and orders devices as well,
	 * since locks here guard devices.
	 */
	tryAcquire(): boolean {
		if (!compareExchange(this.holder, 0, u32(currentHart()) + 1, 'relaxed')) return false;
		afterLock();
		return true;
	}

	/** Frees the lock. Ordering: a fence that is a release, for memory and devices. */
	release(): void {
		beforeUnlock();
		store(this.holder, 0, 'relaxed');
	}

	/** Only this hart writes its own number, so it finds that there only if it holds the lock itself. */
	private wait(isOver: () => boolean): boolean {
		const hart = u32(currentHart());
		if (load(this.holder, 'relaxed') === hart + 1) {
			panic('This hart waits for a lock that it holds itself.');
		}
		let looks: u32 = patience;
		while (load(this.waiting, 'relaxed') !== 0 && looks !== 0) {
			if (isOver()) return false;
			if (load(this.holder, 'relaxed') === 0) looks -= 1;
			pause();
		}
		fetchOr(this.waiting, u32(1) << hart, 'relaxed');
		let isIn = false;
		while (!isIn && !isOver()) {
			isIn = load(this.holder, 'relaxed') === 0 && this.tryAcquire();
			if (!isIn) pause();
		}
		fetchAnd(this.waiting, ~(u32(1) << hart), 'relaxed');
		return isIn;
	}
}

/** A `T` that is reached through its lock only: `withLock(locked, value => …)`. */
export class Locked<T extends object> {
	private readonly lock: SpinLock;
	private readonly value: Guarded<T, 'lock'>;

	/** Takes the lock and gives what it guards, until `release`. Runs: with interrupts off. */
	acquire(): T {
		this.lock.acquire();
		return this.value;
	}

	/** Frees the lock. The value is not used after this. */
	release(): void {
		this.lock.release();
	}
}
