/** Reads RV64IMA and Zicsr instructions. [UNPRIV] "RV32/64G Instruction Set Listings". */

import type { AmoName, Condition, FenceSet, Instruction, Operation, Size } from './instruction.ts';

/** The bits `high` to `low` of a word. */
const bits = (word: number, high: number, low: number): number =>
	(word >>> low) & (2 ** (high - low + 1) - 1);

/** A number of `width` bits, as a signed one. */
export const signed = (value: number, width: number): bigint => BigInt.asIntN(width, BigInt(value));

const conditions: readonly (Condition | undefined)[] = [
	'eq',
	'ne',
	undefined,
	undefined,
	'lt',
	'ge',
	'ltu',
	'geu',
];
const immediates: readonly Operation[] = ['add', 'sll', 'slt', 'sltu', 'xor', 'srl', 'or', 'and'];
const products: readonly Operation[] = [
	'mul',
	'mulh',
	'mulhsu',
	'mulhu',
	'div',
	'divu',
	'rem',
	'remu',
];
const wordProducts: readonly (Operation | undefined)[] = [
	'mulw',
	undefined,
	undefined,
	undefined,
	'divw',
	'divuw',
	'remw',
	'remuw',
];
const amos: Readonly<Record<number, AmoName>> = {
	0: 'add',
	1: 'swap',
	4: 'xor',
	8: 'or',
	12: 'and',
	16: 'min',
	20: 'max',
	24: 'minu',
	28: 'maxu',
};

/** One instruction of four bytes; undefined if this tool does not know it. */
export function decode(word: number): Instruction | undefined {
	const rd = bits(word, 11, 7);
	const rs1 = bits(word, 19, 15);
	const rs2 = bits(word, 24, 20);
	const function3 = bits(word, 14, 12);
	const bytes = 4;
	const value = BigInt(word >> 20);
	switch (word & 0x7f) {
		case 0x37:
			return { kind: 'constant', bytes, rd, value: BigInt(word & ~0xfff), relative: false };
		case 0x17:
			return { kind: 'constant', bytes, rd, value: BigInt(word & ~0xfff), relative: true };
		case 0x6f:
			return { kind: 'jump', bytes, rd, offset: jumpOffset(word) };
		case 0x67:
			return { kind: 'jumpTo', bytes, rd, rs1, offset: value };
		case 0x63: {
			const name = conditions[function3];
			return name && { kind: 'branch', bytes, name, rs1, rs2, offset: branchOffset(word) };
		}
		case 0x03: {
			if (function3 === 7) return undefined;
			const size = (1 << (function3 & 3)) as Size;
			return { kind: 'load', bytes, rd, rs1, offset: value, size, unsigned: function3 > 3 };
		}
		case 0x23: {
			if (function3 > 3) return undefined;
			const offset = signed((bits(word, 31, 25) << 5) | rd, 12);
			return { kind: 'store', bytes, rs1, rs2, offset, size: (1 << function3) as Size };
		}
		case 0x13: {
			if (function3 === 1 || function3 === 5) {
				const name = function3 === 1 ? 'sll' : bits(word, 30, 30) === 1 ? 'sra' : 'srl';
				return { kind: 'immediate', bytes, name, rd, rs1, value: BigInt(bits(word, 25, 20)) };
			}
			return { kind: 'immediate', bytes, name: immediates[function3] ?? 'add', rd, rs1, value };
		}
		case 0x1b: {
			if (function3 === 0) return { kind: 'immediate', bytes, name: 'addw', rd, rs1, value };
			const name = function3 === 1 ? 'sllw' : bits(word, 30, 30) === 1 ? 'sraw' : 'srlw';
			return { kind: 'immediate', bytes, name, rd, rs1, value: BigInt(rs2) };
		}
		case 0x33:
		case 0x3b: {
			const name = registerOperation(word);
			return name && { kind: 'register', bytes, name, rd, rs1, rs2 };
		}
		case 0x2f:
			return decodeAtomic(word);
		case 0x0f:
			return decodeFence(word);
		case 0x73:
			return decodeSystem(word);
		default:
			return undefined;
	}
}

function jumpOffset(word: number): bigint {
	const offset =
		(bits(word, 31, 31) << 20) |
		(bits(word, 19, 12) << 12) |
		(bits(word, 20, 20) << 11) |
		(bits(word, 30, 21) << 1);
	return signed(offset, 21);
}

function branchOffset(word: number): bigint {
	const offset =
		(bits(word, 31, 31) << 12) |
		(bits(word, 7, 7) << 11) |
		(bits(word, 30, 25) << 5) |
		(bits(word, 11, 8) << 1);
	return signed(offset, 13);
}

function registerOperation(word: number): Operation | undefined {
	const function3 = bits(word, 14, 12);
	const isWord = (word & 0x7f) === 0x3b;
	switch (bits(word, 31, 25)) {
		case 0: {
			const name = immediates[function3];
			if (!isWord) return name;
			return name === 'add' || name === 'sll' || name === 'srl' ? `${name}w` : undefined;
		}
		case 0x20:
			if (function3 === 0) return isWord ? 'subw' : 'sub';
			return function3 === 5 ? (isWord ? 'sraw' : 'sra') : undefined;
		case 1:
			return isWord ? wordProducts[function3] : products[function3];
		default:
			return undefined;
	}
}

function decodeAtomic(word: number): Instruction | undefined {
	const function3 = bits(word, 14, 12);
	if (function3 !== 2 && function3 !== 3) return undefined;
	const common = {
		bytes: 4,
		rd: bits(word, 11, 7),
		rs1: bits(word, 19, 15),
		size: function3 === 2 ? 4 : 8,
		aq: bits(word, 26, 26) === 1,
		rl: bits(word, 25, 25) === 1,
	} as const;
	const rs2 = bits(word, 24, 20);
	const function5 = bits(word, 31, 27);
	if (function5 === 2) return { kind: 'lr', ...common };
	if (function5 === 3) return { kind: 'sc', rs2, ...common };
	const name = amos[function5];
	return name && { kind: 'amo', name, rs2, ...common };
}

/** Memory only: the bits for devices order nothing that this tool looks at. `pause` is a fence of nothing. */
function decodeFence(word: number): Instruction {
	const set = (at: number): FenceSet => ({
		reads: bits(word, at + 1, at + 1) === 1,
		writes: bits(word, at, at) === 1,
	});
	const tso = bits(word, 31, 28) === 8 && bits(word, 27, 20) === 0x33;
	const none = { reads: false, writes: false };
	if (bits(word, 14, 12) !== 0) return { kind: 'fence', bytes: 4, pred: none, succ: none, tso };
	return { kind: 'fence', bytes: 4, pred: set(24), succ: set(20), tso };
}

function decodeSystem(word: number): Instruction | undefined {
	const function3 = bits(word, 14, 12);
	if (word === 0x1050_0073) return { kind: 'wait', bytes: 4 };
	const name = ([undefined, 'w', 's', 'c'] as const)[function3 & 3];
	if (!name) return { kind: 'trap', bytes: 4 };
	const [rd, rs1, csr] = [bits(word, 11, 7), bits(word, 19, 15), bits(word, 31, 20)];
	return function3 > 4
		? { kind: 'csrImmediate', bytes: 4, name, rd, csr, value: BigInt(rs1) }
		: { kind: 'csr', bytes: 4, name, rd, csr, rs1 };
}
