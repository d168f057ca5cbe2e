'use native';

/**
 * A bounded queue with any number of producers: a place is taken by compare-exchange, and its sequence
 * number says when it is written.
 */

import { type Atomic, compareExchange, type Guarded, load, store } from 'native:atomic';
import { type FixedArray, zeroed } from 'native:memory';

interface Entry {
	sequence: Atomic<usize>;
	event: Guarded<usize, 'written before `sequence` is published'>;
}

export interface EventQueue {
	tail: Atomic<usize>;
	lost: Atomic<u64>;
	entries: FixedArray<Entry, 16>;
}

export const eventQueue: EventQueue = zeroed();

/** As the queue is after 16 · 6 + 5 events were taken. */
export function enqueuePrepare(): void {
	store(eventQueue.tail, 101, 'relaxed');
	for (let i: usize = 0; i < 16; i += 1) {
		store(eventQueue.entries[i].sequence, i < 5 ? 112 + i : 96 + i, 'relaxed');
	}
}

export function ringEnqueue(irq: usize): void {
	for (;;) {
		const at = load(eventQueue.tail, 'relaxed');
		const entry = eventQueue.entries[at % eventQueue.entries.length];
		const distance = isize(load(entry.sequence, 'acquire') - at);
		if (distance < 0) {
			store(eventQueue.lost, load(eventQueue.lost, 'relaxed') + 1, 'relaxed');
			return;
		}
		if (distance > 0 || !compareExchange(eventQueue.tail, at, at + 1, 'relaxed')) continue;
		entry.event = irq;
		store(entry.sequence, at + 1, 'release');
		return;
	}
}
