/** Reads instructions of two bytes, as what they stand for. [UNPRIV] "RVC Instruction Set Listings". */

import { signed } from './decode.ts';
import type { Instruction, Operation } from './instruction.ts';

const bytes = 2;
const [zero, returnAddress, stackPointer] = [0, 1, 2];

/** Picks bits of `half` together: pairs of a bit's place in it and its place in the result. */
function pick(half: number, places: readonly (readonly [from: number, to: number])[]): number {
	return places.reduce((value, [from, to]) => value | (((half >>> from) & 1) << to), 0);
}

/** A run of bits that stay in order: `count` of them, from bit `from` on to bit `to` on. */
const run = (from: number, to: number, count: number) =>
	Array.from({ length: count }, (_, index) => [from + index, to + index] as const);

const wordOffset = [...run(10, 3, 3), [6, 2], [5, 6]] as const;
const doubleOffset = [...run(10, 3, 3), ...run(5, 6, 2)] as const;
const immediate = [...run(2, 0, 5), [12, 5]] as const;
const jump = [
	...run(3, 1, 3),
	[11, 4],
	[2, 5],
	[7, 6],
	[6, 7],
	...run(9, 8, 2),
	[8, 10],
	[12, 11],
] as const;
const branch = [...run(3, 1, 2), ...run(10, 3, 2), [2, 5], ...run(5, 6, 2), [12, 8]] as const;

/** One instruction of two bytes; undefined if this tool does not know it. */
export function decodeCompressed(half: number): Instruction | undefined {
	const function3 = half >>> 13;
	switch (half & 3) {
		case 0:
			return quadrant0(half, function3);
		case 1:
			return quadrant1(half, function3);
		default:
			return quadrant2(half, function3);
	}
}

function quadrant0(half: number, function3: number): Instruction | undefined {
	const low = 8 + ((half >>> 2) & 7);
	const rs1 = 8 + ((half >>> 7) & 7);
	const word = BigInt(pick(half, wordOffset));
	const double = BigInt(pick(half, doubleOffset));
	switch (function3) {
		case 0: {
			const value = BigInt(pick(half, [...run(11, 4, 2), ...run(7, 6, 4), [6, 2], [5, 3]]));
			if (value === 0n) return undefined;
			return { kind: 'immediate', bytes, name: 'add', rd: low, rs1: stackPointer, value };
		}
		case 2:
			return { kind: 'load', bytes, rd: low, rs1, offset: word, size: 4, unsigned: false };
		case 3:
			return { kind: 'load', bytes, rd: low, rs1, offset: double, size: 8, unsigned: false };
		case 6:
			return { kind: 'store', bytes, rs1, rs2: low, offset: word, size: 4 };
		case 7:
			return { kind: 'store', bytes, rs1, rs2: low, offset: double, size: 8 };
		default:
			return undefined;
	}
}

function quadrant1(half: number, function3: number): Instruction | undefined {
	const rd = (half >>> 7) & 31;
	const value = signed(pick(half, immediate), 6);
	switch (function3) {
		case 0:
			return { kind: 'immediate', bytes, name: 'add', rd, rs1: rd, value };
		case 1:
			return { kind: 'immediate', bytes, name: 'addw', rd, rs1: rd, value };
		case 2:
			return { kind: 'immediate', bytes, name: 'add', rd, rs1: zero, value };
		case 3: {
			if (rd !== stackPointer) {
				return { kind: 'constant', bytes, rd, value: value << 12n, relative: false };
			}
			const raw = pick(half, [[6, 4], [2, 5], [5, 6], ...run(3, 7, 2), [12, 9]]);
			return { kind: 'immediate', bytes, name: 'add', rd, rs1: rd, value: signed(raw, 10) };
		}
		case 4:
			return arithmetic(half, 8 + (rd & 7));
		case 5:
			return { kind: 'jump', bytes, rd: zero, offset: signed(pick(half, jump), 12) };
		default: {
			const name = function3 === 6 ? 'eq' : 'ne';
			const offset = signed(pick(half, branch), 9);
			return { kind: 'branch', bytes, name, rs1: 8 + (rd & 7), rs2: zero, offset };
		}
	}
}

function arithmetic(half: number, rd: number): Instruction | undefined {
	const kind = (half >>> 10) & 3;
	const raw = pick(half, immediate);
	if (kind < 2) {
		const name = kind === 0 ? 'srl' : 'sra';
		return { kind: 'immediate', bytes, name, rd, rs1: rd, value: BigInt(raw) };
	}
	if (kind === 2) {
		return { kind: 'immediate', bytes, name: 'and', rd, rs1: rd, value: signed(raw, 6) };
	}
	const names: readonly (Operation | undefined)[] = ['sub', 'xor', 'or', 'and', 'subw', 'addw'];
	const name = names[((half >>> 10) & 4) | ((half >>> 5) & 3)];
	return name && { kind: 'register', bytes, name, rd, rs1: rd, rs2: 8 + ((half >>> 2) & 7) };
}

function quadrant2(half: number, function3: number): Instruction | undefined {
	const rd = (half >>> 7) & 31;
	const rs2 = (half >>> 2) & 31;
	const rs1 = stackPointer;
	switch (function3) {
		case 0: {
			const value = BigInt(pick(half, immediate));
			return { kind: 'immediate', bytes, name: 'sll', rd, rs1: rd, value };
		}
		case 2: {
			const offset = BigInt(pick(half, [...run(4, 2, 3), [12, 5], ...run(2, 6, 2)]));
			return { kind: 'load', bytes, rd, rs1, offset, size: 4, unsigned: false };
		}
		case 3: {
			const offset = BigInt(pick(half, [...run(5, 3, 2), [12, 5], ...run(2, 6, 3)]));
			return { kind: 'load', bytes, rd, rs1, offset, size: 8, unsigned: false };
		}
		case 4:
			return jumpOrMove(half, rd, rs2);
		case 6: {
			const offset = BigInt(pick(half, [...run(9, 2, 4), ...run(7, 6, 2)]));
			return { kind: 'store', bytes, rs1, rs2, offset, size: 4 };
		}
		case 7: {
			const offset = BigInt(pick(half, [...run(10, 3, 3), ...run(7, 6, 3)]));
			return { kind: 'store', bytes, rs1, rs2, offset, size: 8 };
		}
		default:
			return undefined;
	}
}

function jumpOrMove(half: number, rd: number, rs2: number): Instruction {
	const isSecond = ((half >>> 12) & 1) === 1;
	if (rs2 !== 0) {
		const rs1 = isSecond ? rd : zero;
		return { kind: 'register', bytes, name: 'add', rd, rs1, rs2 };
	}
	if (rd === 0) return { kind: 'trap', bytes };
	return { kind: 'jumpTo', bytes, rd: isSecond ? returnAddress : zero, rs1: rd, offset: 0n };
}
