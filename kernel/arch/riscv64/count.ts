'use native';

/** Counting on this hart: interrupts, and cycles. */

import { asm } from 'native:asm';
import { readCsr } from 'native:csr';

/**
 * Counts an external interrupt of this hart: `externalCounts` in its thread-local block, 8 bytes for each line.
 * `offset` is the line's place in it in bytes, which the dispatcher knows from the handler table. Four
 * instructions; the linker would take away the addition, which it believes to be of `tp` alone.
 */
export function countInterrupt(offset: usize): void {
	asm<usize>(
		'.option push\n.option norelax\nadd {result}, {offset}, tp\nld t0, %tprel_lo(externalCounts)({result})\naddi t0, t0, 1\nsd t0, %tprel_lo(externalCounts)({result})\n.option pop',
		{ offset },
		't0',
		'memory',
	);
}

/** The cycles of this hart since reset, `mcycle`. [PRIV] "Hardware Performance Monitor" */
export function readCycles(): u64 {
	return u64(readCsr('mcycle'));
}
