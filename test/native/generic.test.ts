import { describe, expect, test } from 'vitest';
import { diagnosticsOf, native } from '../harness/native.ts';

describe('generics', () => {
	test('a function has one instance for each type that it is called with', () => {
		const program = native(
			`
import type { Guarded } from 'native:atomic';
import { type FixedArray, zeroed } from 'native:memory';
function max<T extends number>(a: T, b: T): T { return a > b ? a : b; }
function sum<N extends number>(values: FixedArray<u16, N>): u32 { let total: u32 = 0; for (const value of values) total += u32(value); return total; }
function fill<T, N extends number>(values: FixedArray<T, N>, value: T): usize { for (let i: usize = 0; i < values.length; i++) values[i] = value; return values.length; }
function times<T>(count: u32, value: T, step: (value: T) => T): T { let v = value; for (let i: u32 = 0; i < count; i++) v = step(v); return v; }
const five: Guarded<FixedArray<u16, 5>, 'one thread'> = zeroed();
export function u8Max(a: u8, b: u8): u8 { return max(a, b); }
export function i64Max(a: i64, b: i64): i64 { return max(a, b); }
export function literal(a: u32): u32 { return max(a, 100); }
export function total(): u32 { const n = fill(five, 7); return sum(five) + u32(n); }
export function doubled(value: u64): u64 { return times<u64>(3, value, v => v * 2); }`.replace(
				'<T extends number>',
				'<T extends u8 | i64 | u32>',
			),
		);

		expect(program.call('u8Max', 200n, 100n)).toBe(200n);
		expect(program.call('i64Max', -5n, -6n)).toBe(-5n);
		expect(program.call('literal', 7n)).toBe(100n);
		expect(program.call('total')).toBe(40n);
		expect(program.call('doubled', 5n)).toBe(40n);
	});

	test('a class has one instance for each set of arguments, its arrow functions too', () => {
		const program = native(`
import type { Guarded } from 'native:atomic';
import { type FixedArray } from 'native:memory';
class Stack<T, N extends number> {
	readonly items: Guarded<FixedArray<T, N>, 'one thread'>;
	count: Guarded<usize, 'one thread'>;
	constructor(capacity: N) {}
	push(item: T): boolean { if (this.count >= this.items.length) return false; this.items[this.count] = item; this.count++; return true; }
	pop(): T { this.count--; return this.items[this.count]; }
	capacityText(): u32 { const measure = (): u32 => 1000; return measure() + u32(this.items.length); }
	static twice<V>(value: V, step: (value: V) => V): V { return step(step(value)); }
}
const bytes = new Stack<u8, 2>(2);
const words = new Stack<u64, 3>(3);
export function run(): u64 {
	bytes.push(255); bytes.push(7); if (bytes.push(1)) return 0;
	words.push(0xffff_ffff_ff); words.push(1);
	words.pop();
	return words.pop() + u64(bytes.pop()) + u64(bytes.capacityText()) * 10 + u64(words.capacityText());
}
export function four(): u32 { return Stack.twice<u32>(1, n => n * 2); }`);

		expect(program.call('run')).toBe(0xffff_ffff_ffn + 7n + 10_020n + 1003n);
		expect(program.call('four')).toBe(4n);
	});

	test('what the arguments do not tell is written out', () => {
		expect(
			diagnosticsOf(
				'function same<T>(value: T): T { return value; }\nexport function f(): u32 { return same(1); }',
			),
		).toMatchInlineSnapshot(`
			"main.ts:3:35 error NT2011: The arguments do not tell what 'T' is.
			  export function f(): u32 { return same(1); }
			                                    ^^^^^^^
			  help: Write the type arguments out, as in \`max<u32>(…)\`."
		`);
	});
});
