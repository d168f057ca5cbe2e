'use native';

/** Counts per hart, at a fixed distance from `tp`, so that no other hart is in the way. */

import { hartLocal } from 'native:hart';
import { addressFrom, type FixedArray, layout } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { base } from './area.ts';

interface Clock {
	now: ReadWrite<u64>; // the device would only be read
}

layout<Clock>({ now: 0 });

const clock = mmio<Clock>(base);

export interface Counters {
	total: u64;
	lastSeen: u64;
	longestGap: u64;
	byLine: FixedArray<u32, 32>;
}

export const counters = hartLocal<Counters>();

export function countersAddress(): usize {
	return addressFrom(counters.value);
}

export function countersPrepare(): void {
	clock.now.write(123_456);
}

export function hartCounters(irq: usize): void {
	const now = clock.now.read();
	const gap = now - counters.value.lastSeen;
	if (gap > counters.value.longestGap) counters.value.longestGap = gap;
	counters.value.lastSeen = now;
	counters.value.total += 1;
	if (irq < counters.value.byLine.length) counters.value.byLine[irq] += 1;
}
