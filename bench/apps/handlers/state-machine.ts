'use native';

/** A SLIP decoder: bytes become frames, one state for each byte that can come next. [RFC1055] */

import type { Guarded } from 'native:atomic';
import { type FixedArray, layout, slice, zeroed } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { base } from './area.ts';

const end = 0xc0;
const escape = 0xdb;
const escapedEnd = 0xdc;
const escapedEscape = 0xdd;

enum State {
	Data,
	Escape,
	Overflow, // until the frame ends
}

interface ByteSource {
	count: ReadWrite<u32>;
	bytes: FixedArray<u8, 64>;
}

layout<ByteSource>({ count: 0, bytes: 4 });

const source = mmio<ByteSource>(base);

export interface Decoder {
	state: State;
	length: u32;
	frames: u32;
	dropped: u32;
	buffer: FixedArray<u8, 24>;
}

export const decoder: Guarded<Decoder, 'hart 0 alone'> = {
	state: State.Data,
	length: 0,
	frames: 0,
	dropped: 0,
	buffer: zeroed(),
};

export function decoderPrepare(): void {
	for (let i: usize = 0; i < 60; i += 1) source.bytes[i] = u8(i);
	source.bytes[5] = escape;
	source.bytes[6] = escapedEnd;
	source.bytes[12] = end;
	source.bytes[17] = escape;
	source.bytes[18] = escapedEscape;
	source.bytes[54] = end; // 41 bytes: too long
	source.count.write(60);
}

function append(byte: u8): void {
	if (decoder.length >= decoder.buffer.length) {
		decoder.state = State.Overflow;
		return;
	}
	decoder.buffer[decoder.length] = byte;
	decoder.length += 1;
	decoder.state = State.Data;
}

function endFrame(): void {
	if (decoder.state === State.Data) decoder.frames += 1;
	else decoder.dropped += 1;
	decoder.length = 0;
	decoder.state = State.Data;
}

function decode(byte: u8): void {
	if (byte === end) {
		endFrame();
		return;
	}
	switch (decoder.state) {
		case State.Data:
			if (byte === escape) decoder.state = State.Escape;
			else append(byte);
			break;
		case State.Escape:
			if (byte === escapedEnd) append(end);
			else if (byte === escapedEscape) append(escape);
			else decoder.state = State.Overflow;
			break;
		case State.Overflow:
			break;
	}
}

export function stateMachine(): void {
	const count = source.count.read();
	if (count > source.bytes.length) return;
	for (const byte of slice(source.bytes, 0, usize(count))) decode(byte);
}
