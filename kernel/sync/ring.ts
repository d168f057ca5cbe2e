'use native';

/**
 * A ring of bytes from one producer to one consumer, typically from an interrupt handler to the event
 * loop. Neither waits; what does not fit is counted, never dropped in silence.
 *
 * Both indices only grow and are taken modulo the size, which is a power of two, so a full ring and
 * an empty one differ. Each index has one writer.
 */

import { type Atomic, type Guarded, load, store } from 'native:atomic';
import type { FixedArray } from 'native:memory';

export class Ring<N extends number> {
	private readonly written: Atomic<usize>; // by the producer
	private readonly taken: Atomic<usize>; // by the consumer
	private readonly lost: Atomic<u64>; // bytes that found the ring full
	/** Element i holds the bytes i, i + N, i + 2N, … */
	private readonly bytes: Guarded<FixedArray<u8, N>, 'written before `written` is published'>;

	/** An empty ring of `size` bytes, a power of two. */
	constructor(_size: N) {}

	/**
	 * Appends a byte; `false`, and counted, if the ring is full. Runs: in the one producer.
	 *
	 * Ordering: the release publishes the byte together with the index. Reading `taken` is relaxed: the byte
	 * is stored behind the branch on it, and a store does not go before a branch that it is behind; so the
	 * consumer has read the byte that is overwritten.
	 */
	put(byte: u8): boolean {
		const at = load(this.written, 'relaxed');
		if (at - load(this.taken, 'relaxed') >= this.bytes.length) {
			store(this.lost, load(this.lost, 'relaxed') + 1, 'relaxed');
			return false;
		}
		this.bytes[at % this.bytes.length] = byte;
		store(this.written, at + 1, 'release');
		return true;
	}

	/**
	 * Removes and gives the oldest byte, or -1 if there is none. Runs: in the one consumer.
	 *
	 * Ordering: the acquire pairs with the release in `put`, so the byte is there; the release gives
	 * the place back only after the byte was read.
	 */
	take(): i32 {
		const at = load(this.taken, 'relaxed');
		if (at === load(this.written, 'acquire')) return -1;
		const byte = this.bytes[at % this.bytes.length];
		store(this.taken, at + 1, 'release');
		return i32(byte);
	}

	/**
	 * How many bytes wait to be taken; either end may have gone on by now, but only in the direction that it
	 * moves. Ordering: acquire, so that the count is not less than none; who takes them acquires them there.
	 */
	count(): usize {
		const taken = load(this.taken, 'acquire');
		return load(this.written, 'relaxed') - taken;
	}

	/** Forgets what the ring holds. Runs: while neither end is in use. */
	clear(): void {
		store(this.written, 0, 'relaxed');
		store(this.taken, 0, 'relaxed');
		store(this.lost, 0, 'relaxed');
	}

	/** How many bytes found the ring full so far. */
	lostCount(): u64 {
		return load(this.lost, 'relaxed');
	}
}
