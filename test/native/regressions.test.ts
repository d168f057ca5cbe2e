import { describe, expect, test } from 'vitest';
import { compileText, diagnosticsOf, native } from '../harness/native.ts';

const head = `import { asm } from 'native:asm';
import { type Atomic, compareExchange, fetchAdd, type Guarded, store, swap, atomic } from 'native:atomic';
import { hartLocal } from 'native:hart';
import { exportSymbol, importFunction, symbolAddress } from 'native:link';
import { addressFrom, addressOf, type FixedArray, type Ptr, sizeOf, zeroed } from 'native:memory';
import { panic } from 'native:panic';
`;

describe('code that once came out wrong', () => {
	test('the expected value of a 32-bit compare-exchange fills its register', () => {
		const { c } = compileText(
			`${head} const w = atomic<u32>(0); export function f(x: u64): boolean { return compareExchange(w, u32(x), 5, 'acqRel'); }`,
			'riscv64',
		);

		expect(c).toMatch(/\[expected\] "rJ" \(\(\(i64\)\(\(i32\)/); // lr.w sign-extends
	});

	test('a load of a pointer is volatile, not what the pointer points at', () => {
		const { c } = compileText(
			`${head} interface S { a: u32 } const s = zeroed<Atomic<Ptr<S> | null>>();
import { load } from 'native:atomic';
export function f(): u32 { for (;;) { const p = load(s, 'relaxed'); if (p !== null) return p.a; } }`,
			'riscv64',
		);

		expect(c).toContain('(*(struct main__S * volatile *)&main__s)');
	});

	test('a large hart-local variable lies behind the small ones, which one instruction reaches', () => {
		const { c } = compileText(
			`${head} const small = hartLocal<u64>(0); const large = hartLocal<FixedArray<u64, 64>>();
export function f(i: usize): u64 { return small.value + large.value[i]; }`,
			'riscv64',
		);

		expect(c).toMatch(/section\("\.tbss\._main__large"\)/);
		expect(c).not.toMatch(/section\("\.tbss\._main__small"\)/);
	});

	test('atomic operations find their cell before they compute their operands', () => {
		const program = native(`${head}
const trace = hartLocal<u64>(0);
const cells: FixedArray<Atomic<u64>, 4> = zeroed();
function note(digit: u64): u64 { trace.value = trace.value * 10 + digit; return digit; }
export function run(): u64 {
	store(cells[note(1)], note(2), 'release');
	swap(cells[note(3)], note(2), 'acquire');
	compareExchange(cells[note(1)], note(2), note(3), 'acqRel');
	fetchAdd(cells[note(1)], note(3), 'relaxed');
	return trace.value;
}`);

		expect(program.call('run')).toBe(123_212_313n);
	});

	test('a place is found before the value that it gets, also when only the place has effects', () => {
		const program = native(`${head}
interface S { k: usize; a: FixedArray<u32, 4>; b: FixedArray<u32, 4> }
const s: Guarded<S, 'one thread'> = zeroed();
export function run(): u32 { s.k = 1; s.b[1] = 10; s.b[2] = 20; s.a[(s.k += 1) & 3] = s.b[s.k & 3]; return s.a[2]; }`);

		expect(program.call('run')).toBe(20n);
	});

	test('structures of the same name in two files stay two, as type arguments too', () => {
		const program = native({
			'main.ts': `import { first } from './a.ts'; import { second } from './b.ts'; export function run(): usize { return first() * 100 + second(); }`,
			'a.ts': `import { sizeOf } from 'native:memory'; import { Box } from './box.ts'; interface Config { a: u8 } export function first(): usize { return sizeOf<Box<Config>>(); }`,
			'b.ts': `import { sizeOf } from 'native:memory'; import { Box } from './box.ts'; interface Config { a: u8; b: u64; c: u64 } export function second(): usize { return sizeOf<Box<Config>>(); }`,
			'box.ts': `export class Box<T> { value: T; n: u32 = 3; }`,
		});

		expect(program.call('run')).toBe(832n);
	});

	test('locals may be called like symbols of the linker, words of C, and each other renamed', () => {
		const program = native(`${head}
function g(a: u64): u64 { return a + 1; }
exportSymbol('foo', g);
export function f(foo: u64): u64 { return g(foo); }
export function k(int_: u32): u32 { let r: u32 = 0; { const int: u32 = 5; r = int_ * 10 + int; } return r; }`);

		expect(program.call('f', 1n)).toBe(2n);
		expect(program.call('k', 1n)).toBe(15n);
	});

	test('what finds an array is done although only its length is wanted', () => {
		const program = native(`${head}
const calls = hartLocal<u32>(0);
const rows: FixedArray<FixedArray<u8, 3>, 2> = zeroed();
function g(): usize { calls.value++; return 1; }
export function run(): u32 { const n = rows[g()].length; rows[g()]; return calls.value * 10 + u32(n); }`);

		expect(program.call('run')).toBe(23n);
	});

	test('a value that never comes fits everywhere', () => {
		const program = native(`${head}
function g(a: u32): u32 { return a; }
export function f(a: u32): u32 { const x: u32 = a > 3 ? a : panic('small'); return x === 9 ? panic('nine') : g(x === 8 ? panic('eight') : x); }`);

		expect(program.call('f', 5n)).toBe(5n);
		expect(['3', '8', '9'].map(a => program.call('f', BigInt(a)))).toEqual([
			'panic: small (main.ts:10)',
			'panic: eight (main.ts:10)',
			'panic: nine (main.ts:10)',
		]);
	});

	test('a constructor reads what it has filled, never the object around it', () => {
		const program = native(`${head}
class P { a: u32; b: u32; #a: u32 = 7; constructor(a: u32) { this.a = a; this.b = this.a + 1; } next(): u32 { const q = new P(100); return q.b + q.#a; } }
const p = new P(4);
export function run(): u32 { return p.b * 1000 + p.next(); }`);

		expect(program.call('run')).toBe(5108n);
	});

	test('a method that an object literal gives again is not dropped', () => {
		expect(
			diagnosticsOf(
				'class A { a: u32 = 1; m(): u32 { return 1; } } const x: A = { a: 1, m: () => 2 }; export function run(): u32 { return x.m(); }',
			),
		).toContain("main.ts:2:69 error NT3147: 'm' is not a field's name.");
		expect(diagnosticsOf('interface S { a: u32 } const s: S = { a: 1, b: 2 };')).not.toContain(
			'NT',
		);
	});

	test('every look at a hart-local is made', () => {
		const { c } = compileText(
			`${head} const flag = hartLocal<u32>(0); export function wait(): void { while (flag.value === 0) {} }`,
			'riscv64',
		);

		expect(c).toMatch(/while \(\(\(\*\(u32 volatile \*\)&main__flag\) == /);
	});

	test('and at what lies in one, found by its name', () => {
		const { c } = compileText(
			`${head} interface S { rows: FixedArray<u32, 4> } const s = hartLocal<S>();
export function wait(i: usize): void { while (s.value.rows[i] === 0) {} }
export function count(i: usize): void { s.value.rows[i] += 1; }`,
			'riscv64',
		);

		expect(c).toMatch(/while \(\(\(\*\(u32 volatile \*\)&main__s\.rows\.e\[checkIndex\(/);
		expect(c).toMatch(/\(\*\(u32 volatile \*\)&\(\*_t1\)\) = /);
	});
});

describe('forms that once crashed the compiler or gcc', () => {
	test('are accepted', () => {
		const programs = [
			'export function f(): void { 5; ~3; }',
			'export function f(n: u32): u32 { let i: u32 = 0; a: b: for (; i < n; i++) { if (i > 3) continue a; } return i; }',
			'interface A { int: u32; default: u32; linux: u32 } const a: Guarded<A, "one thread"> = zeroed(); export function f(): u32 { a.int = 5; return a.int + a.default + a.linux; }',
			'interface X { a: u64 } interface X_p { a: u64 } const p: FixedArray<Ptr<X>, 4> = zeroed(); const q: FixedArray<X_p, 4> = zeroed(); export function f(): u64 { return q[3].a; }',
		];

		for (const program of programs) expect(() => native(head + program)).not.toThrow();
	});

	test('are refused with a place', () => {
		const programs = [
			'class A { a: A = new A(); }',
			'interface A { b: FixedArray<B, 2> } interface B { a: A } const a: A = zeroed();',
			'interface B { x: u32 } interface C extends B { y: u32 }',
			'interface A { x: u32; g(): void; "y": u32 }',
			'class L<T> { next: Ptr<L<Ptr<T>>>; v: T } const l: L<u8> = zeroed();',
			`function f(): void {} exportSymbol('int', f);`,
			`const f = importFunction<() => void>('a b');`,
			'const wrong: FixedArray<u32, 2> = zeroed(); class A { readonly low: u32 = u32(addressFrom(wrong)); } const a = new A();',
		];

		expect(
			programs.map(program => diagnosticsOf(head + program)).join('\n'),
		).toMatchInlineSnapshot(`
			"main.ts:8:7 error NT4010: 'A' would lie within itself.
			  class A { a: A = new A(); }
			        ^
			  help: Hold a 'Ptr<…>' to the inner one.
			main.ts:8:47 error NT4010: 'B' would lie within itself.
			  interface A { b: FixedArray<B, 2> } interface B { a: A } const a: A = zeroed();
			                                                ^
			  help: Hold a 'Ptr<…>' to the inner one.
			main.ts:8:44 error NT3213: 'C' extends 'B', but native code has no inheritance.
			  interface B { x: u32 } interface C extends B { y: u32 }
			                                             ^
			  help: Hold the 'B' in a field of 'C'.
			main.ts:8:23 error NT3222: 'g' is a method, but an interface is a layout of memory.
			  interface A { x: u32; g(): void; "y": u32 }
			                        ^
			  help: Write a class, or a field that holds a function: 'g: (…) => …'.
			main.ts:8:34 error NT3225: '"y"' is not a field's name.
			  interface A { x: u32; g(): void; "y": u32 }
			                                   ^^^
			  help: Write the name as a plain word; what is numbered goes into a 'FixedArray'.
			main.ts:8:1 error NT4011: This type has type arguments without end.
			  class L<T> { next: Ptr<L<Ptr<T>>>; v: T } const l: L<u8> = zeroed();
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Break the chain of type arguments.
			main.ts:8:20 error NT2001: 'T' is not a machine type.
			  class L<T> { next: Ptr<L<Ptr<T>>>; v: T } const l: L<u8> = zeroed();
			                     ^^^^^^^^^^^^^^
			  help: Use one of u8 … u64, i8 … i64, usize, isize, boolean, or a structure, array or pointer of them.
			main.ts:8:39 error NT2001: 'T' is not a machine type.
			  class L<T> { next: Ptr<L<Ptr<T>>>; v: T } const l: L<u8> = zeroed();
			                                        ^
			  help: Use one of u8 … u64, i8 … i64, usize, isize, boolean, or a structure, array or pointer of them.
			main.ts:8:23 error NT5014: 'int' cannot be a symbol of the linker here.
			  function f(): void {} exportSymbol('int', f);
			                        ^^^^^^^^^^^^^^^^^^^^^^
			  help: Use letters, digits and single underscores, and no word of C.
			main.ts:8:11 error NT5014: 'a b' cannot be a symbol of the linker here.
			  const f = importFunction<() => void>('a b');
			            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Use letters, digits and single underscores, and no word of C.
			main.ts:8:112 error NT1004: The initial value of 'a' is not known at build time.
			  const wrong: FixedArray<u32, 2> = zeroed(); class A { readonly low: u32 = u32(addressFrom(wrong)); } const a = new A();
			                                                                                                                 ^^^^^^^
			  help: Use literals, other constants, and constructors whose arguments are constants."
		`);
	});

	test('assembly takes what fits a register', () => {
		const { diagnostics } = compileText(
			`${head} export function f(s: string): void { asm('mv t0, {s}', { s }); }`,
			'riscv64',
		);

		expect(diagnostics.map(({ code }) => code)).toEqual(['NT5015']);
	});

	test('a shorthand property takes the value of a constant of the module, too', () => {
		const program = native(`interface Part { size: u32; limit: u32; }
const size: u32 = 4;
const limit = 1 << 20;
const whole: Part = { size, limit };
export function sum(): u32 {
	const own: Part = { limit, size };
	return whole.size + whole.limit + own.size + own.limit;
}`);

		expect(program.call('sum')).toBe(8n + (2n << 20n));
	});
});
