/** What instructions compute. Registers are unsigned numbers of 64 bits. [UNPRIV] "RV64I Base Integer Instruction Set". */

import type { AmoName, Condition, Operation, Size } from './instruction.ts';

const wide = (value: bigint): bigint => BigInt.asUintN(64, value);
const int = (value: bigint): bigint => BigInt.asIntN(64, value);
const int32 = (value: bigint): bigint => BigInt.asIntN(32, value);

/** The result of `name` on two registers, or on a register and an immediate. */
export function compute(name: Operation, a: bigint, b: bigint): bigint {
	return wide(result(name, a, wide(b)));
}

function result(name: Operation, a: bigint, b: bigint): bigint {
	switch (name) {
		case 'add':
			return a + b;
		case 'sub':
			return a - b;
		case 'sll':
			return a << (b & 63n);
		case 'slt':
			return int(a) < int(b) ? 1n : 0n;
		case 'sltu':
			return a < b ? 1n : 0n;
		case 'xor':
			return a ^ b;
		case 'srl':
			return a >> (b & 63n);
		case 'sra':
			return int(a) >> (b & 63n);
		case 'or':
			return a | b;
		case 'and':
			return a & b;
		case 'mul':
			return a * b;
		case 'mulh':
			return (int(a) * int(b)) >> 64n;
		case 'mulhu':
			return (a * b) >> 64n;
		case 'mulhsu':
			return (int(a) * b) >> 64n;
		case 'div':
			return b === 0n ? -1n : int(a) / int(b);
		case 'divu':
			return b === 0n ? -1n : a / b;
		case 'rem':
			return b === 0n ? a : int(a) % int(b);
		case 'remu':
			return b === 0n ? a : a % b;
		default:
			return int32(wordResult(name, a, b));
	}
}

function wordResult(name: Operation, a: bigint, b: bigint): bigint {
	const [left, right] = [BigInt.asUintN(32, a), BigInt.asUintN(32, b)];
	switch (name) {
		case 'addw':
			return a + b;
		case 'subw':
			return a - b;
		case 'sllw':
			return a << (b & 31n);
		case 'srlw':
			return left >> (b & 31n);
		case 'sraw':
			return int32(a) >> (b & 31n);
		case 'mulw':
			return a * b;
		case 'divw':
			return right === 0n ? -1n : int32(a) / int32(b);
		case 'divuw':
			return right === 0n ? -1n : left / right;
		case 'remw':
			return right === 0n ? a : int32(a) % int32(b);
		default:
			return right === 0n ? a : left % right; // remuw
	}
}

/** Whether a branch is taken. */
export function holds(name: Condition, a: bigint, b: bigint): boolean {
	switch (name) {
		case 'eq':
			return a === b;
		case 'ne':
			return a !== b;
		case 'lt':
			return int(a) < int(b);
		case 'ge':
			return int(a) >= int(b);
		case 'ltu':
			return a < b;
		case 'geu':
			return a >= b;
	}
}

/** What an AMO writes where it found `old`; both sides have `size` bytes. */
export function amoResult(name: AmoName, size: Size, old: bigint, operand: bigint): bigint {
	const signedOf = (value: bigint) => BigInt.asIntN(size * 8, value);
	switch (name) {
		case 'swap':
			return operand;
		case 'add':
			return BigInt.asUintN(size * 8, old + operand);
		case 'xor':
			return old ^ operand;
		case 'and':
			return old & operand;
		case 'or':
			return old | operand;
		case 'min':
			return signedOf(old) < signedOf(operand) ? old : operand;
		case 'max':
			return signedOf(old) > signedOf(operand) ? old : operand;
		case 'minu':
			return old < operand ? old : operand;
		case 'maxu':
			return old > operand ? old : operand;
	}
}
