'use native';

/**
 * memcpy, memmove, memset and memcmp: gcc calls them wherever it likes, in every image.
 *
 * Words where both addresses allow it, bytes where not. The C is compiled with
 * -fno-tree-loop-distribute-patterns, or gcc would make each loop a call of itself.
 *
 * [C11] 7.24 "String handling".
 */

import { exportSymbol } from 'native:link';
import { pointerAt } from 'native:memory';

const wordSize = 8;

function isAligned(address: usize): boolean {
	return (address & (wordSize - 1)) === 0;
}

/** Copies upwards: right for ranges that do not overlap, or whose destination lies lower. */
function copyUp(destination: usize, source: usize, count: usize): void {
	let done: usize = 0;
	if (isAligned(destination | source)) {
		for (; count - done >= wordSize; done += wordSize) {
			pointerAt<u64>(destination + done).target = pointerAt<u64>(source + done).target;
		}
	}
	for (; done < count; done += 1) {
		pointerAt<u8>(destination + done).target = pointerAt<u8>(source + done).target;
	}
}

/** Copies downwards: right for a destination that lies higher than the source. */
function copyDown(destination: usize, source: usize, count: usize): void {
	let left = count;
	if (isAligned((destination + left) | (source + left))) {
		for (; left >= wordSize; left -= wordSize) {
			const at = left - wordSize;
			pointerAt<u64>(destination + at).target = pointerAt<u64>(source + at).target;
		}
	}
	for (; left > 0; left -= 1) {
		pointerAt<u8>(destination + left - 1).target = pointerAt<u8>(source + left - 1).target;
	}
}

function memcpy(destination: usize, source: usize, count: usize): usize {
	copyUp(destination, source, count);
	return destination;
}
exportSymbol('memcpy', memcpy);

function memmove(destination: usize, source: usize, count: usize): usize {
	// Unsigned: a destination below the source is far away, too.
	if (destination - source >= count) copyUp(destination, source, count);
	else copyDown(destination, source, count);
	return destination;
}
exportSymbol('memmove', memmove);

function fill(destination: usize, byte: u8, count: usize): void {
	let done: usize = 0;
	if (isAligned(destination)) {
		const word = u64(byte) * 0x0101_0101_0101_0101;
		for (; count - done >= wordSize; done += wordSize) {
			pointerAt<u64>(destination + done).target = word;
		}
	}
	for (; done < count; done += 1) pointerAt<u8>(destination + done).target = byte;
}

/** Sets `count` bytes to zero. */
export function clear(destination: usize, count: usize): void {
	fill(destination, 0, count);
}

function memset(destination: usize, value: i32, count: usize): usize {
	fill(destination, u8(value), count);
	return destination;
}
exportSymbol('memset', memset);

function memcmp(left: usize, right: usize, count: usize): i32 {
	for (let index: usize = 0; index < count; index += 1) {
		const a = pointerAt<u8>(left + index).target;
		const b = pointerAt<u8>(right + index).target;
		if (a !== b) return i32(a) - i32(b);
	}
	return 0;
}
exportSymbol('memcmp', memcmp);
