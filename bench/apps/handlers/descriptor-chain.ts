'use native';

/** A chain of virtio descriptors is checked and measured: what is read, what is written. */

import type { Guarded } from 'native:atomic';
import { type FixedArray, layout } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { base } from './area.ts';

const hasNext = 1 << 0;
const isWritten = 1 << 1;

interface Descriptor {
	address: u64;
	length: u32;
	flags: u16;
	next: u16;
}

layout<Descriptor>({ address: 0, length: 8, flags: 12, next: 14 });

interface DescriptorArea {
	head: ReadWrite<u16>;
	reserved: FixedArray<u16, 7>;
	table: FixedArray<Descriptor, 32>;
}

layout<DescriptorArea>({ head: 0, reserved: 2, table: 16 });

const area = mmio<DescriptorArea>(base);

export interface ChainState {
	readable: u64;
	writable: u64;
	malformed: u64;
}

export const chainState: Guarded<ChainState, 'hart 0 alone'> = {
	readable: 0,
	writable: 0,
	malformed: 0,
};

export function chainPrepare(): void {
	let index: usize = 3;
	area.head.write(3);
	for (let i: u32 = 0; i < 6; i += 1) {
		const descriptor = area.table[index];
		index = (index + 11) % area.table.length;
		descriptor.address = 0x8700_0000;
		descriptor.length = 512 + i;
		descriptor.flags = (i < 5 ? hasNext : 0) | (i > 2 ? isWritten : 0);
		descriptor.next = u16(index);
	}
}

export function descriptorChain(): void {
	let readable: u64 = 0;
	let writable: u64 = 0;
	let index = u32(area.head.read());
	for (let links: usize = 0; links < area.table.length; links += 1) {
		if (index >= area.table.length) break;
		const descriptor = area.table[index];
		if ((descriptor.flags & isWritten) !== 0) writable += u64(descriptor.length);
		else readable += u64(descriptor.length);
		if ((descriptor.flags & hasNext) === 0) {
			chainState.readable += readable;
			chainState.writable += writable;
			return;
		}
		index = u32(descriptor.next);
	}
	chainState.malformed += 1; // a link out of the table, or a circle
}
