import { describe, expect, test } from 'vitest';
import { diagnosticsOf, native } from '../harness/native.ts';

describe('for … of', () => {
	test('goes over values and over references, with break, continue and labels', () => {
		const program = native(`
import type { Guarded } from 'native:atomic';
import { type FixedArray, zeroed } from 'native:memory';
interface Point { x: u32; y: u32 }
const points: Guarded<FixedArray<Point, 3>, 'one thread'> = zeroed();
const grid: Guarded<FixedArray<FixedArray<u8, 4>, 4>, 'one thread'> = zeroed();
export function run(): u32 {
	let i: u32 = 0;
	for (const point of points) { point.x = i; point.y = i * 10; i++; }
	let sum: u32 = 0;
	for (const { x, y } of points) { if (x === 1) continue; sum += x + y; }
	return sum;
}
export function cells(): u32 {
	for (const row of grid) for (let k: usize = 0; k < row.length; k++) row[k] = u8(k);
	let count: u32 = 0;
	outer: for (const row of grid) for (const cell of row) { count += u32(cell); if (cell === 2) continue outer; }
	return count;
}`);

		expect(program.call('run')).toBe(22n);
		expect(program.call('cells')).toBe(12n);
	});
});

describe('patterns', () => {
	test('take fields and elements, nested and renamed, evaluating their source once', () => {
		const program = native(`
import { atomic, fetchAdd, type Guarded, load } from 'native:atomic';
import { type FixedArray, zeroed } from 'native:memory';
interface Inner { low: u8; high: u8 }
interface Outer { inner: Inner; values: FixedArray<u16, 3> }
const outer: Guarded<Outer, 'one thread'> = zeroed();
const calls = atomic<u32>(0);
function find(): Outer { fetchAdd(calls, 1, 'relaxed'); return outer; }
export function run(): u32 {
	outer.inner.high = 9; outer.values[0] = 100; outer.values[2] = 300;
	const { inner: { high }, values } = find();
	const [first, , third] = values;
	let [counter] = values;
	counter += 5;
	return u32(high) + u32(first) + u32(third) + u32(counter) * 1000 + load(calls, 'relaxed') * 1_000_000;
}`);

		expect(program.call('run')).toBe(9n + 100n + 300n + 105_000n + 1_000_000n);
	});

	test('that do not fit are refused', () => {
		const types = `import { type FixedArray } from 'native:memory'; interface P { x: u32 }`;
		expect(
			[
				`${types} export function f(p: P): u32 { const { x = 1 } = p; return x; }`,
				`${types} export function f(p: FixedArray<u8, 2>): u8 { const [a, b, c] = p; return c; }`,
				`${types} export function f(p: FixedArray<u8, 2>): u8 { const [a, ...b] = p; return a; }`,
				`${types} export function f(p: u32): void { const {} = p; }`,
			]
				.map(diagnosticsOf)
				.join('\n'),
		).toMatchInlineSnapshot(`
			"main.ts:2:112 error NT3211: 'x' has a default, but every field and element has a value.
			  import { type FixedArray } from 'native:memory'; interface P { x: u32 } export function f(p: P): u32 { const { x = 1 } = p; return x; }
			                                                                                                                 ^^^^^
			  help: Leave the default out.
			main.ts:2:132 error NT4001: Index 2 lies outside the 2 elements.
			  import { type FixedArray } from 'native:memory'; interface P { x: u32 } export function f(p: FixedArray<u8, 2>): u8 { const [a, b, c] = p; return c; }
			                                                                                                                                     ^
			  help: Use an index from 0 to 1.
			main.ts:2:129 error NT3210: '...b' takes what is left, for which there is no memory.
			  import { type FixedArray } from 'native:memory'; interface P { x: u32 } export function f(p: FixedArray<u8, 2>): u8 { const [a, ...b] = p; return a; }
			                                                                                                                                  ^^^^
			  help: Name every element, or take a 'slice(…)' from 'native:memory'.
			main.ts:2:113 error NT2010: 'u32' has no parts to take.
			  import { type FixedArray } from 'native:memory'; interface P { x: u32 } export function f(p: u32): void { const {} = p; }
			                                                                                                                  ^^
			  help: Destructure a structure, a class or a fixed array."
		`);
	});
});

describe('accessors', () => {
	test('are methods that look like fields', () => {
		const program = native(`
import type { Guarded } from 'native:atomic';
class Temperature {
	private raw: Guarded<i32, 'one thread'>;
	readonly scale: i32 = 10;
	get degrees(): i32 { return this.raw / this.scale; }
	set degrees(value: i32) { this.raw = value * this.scale; }
	get isFreezing(): boolean { return this.raw < 0; }
}
const inside = new Temperature();
export function run(): i32 { inside.degrees = -3; inside.degrees -= 4; return inside.isFreezing ? inside.degrees : 0; }`);

		expect(program.call('run')).toBe(-7n);
	});

	test('are not assigned on a condition', () => {
		expect(
			diagnosticsOf(
				'class A { private n: u32; get x(): u32 { return this.n; } set x(v: u32) { this.n = v; } set y(v: boolean) {} get y(): boolean { return true; } }\nexport function f(a: A): void { a.y ||= true; }',
			),
		).toMatchInlineSnapshot(`
			"main.ts:3:33 error NT3118: Native code has no '||='.
			  export function f(a: A): void { a.y ||= true; }
			                                  ^^^^^^^^^^^^
			  help: Write 'if (…) a.y = …'."
		`);
	});
});
