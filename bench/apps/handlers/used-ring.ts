'use native';

/** What a virtio device has used is given back to the free list. */

import { fence, type Guarded } from 'native:atomic';
import { type FixedArray, layout, zeroed } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { base } from './area.ts';

const queueSize = 16;

interface UsedElement {
	id: u32;
	length: u32;
}

interface UsedRing {
	flags: ReadWrite<u16>;
	index: ReadWrite<u16>; // grows without end; the device would be its only writer
	elements: FixedArray<UsedElement, 16>;
}

layout<UsedRing>({ flags: 0, index: 2, elements: 4 });

const used = mmio<UsedRing>(base);

export interface Queue {
	lastUsed: u16;
	freeHead: u16;
	freeCount: u16;
	broken: u16;
	bytes: u64;
	next: FixedArray<u16, 16>; // the free list
}

export const queue: Guarded<Queue, 'hart 0 alone'> = zeroed();

export function usedPrepare(): void {
	queue.lastUsed = 14;
	queue.freeHead = 15;
	queue.freeCount = 1;
	for (let i: u16 = 14; i < 22; i += 1) {
		used.elements[i % queueSize].id = u32((i * 3) % queueSize);
		used.elements[i % queueSize].length = u32(i) * 64;
	}
	used.index.write(22);
}

export function usedRingWalk(): void {
	while (queue.lastUsed !== used.index.read()) {
		fence('r', 'rw'); // the element was written before the index
		const element = used.elements[queue.lastUsed % queueSize];
		const id = element.id;
		if (id >= queueSize) {
			queue.broken += 1;
			return;
		}
		queue.bytes += u64(element.length);
		queue.next[id] = queue.freeHead;
		queue.freeHead = u16(id);
		queue.freeCount += 1;
		queue.lastUsed += 1;
	}
}
