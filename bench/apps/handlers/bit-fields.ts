'use native';

/** The status words of a network device's descriptors, taken apart and counted by kind. */

import type { Guarded } from 'native:atomic';
import { type FixedArray, layout, zeroed } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { base } from './area.ts';

const done = 1 << 0;
const failed = 1 << 1;
const kindShift = 4; // two bits
const kindMask = 0x3;
const lengthShift = 8; // fourteen bits
const lengthMask = 0x3fff;
const urgent = 1 << 31;

interface StatusWords {
	status: FixedArray<ReadWrite<u32>, 8>;
}

layout<StatusWords>({ status: 0 });

const words = mmio<StatusWords>(base);

export interface FrameCounts {
	bytes: u64;
	failed: u32;
	urgent: u32;
	byKind: FixedArray<u32, 4>;
}

export const frameCounts: Guarded<FrameCounts, 'hart 0 alone'> = {
	bytes: 0,
	failed: 0,
	urgent: 0,
	byKind: zeroed(),
};

export function bitFieldsPrepare(): void {
	for (let i: u32 = 0; i < 8; i += 1) {
		const kind = (i & kindMask) << kindShift;
		const length = (i * 200 + 60) << lengthShift;
		const flags: u32 = i === 3 ? failed : i === 5 ? urgent : 0;
		words.status[i].write(kind | length | flags | (i < 7 ? done : 0));
	}
}

export function bitFieldDecode(): void {
	for (let i: usize = 0; i < words.status.length; i += 1) {
		const status = words.status[i].read();
		if ((status & done) === 0) return;
		words.status[i].write(0);
		if ((status & failed) !== 0) {
			frameCounts.failed += 1;
			continue;
		}
		if ((status & urgent) !== 0) frameCounts.urgent += 1;
		frameCounts.byKind[(status >> kindShift) & kindMask] += 1;
		frameCounts.bytes += u64((status >> lengthShift) & lengthMask);
	}
}
