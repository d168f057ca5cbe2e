import { describe, expect, test } from 'vitest';
import { diagnosticsOf, native } from '../harness/native.ts';

describe('constants', () => {
	test('tables are computed at build time', () => {
		const program = native(`
import { arrayFrom, arrayOf, type FixedArray, sizeOf, staticAssert } from 'native:memory';
interface Row { code: u8; weight: i16; next: FixedArray<u8, 2> }
type Step = (value: u32) => u32;
function increment(value: u32): u32 { return value + 1; }
const squares: FixedArray<u32, 16> = arrayFrom(i => u32(i * i));
const rows: FixedArray<Row, 3> = arrayFrom(i => ({ code: u8(i + 1), weight: -i16(i) * 100, next: arrayOf(u8(i), 7) }));
const primes: FixedArray<u8, 4> = arrayOf(2, 3, 5, 7);
const steps: FixedArray<Step, 2> = arrayOf(increment, value => value * 2);
const size = sizeOf<Row>();
const bits: u32 = 1 << (size * 2);
staticAssert(sizeOf<Row>() === 6, 'a row has six bytes');
export function square(i: usize): u32 { return squares[i]; }
export function row(i: usize): i32 { const { code, weight, next } = rows[i]; return i32(weight) * 1000 + i32(code) * 100 + i32(next[0]) * 10 + i32(next[1]); }
export function prime(i: usize): u8 { const own: FixedArray<u8, 2> = arrayOf(11, u8(i)); return i < 4 ? primes[i] : own[1]; }
export function run(): u32 { let value: u32 = 5; for (const step of steps) value = step(value); return value + bits; }`);

		expect(program.call('square', 15n)).toBe(225n);
		expect(program.call('row', 2n)).toBe(-200_000n + 300n + 27n);
		expect(program.call('prime', 3n)).toBe(7n);
		expect(program.call('prime', 9n)).toBe(9n);
		expect(program.call('run')).toBe(12n + 4096n);
	});

	test('what is wrong with them is reported', () => {
		const head = `import { arrayFrom, arrayOf, type FixedArray, sizeOf, staticAssert } from 'native:memory';\n`;
		expect(
			[
				'const a: FixedArray<u8, 3> = arrayOf(1, 2);',
				'const a: FixedArray<u8, 3> = arrayFrom(i => { return u8(i); });',
				'function f(i: usize): u8 { return u8(i); } const a: FixedArray<u8, 3> = arrayFrom(f);',
				`staticAssert(sizeOf<u32>() === 8, 'a word has eight bytes');`,
				`export function f(a: u32): void { staticAssert(a === 1, 'one'); }`,
			]
				.map(program => diagnosticsOf(head + program))
				.join('\n'),
		).toMatchInlineSnapshot(`
			"main.ts:3:30 error NT4009: 2 elements do not make an array of 3.
			  const a: FixedArray<u8, 3> = arrayOf(1, 2);
			                               ^^^^^^^^^^^^^
			  help: Write 3 of them, or use 'arrayFrom(index => …)'.
			main.ts:3:45 error NT3513: The function of 'arrayFrom' runs at build time, and is one expression.
			  const a: FixedArray<u8, 3> = arrayFrom(i => { return u8(i); });
			                                              ^^^^^^^^^^^^^^^^^
			  help: Write 'index => …' without a block.
			main.ts:3:83 error NT3517: 'arrayFrom' runs an arrow function at build time, and nothing else.
			  function f(i: usize): u8 { return u8(i); } const a: FixedArray<u8, 3> = arrayFrom(f);
			                                                                                    ^
			  help: Write 'arrayFrom(index => …)'.
			main.ts:3:1 error NT5011: The assertion does not hold: a word has eight bytes
			  staticAssert(sizeOf<u32>() === 8, 'a word has eight bytes');
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Change what it is about, or the assertion.
			main.ts:3:48 error NT5012: What is asserted is not known at build time.
			  export function f(a: u32): void { staticAssert(a === 1, 'one'); }
			                                                 ^^^^^^^
			  help: Use constants, 'sizeOf<T>()' and lengths; test other things with 'if' and 'panic(…)'."
		`);
	});
});
