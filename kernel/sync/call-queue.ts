'use native';

/**
 * Calls from hart to hart for which nobody waits: for each hart a list, the newest call first, of
 * nodes from one static pool. Any hart or handler adds at any time; the hart itself takes the whole list
 * with one swap, so that no call is lost and none runs twice.
 *
 * A node that comes back into the list as its first while another hart is about to add does no harm:
 * what is added only has to point at what is first (no A→B→A).
 */

import { type Atomic, compareExchange, fetchAnd, fetchOr, load, store, swap } from 'native:atomic';
import { addressFrom, addressOf, type FixedArray, type Ptr, sizeOf } from 'native:memory';
import type { HartFunction } from './inbox.ts';

class QueuedCall {
	private readonly wanted: Atomic<HartFunction | null>;
	private readonly argument: Atomic<usize>;
	private readonly linked: Atomic<Ptr<QueuedCall> | null>;

	/** Ordering: relaxed throughout; adding to the list releases, taking it acquires. */
	fill(target: HartFunction, argument: usize): void {
		store(this.wanted, target, 'relaxed');
		store(this.argument, argument, 'relaxed');
	}

	function(): HartFunction | null {
		return load(this.wanted, 'relaxed');
	}

	operand(): usize {
		return load(this.argument, 'relaxed');
	}

	next(): Ptr<QueuedCall> | null {
		return load(this.linked, 'relaxed');
	}

	setNext(next: Ptr<QueuedCall> | null): void {
		store(this.linked, next, 'relaxed');
	}
}

/** What became of a call. */
export enum Queued {
	yes,
	closed, // the hart takes no calls
	full, // no node is free: as many calls wait as there are nodes
}

/** How many calls may wait, for all harts together. */
export const queuedCallLimit = 64;

export class CallQueues<H extends number> {
	private readonly newest: FixedArray<Atomic<Ptr<QueuedCall> | null>, H>; // null while closed
	private readonly end: QueuedCall; // ends every open list
	private readonly nodes: FixedArray<QueuedCall, 64>;
	private readonly used: Atomic<u64>; // a bit for each node

	/** Queues of `harts` harts, all closed. */
	constructor(_harts: H) {}

	/** `hart` takes calls from now on. Ordering: relaxed: a call carries what it needs, an open list nothing. */
	open(hart: usize): void {
		store(this.newest[hart], addressOf(this.end), 'relaxed');
	}

	/**
	 * Queues a call of `target(argument)` on `hart`.
	 *
	 * Ordering: release, pairs with `run`: the hart sees the call, and all that was written before.
	 */
	put(hart: usize, target: HartFunction, argument: usize): Queued {
		const node = this.takeNode();
		if (node === null) return Queued.full;
		node.fill(target, argument);
		for (;;) {
			const first = load(this.newest[hart], 'relaxed');
			if (first === null) {
				this.giveBack(node);
				return Queued.closed;
			}
			node.setNext(first);
			if (compareExchange(this.newest[hart], first, node, 'release')) return Queued.yes;
		}
	}

	/**
	 * Carries out what is queued for `hart`, the oldest first. Runs: on `hart`, which has its queue open.
	 *
	 * Ordering: acquire, pairs with `put`.
	 */
	run(hart: usize): void {
		const first = load(this.newest[hart], 'relaxed');
		if (first === null || first === addressOf(this.end)) return;
		this.carryOut(swap(this.newest[hart], addressOf(this.end), 'acquire'));
	}

	/** Takes no more calls for `hart`, and carries out those that came in time. Runs: as `run`. */
	close(hart: usize): void {
		this.carryOut(swap(this.newest[hart], null, 'acquire'));
	}

	/** Runs a list, oldest first. A node is free before its function runs, so that this may queue again. */
	private carryOut(newest: Ptr<QueuedCall> | null): void {
		let oldest: Ptr<QueuedCall> | null = null;
		let at = newest;
		while (at !== null && at !== addressOf(this.end)) {
			const following = at.next();
			at.setNext(oldest);
			oldest = at;
			at = following;
		}
		while (oldest !== null) {
			const target = oldest.function();
			const argument = oldest.operand();
			const following = oldest.next();
			this.giveBack(oldest);
			if (target !== null) target(argument);
			oldest = following;
		}
	}

	/**
	 * A node that nobody uses, or null. Ordering: relaxed, pairs with `giveBack`: the node is filled behind the
	 * branch on what this finds, and a store does not go before a branch that it is behind.
	 */
	private takeNode(): Ptr<QueuedCall> | null {
		for (let index: usize = 0; index < queuedCallLimit; index += 1) {
			const bit = u64(1) << u64(index);
			if ((load(this.used, 'relaxed') & bit) !== 0) continue;
			if ((fetchOr(this.used, bit, 'relaxed') & bit) === 0) return addressOf(this.nodes[index]);
		}
		return null;
	}

	/** Ends the use of a node. Ordering: release, so that it was read before it is written again. */
	private giveBack(node: Ptr<QueuedCall>): void {
		const index = (addressFrom(node) - addressFrom(this.nodes)) / sizeOf<QueuedCall>();
		fetchAnd(this.used, ~(u64(1) << u64(index)), 'release');
	}
}
