'use native';

/**
 * Which hart this is, and where hart-local variables of other harts lie: one block for each hart,
 * all laid out alike, `tp` at the start of the running hart's own (linker.ld, boot/start.S).
 */

import { hartLocal } from 'native:hart';
import { symbolAddress } from 'native:link';

/** The harts that stacks and thread-local blocks exist for. */
export const maxHarts = 8;

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
