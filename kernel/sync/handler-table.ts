'use native';

/**
 * A lock-free table of handlers: a fixed number of slots in static memory, each a code pointer or
 * empty. Harts register, handle and unregister at the same time, interrupt handlers included.
 *
 * `handle` stores nothing that other harts see, so it neither waits nor makes anyone wait. A handler
 * that was just unregistered may still be running on another hart. The contract is that of the Rust
 * crate `handler_table`, with the orderings made whole (docs/decisions/0002-slot-representation.md).
 */

import { type Atomic, compareExchange, load, swap } from 'native:atomic';
import type { FixedArray } from 'native:memory';

/** What a slot holds. It runs in the interrupt: it must return soon, and it cannot block. */
export type Handler = (irq: usize) => void;

export class HandlerTable<N extends number> {
	private readonly slots: FixedArray<Atomic<Handler | null>, N>;

	/** A table of `size` empty slots. */
	constructor(_size: N) {}

	/**
	 * Puts `handler` into an empty slot; `false` if `index` is out of range or the slot is taken.
	 *
	 * Ordering: release, so that what this hart wrote before is visible to whoever handles; acquire,
	 * so that what the slot's last owner wrote before it unregistered is visible here.
	 * Expect: lr.d.aq, sc.d.rl.
	 */
	registerHandler(index: usize, handler: Handler): boolean {
		if (index >= this.slots.length) return false;
		return compareExchange(this.slots[index], null, handler, 'acqRel');
	}

	/**
	 * Calls the handler of `index` with `index`; `false` if it is out of range or the slot is empty.
	 *
	 * Ordering: acquire, pairs with the release in `registerHandler`. Expect: ld, fence r,rw.
	 */
	handle(index: usize): boolean {
		if (index >= this.slots.length) return false;
		const handler = load(this.slots[index], 'acquire');
		if (handler === null) return false;
		handler(index);
		return true;
	}

	/**
	 * Empties a slot and gives what was in it; `null` if that was nothing, or out of range.
	 *
	 * Ordering: release, pairs with the acquire of the next `registerHandler`; acquire, so that the
	 * caller sees what the handler's owner wrote. Expect: amoswap.d.aqrl.
	 */
	unregisterHandler(index: usize): Handler | null {
		if (index >= this.slots.length) return null;
		return swap(this.slots[index], null, 'acqRel');
	}

	/** The handler of `index` at this moment, for reports. Ordering: relaxed, since nobody calls it. */
	peekHandler(index: usize): Handler | null {
		if (index >= this.slots.length) return null;
		return load(this.slots[index], 'relaxed');
	}
}
