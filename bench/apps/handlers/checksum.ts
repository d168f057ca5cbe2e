'use native';

/** FNV-1a over a packet that a device has received. */

import type { Guarded } from 'native:atomic';
import { type FixedArray, layout, pointerAt, slice } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { base } from './area.ts';

interface ReceiveDescriptor {
	address: ReadWrite<u64>;
	length: ReadWrite<u32>; // the device would be its only writer
}

layout<ReceiveDescriptor>({ address: 0, length: 8 });

interface Packet {
	bytes: FixedArray<u8, 256>;
}

const received = mmio<ReceiveDescriptor>(base);

export interface ChecksumState {
	checksum: u32;
	malformed: u32;
}

export const checksumState: Guarded<ChecksumState, 'hart 0 alone'> = { checksum: 0, malformed: 0 };

export function checksumPrepare(): void {
	const packet = pointerAt<Packet>(base + 64);
	for (let i: usize = 0; i < 60; i += 1) packet.bytes[i] = u8(i * 7);
	received.address.write(base + 64);
	received.length.write(60);
}

export function packetChecksum(): void {
	const packet = pointerAt<Packet>(usize(received.address.read()));
	const length = received.length.read();
	if (length > packet.bytes.length) {
		checksumState.malformed += 1;
		return;
	}
	let hash: u32 = 0x811c_9dc5;
	for (const byte of slice(packet.bytes, 0, usize(length))) {
		hash = (hash ^ u32(byte)) * 0x0100_0193;
	}
	checksumState.checksum = hash;
}
