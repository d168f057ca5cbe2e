'use native';

/** What a hart is to run outside of interrupts: one function at a time, from any hart to its owner. */

import { type Atomic, compareExchange, load, store } from 'native:atomic';
import type { HartFunction } from './inbox.ts';

enum State {
	free,
	filling,
	ready, // and until the function has returned
}

export class ProgramSlot {
	private readonly state: Atomic<u32>;
	private readonly target: Atomic<HartFunction | null>;
	private readonly argument: Atomic<usize>;

	/**
	 * Puts a function; `false` if the hart has one. Ordering: acquire, so that what the last one wrote is
	 * seen; release, pairs with `isReady`.
	 */
	put(target: HartFunction, argument: usize): boolean {
		if (!compareExchange(this.state, State.free, State.filling, 'acquire')) return false;
		store(this.target, target, 'relaxed');
		store(this.argument, argument, 'relaxed');
		store(this.state, State.ready, 'release');
		return true;
	}

	/** Is there a function to run? Ordering: acquire, pairs with `put`. */
	isReady(): boolean {
		return load(this.state, 'acquire') === State.ready;
	}

	/** Runs the function, and makes room for the next one. Ordering: release, pairs with `put`. */
	run(): void {
		const target = load(this.target, 'relaxed');
		if (target !== null) target(load(this.argument, 'relaxed'));
		store(this.state, State.free, 'release');
	}
}
