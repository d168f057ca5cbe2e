'use native';

/** Zeroing memory before anything is in it. */

import { exportSymbol } from 'native:link';
import { pointerAt } from 'native:memory';

/**
 * Zeroes from `start` up to `end`, both aligned to 8 bytes. Uses registers only. Runs: also from
 * boot/start.S, for .bss, so that the compiler moves nothing across.
 */
export function clearMemory(start: usize, end: usize): void {
	let address = start;
	for (; address + 64 <= end; address += 64) {
		const words = pointerAt<u64>(address);
		words[0] = 0;
		words[1] = 0;
		words[2] = 0;
		words[3] = 0;
		words[4] = 0;
		words[5] = 0;
		words[6] = 0;
		words[7] = 0;
	}
	for (; address < end; address += 8) pointerAt<u64>(address).target = 0;
}
exportSymbol('clearMemory', clearMemory);
