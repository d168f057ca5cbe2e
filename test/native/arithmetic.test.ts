import { describe, expect, test } from 'vitest';
import { native } from '../harness/native.ts';

/** The reference: bigint arithmetic modulo 2ⁿ, which shares no code with the lowering. */
const types = ['u8', 'u16', 'u32', 'u64', 'i8', 'i16', 'i32', 'i64', 'usize', 'isize'] as const;
const bitsOf = (type: string) => (type.endsWith('size') ? 64 : Number(type.slice(1)));
const inType = (type: string, value: bigint) =>
	type.startsWith('i') ? BigInt.asIntN(bitsOf(type), value) : BigInt.asUintN(bitsOf(type), value);

const operators: Readonly<
	Record<string, (a: bigint, b: bigint, bits: bigint) => bigint | undefined>
> = {
	'+': (a, b) => a + b,
	'-': (a, b) => a - b,
	'*': (a, b) => a * b,
	'/': (a, b) => (b === 0n ? undefined : a / b),
	'%': (a, b) => (b === 0n ? undefined : a % b),
	'&': (a, b) => a & b,
	'|': (a, b) => a | b,
	'^': (a, b) => a ^ b,
	'<<': (a, b, bits) => a << (BigInt.asUintN(64, b) % bits),
	'>>': (a, b, bits) => a >> (BigInt.asUintN(64, b) % bits),
	'>>>': (a, b, bits) => BigInt.asUintN(Number(bits), a) >> (BigInt.asUintN(64, b) % bits),
};

const comparisons: Readonly<Record<string, (a: bigint, b: bigint) => boolean>> = {
	'<': (a, b) => a < b,
	'<=': (a, b) => a <= b,
	'>': (a, b) => a > b,
	'>=': (a, b) => a >= b,
	'===': (a, b) => a === b,
	'!==': (a, b) => a !== b,
};

const edges = [
	0n,
	1n,
	2n,
	3n,
	7n,
	8n,
	31n,
	63n,
	100n,
	127n,
	128n,
	255n,
	32_768n,
	65_535n,
	1n << 31n,
	(1n << 32n) - 1n,
	(1n << 63n) - 1n,
	1n << 63n,
	-1n,
	-2n,
	-128n,
];
const operandsOf = (type: string) => [...new Set(edges.map(edge => inType(type, edge)))];
const nameOf = (operator: string) =>
	[...operator].map(character => character.charCodeAt(0)).join('_');

describe('arithmetic', () => {
	test.for(types)('%s wraps modulo 2ⁿ in every operator', type => {
		const program = native(
			[...Object.keys(operators)]
				.map(
					operator => `export function f${nameOf(operator)}(a: ${type}, b: ${type}): ${type} { return a ${operator} b; }
export function g${nameOf(operator)}(a: ${type}, b: ${type}): ${type} { let c: ${type} = a; c ${operator}= b; return c; }`,
				)
				.join('\n'),
		);
		const calls: [string, bigint, bigint][] = [];
		const wanted: (bigint | undefined)[] = [];
		for (const [operator, compute] of Object.entries(operators)) {
			for (const a of operandsOf(type)) {
				for (const b of operandsOf(type)) {
					const result = compute(a, b, BigInt(bitsOf(type)));
					for (const form of ['f', 'g']) {
						calls.push([`${form}${nameOf(operator)}`, a, b]);
						wanted.push(result === undefined ? undefined : inType(type, result));
					}
				}
			}
		}

		const answers = program.callAll(calls);

		expect(answers).toHaveLength(calls.length);
		answers.forEach((answer, i) => {
			const expected = wanted[i];
			if (expected === undefined)
				expect(answer, calls[i]?.join(' ')).toMatch(/^panic: division by zero \(main\.ts:\d+\)$/);
			else expect(answer, calls[i]?.join(' ')).toBe(expected);
		});
	});

	test.for(types)('%s compares, negates and steps as the numbers do', type => {
		const program = native(
			[
				...Object.keys(comparisons).map(
					operator =>
						`export function f${nameOf(operator)}(a: ${type}, b: ${type}): boolean { return a ${operator} b; }`,
				),
				`export function negate(a: ${type}): ${type} { return -a; }`,
				`export function invert(a: ${type}): ${type} { return ~a; }`,
				`export function after(a: ${type}): ${type} { let c: ${type} = a; const old = c++; return c ^ old; }`,
				`export function before(a: ${type}): ${type} { let c: ${type} = a; return --c; }`,
			].join('\n'),
		);
		const calls: [string, ...bigint[]][] = [];
		const wanted: bigint[] = [];
		for (const a of operandsOf(type)) {
			calls.push(['negate', a], ['invert', a], ['after', a], ['before', a]);
			wanted.push(
				inType(type, -a),
				inType(type, ~a),
				inType(type, inType(type, a + 1n) ^ a),
				inType(type, a - 1n),
			);
			for (const [operator, compute] of Object.entries(comparisons)) {
				for (const b of operandsOf(type)) {
					calls.push([`f${nameOf(operator)}`, a, b]);
					wanted.push(compute(a, b) ? 1n : 0n);
				}
			}
		}

		expect(program.callAll(calls)).toEqual(wanted);
	});

	test.for(types)('conversions to %s truncate or extend as named', type => {
		const program = native(
			types
				.map(from => `export function from_${from}(a: ${from}): ${type} { return ${type}(a); }`)
				.join('\n'),
		);
		const calls = types.flatMap(from =>
			operandsOf(from).map((a): [string, bigint] => [`from_${from}`, a]),
		);

		expect(program.callAll(calls)).toEqual(calls.map(([, a]) => inType(type, a)));
	});

	test('constants are read from the source text, all 64 bits of them', () => {
		const program = native(`
const all = 0xffff_ffff_ffff_ffff;
const enum Bit { High = 1 << 63, Next, Both = High | 1 }
export function ones(): u64 { return all; }
export function high(): u64 { return Bit.High; }
export function next(): u64 { return Bit.Next; }
export function masked(a: u32): u32 { return a & ~0xff; }
export function mixed(n: u32): u32 { const a: u32 = 5; return a | (1 << (n % 32)); }
export function sum(): u16 { return 0xff00 + 0b1010 + 0o17 - 25; }`);

		expect(program.call('ones')).toBe(0xffff_ffff_ffff_ffffn);
		expect(program.call('high')).toBe(1n << 63n);
		expect(program.call('next')).toBe((1n << 63n) + 1n);
		expect(program.call('masked', 0x1234_56ffn)).toBe(0x1234_5600n);
		expect(program.call('mixed', 31n)).toBe(0x8000_0005n);
		expect(program.call('sum')).toBe(0xff00n);
	});

	test('a u8 stays eight bits wide between two shifts', () => {
		const program = native(
			'export function lowNibble(value: u8): u8 { return u8(u16(value << 4) >> 4); }',
		);

		expect(program.call('lowNibble', 0xffn)).toBe(0x0fn);
	});
});
