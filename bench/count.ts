/**
 * Counts instructions in a trace.
 *
 *   operation   from its first instruction to its return, inclusive; a handler that it calls is not
 *               counted
 *   entry       from the trap vector's first instruction up to, not including, the handler's first
 *   net         from the trap vector's first instruction to `mret`, inclusive; the handler is not
 *               counted
 *   window      from one read of `minstret` up to, not including, the next: what the guest reports
 */

import type { CodeRange, Program } from './program.ts';

const mret = 0x3020_0073;

export interface TrapCount {
	readonly entry: number;
	readonly net: number;
}

/** The length of each call of `operation`, in order. */
export function countOperations(
	pcs: readonly number[],
	operation: CodeRange,
	handler: CodeRange,
): number[] {
	const counts: number[] = [];
	for (let at = 1; at < pcs.length; at++) {
		if (pcs[at] !== operation.start) continue;
		const call = pcs[at - 1] ?? 0;
		const end = pcs.findIndex((pc, index) => index > at && (pc === call + 2 || pc === call + 4));
		counts.push(pcs.slice(at, end).filter(pc => !isIn(handler, pc)).length);
	}
	return counts;
}

/** Each trap through the vector's slot for `cause` that calls `handlers`, the first of them first, in order. */
export function countTraps(
	pcs: readonly number[],
	program: Program,
	cause: number,
	handlers: readonly CodeRange[],
): TrapCount[] {
	const slot = program.label('trapVector') + 4 * cause;
	const counts: TrapCount[] = [];
	for (let at = 0; at < pcs.length; at++) {
		if (pcs[at] !== slot) continue;
		const end = pcs.findIndex((pc, index) => index > at && program.wordAt(pc) === mret);
		const trap = pcs.slice(at, end + 1);
		const calls = handlers.map(handler => trap.indexOf(handler.start));
		if (calls.includes(-1)) continue;
		const net = trap.filter(pc => !handlers.some(handler => isIn(handler, pc))).length;
		counts.push({ entry: calls[0] ?? -1, net });
	}
	return counts;
}

/** The instructions between each read of `minstret` and the next. */
export function countWindows(pcs: readonly number[], program: Program): number[] {
	const reads = [...pcs.keys()].filter(at => isReadOfMinstret(program.wordAt(pcs[at] ?? 0)));
	return reads.slice(1).map((at, index) => at - (reads[index] ?? 0));
}

/** `csrr rd, minstret` */
function isReadOfMinstret(word: number): boolean {
	return (word & ~(0x1f << 7)) >>> 0 === 0xb020_2073;
}

function isIn(range: CodeRange, pc: number): boolean {
	return pc >= range.start && pc < range.end;
}
