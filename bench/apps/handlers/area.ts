'use native';

/**
 * The memory that stands for devices: the same for the TypeScript and the C handlers, at a fixed
 * address above everything that the image holds, and filled in the same way before each of them runs.
 */

import type { Guarded } from 'native:atomic';
import { type FixedArray, pointerAt, zeroed } from 'native:memory';

export const base = 0x8600_0000;
const words = 128;

const given: Guarded<FixedArray<u64, 128>, 'hart 0 alone'> = zeroed();
const left: Guarded<FixedArray<u64, 128>, 'hart 0 alone'> = zeroed();

export function clearArea(): void {
	const area = pointerAt<u64>(base);
	for (let i: usize = 0; i < words; i += 1) area[i] = 0;
}

/** Remembers what the first handler is given. */
export function saveGiven(): void {
	const area = pointerAt<u64>(base);
	for (let i: usize = 0; i < words; i += 1) given[i] = area[i];
}

/** Remembers what the first handler left, and gives the second one what the first was given. */
export function exchangeArea(): void {
	const area = pointerAt<u64>(base);
	for (let i: usize = 0; i < words; i += 1) {
		left[i] = area[i];
		area[i] = given[i];
	}
}

/** Did the second handler leave the same as the first one? */
export function isAreaAsLeft(): boolean {
	const area = pointerAt<u64>(base);
	for (let i: usize = 0; i < words; i += 1) {
		if (area[i] !== left[i]) return false;
	}
	return true;
}

export function copyMemory(to: usize, from: usize, bytes: usize): void {
	const target = pointerAt<u8>(to);
	const source = pointerAt<u8>(from);
	for (let i: usize = 0; i < bytes; i += 1) target[i] = source[i];
}

export function isSameMemory(left: usize, right: usize, bytes: usize): boolean {
	const a = pointerAt<u8>(left);
	const b = pointerAt<u8>(right);
	for (let i: usize = 0; i < bytes; i += 1) {
		if (a[i] !== b[i]) return false;
	}
	return true;
}
