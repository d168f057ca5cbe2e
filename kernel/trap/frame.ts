'use native';

/**
 * What boot/trap.S saves when an exception is taken: everything. A handler of the exception table may
 * change it, and the hart goes on with what it finds there.
 */

import { type FixedArray, layout } from 'native:memory';

export interface TrapFrame {
	mepc: usize; // where to go on; an exception points at the instruction that caused it
	registers: FixedArray<usize, 31>; // x1 … x31
	mcause: usize;
	mtval: usize; // the address, the instruction, or 0
	mstatus: usize;
}

layout<TrapFrame>({ mepc: 0, registers: 8, mcause: 256, mtval: 264, mstatus: 272 });

/** Positions in `registers`. [PSABI] "Register Convention" */
export enum Register {
	ra = 0,
	sp = 1,
	s0 = 7,
}
