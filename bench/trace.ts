/**
 * Reads QEMU's log of a machine that runs one instruction at a time: the program counter of every
 * instruction that was retired, in order.
 */

import { readFileSync } from 'node:fs';

/** `Trace 0: 0x7f… [0000000000000000/0000000080000142/00209003/ff020201] symbol` */
const executed = /^Trace \d+: \S+ \[[0-9a-f]+\/([0-9a-f]+)\//;
/** QEMU took the instruction up and put it back: it will be logged again, or is never executed. */
const takenBack = /^(cpu_io_recompile|Stopped execution)/;

export function readTrace(path: string): number[] {
	return parseTrace(readFileSync(path, 'latin1'));
}

export function parseTrace(log: string): number[] {
	const pcs: number[] = [];
	for (const line of log.split('\n')) {
		const pc = executed.exec(line)?.[1];
		if (pc !== undefined) pcs.push(Number.parseInt(pc, 16));
		else if (takenBack.test(line)) pcs.pop();
	}
	return pcs;
}
