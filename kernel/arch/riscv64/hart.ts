'use native';

/**
 * Which hart this is, and where hart-local variables of other harts lie: one block for each hart,
 * all laid out alike, `tp` at the start of the running hart's own (linker.ld, boot/start.S).
 */

import { hartLocal } from 'native:hart';
import { exportSymbol, symbolAddress } from 'native:link';
import { addressFrom, addressOf } from 'native:memory';
import { clearMemory } from './clear.ts';

/** The harts that stacks and thread-local blocks exist for. */
export const maxHarts = 8;

const countsSize = 8192; // of `externalCounts` in kernel/trap/tables.ts
const usedCounts = 128;

const hartId = hartLocal<usize>(0);

/** The running hart's number, `mhartid`. */
export function currentHart(): usize {
	return hartId.value;
}

/** Tells this hart its number. Runs: once, first of all. */
export function nameHart(hart: usize): void {
	hartId.value = hart;
}

/** Where `hart` has the hart-local variable that this hart has at `ownAddress`. */
export function addressOnHart(ownAddress: usize, hart: usize): usize {
	const blockSize = (symbolAddress('tlsBlocksEnd') - symbolAddress('tlsBlocks')) / maxHarts;
	return ownAddress + (hart - hartId.value) * blockSize;
}

/**
 * Zeroes this hart's block, but for what start.S has copied there and for the counts of lines that no machine of
 * this platform has. Runs: first of all, called from boot/start.S, so that the compiler moves nothing across.
 */
function clearHartLocals(): void {
	const first = symbolAddress('tlsBlocks');
	const size = (symbolAddress('tlsBlocksEnd') - first) / maxHarts;
	const start = first + ((addressFrom(addressOf(hartId.value)) - first) / size) * size;
	const data = symbolAddress('tlsDataEnd') - symbolAddress('tlsDataStart');
	const counts = symbolAddress('tlsCounts') - first;
	clearMemory(start + data, start + counts + usedCounts * 8);
	clearMemory(start + counts + countsSize, start + size);
}
exportSymbol('clearHartLocals', clearHartLocals);
