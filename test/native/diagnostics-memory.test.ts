import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of memory and layout', () => {
		const types = `import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } `;
		expect(
			textsOf(
				`${types}export function f(): u32 { const a: FixedArray<u32, 4> = zeroed(); return a[4]; }`,
				`${types}layout<P>({ x: 0, y: 1 });`,
				`${types}interface Q { p: P } export function f(q: Q, p: P): void { q.p = p; }`,
				`${types}export function f(): void { const p = addressOf(1); }`,
				`${types}export function f(): P { const p: P = { x: 1, y: 2 }; return p; }`,
				`${types}interface V { v: void }`.concat(' export function f(v: V): void {}'),
				`${types}export function f(a: FixedArray<u8, number>): void {}`,
				`${types}class A { x: u32 } export function f(): void { new A(); }`,
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:193 error NT4001: Index 4 lies outside the 4 elements.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } export function f(): u32 { const a: FixedArray<u32, 4> = zeroed(); return a[4]; }
			                                                                                                                                                                                                  ^
			  help: Use an index from 0 to 3.
			main.ts:2:135 error NT4002: 'y' lies at offset 0x4, not at 0x1.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } layout<P>({ x: 0, y: 1 });
			                                                                                                                                        ^^^^
			  help: Add or resize the reserved fields before it.
			main.ts:2:176 error NT4003: A 'P' lies in place and cannot be replaced as a whole.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } interface Q { p: P } export function f(q: Q, p: P): void { q.p = p; }
			                                                                                                                                                                                 ^^^
			  help: Assign its fields, or hold a 'Ptr<…>' to it.
			main.ts:2:165 error NT4004: This value has no address.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } export function f(): void { const p = addressOf(1); }
			                                                                                                                                                                      ^
			  help: Take the address of a variable, a field or an element.
			main.ts:2:1 error NT4005: The address of 'p' lives longer than the function that it belongs to.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } export function f(): P { const p: P = { x: 1, y: 2 }; return p; }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand it to functions that this one calls, or make it a module-level 'const'.
			main.ts:2:131 error NT4006: 'void' cannot be stored.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } interface V { v: void } export function f(v: V): void {}
			                                                                                                                                    ^^^^^^^
			  help: Store integers, booleans, pointers, functions, structures or arrays.
			main.ts:2:138 error NT4007: The length of a 'FixedArray' is an integer known at build time.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } export function f(a: FixedArray<u8, number>): void {}
			                                                                                                                                           ^^^^^^^^^^^^^^^^^^^^^^
			  help: Write it as a literal, 'FixedArray<u8, 64>', or a numeric type parameter.
			main.ts:2:164 error NT4008: Nothing holds the 'A' that is made here.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } class A { x: u32 } export function f(): void { new A(); }
			                                                                                                                                                                     ^^^^^^^
			  help: Give it a name first: 'const x = …'.
			"
		`);
	});

	test('of types without values, and with too many', () => {
		expect(
			textsOf(
				"import { type Ptr } from 'native:memory'; export function f(a: Ptr<void>): void {}",
				"import { type FixedArray, sizeOf } from 'native:memory'; export function f(): usize { return sizeOf<FixedArray<FixedArray<u64, 65536>, 65536>>(); }",
				"import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 0>): u8 { return a[0]; }",
				'export function f(): void { let a: null = null; }',
				'export function f(a: void, b: (c: never) => void): void {}',
				'type Handler = (irq: usize) => Handler | null; export function f(a: Handler): void {}',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:64 error NT4006: 'void' cannot be stored.
			  import { type Ptr } from 'native:memory'; export function f(a: Ptr<void>): void {}
			                                                                 ^^^^^^^^^
			  help: Store integers, booleans, pointers, functions, structures or arrays.
			main.ts:2:101 error NT4012: 'FixedArray<FixedArray<u64, 65536>, 65536>' takes 2 GiB of memory or more.
			  import { type FixedArray, sizeOf } from 'native:memory'; export function f(): usize { return sizeOf<FixedArray<FixedArray<u64, 65536>, 65536>>(); }
			                                                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Use a smaller length; large memory is reached through a pointer.
			main.ts:2:105 error NT4001: Index 0 lies outside the 0 elements.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 0>): u8 { return a[0]; }
			                                                                                                          ^
			  help: Give the array elements.
			main.ts:2:33 error NT4006: 'null' cannot be stored.
			  export function f(): void { let a: null = null; }
			                                  ^^^^^^^^^^^^^^
			  help: Store integers, booleans, pointers, functions, structures or arrays.
			main.ts:2:22 error NT4006: 'void' cannot be stored.
			  export function f(a: void, b: (c: never) => void): void {}
			                       ^^^^
			  help: Store integers, booleans, pointers, functions, structures or arrays.
			main.ts:2:31 error NT4006: 'never' cannot be stored.
			  export function f(a: void, b: (c: never) => void): void {}
			                                ^^^^^^^^^^^^^^^^^^
			  help: Store integers, booleans, pointers, functions, structures or arrays.
			main.ts:2:69 error NT4015: 'Handler' is a type of functions that take or give functions of the same type.
			  type Handler = (irq: usize) => Handler | null; export function f(a: Handler): void {}
			                                                                      ^^^^^^^
			  help: Hold the function in a field of an 'interface', and hand over that.
			"
		`);
	});

	test('of a pointer to what is readonly', () => {
		expect(
			textsOf(
				"import { addressOf } from 'native:memory'; class C { readonly x: u32; constructor(x: u32) { this.x = x; } } const c = new C(5); export function f(): u32 { addressOf(c.x).target = 3; return c.x; }",
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:166 error NT4013: 'x' is 'readonly', and a pointer could write it.
			  import { addressOf } from 'native:memory'; class C { readonly x: u32; constructor(x: u32) { this.x = x; } } const c = new C(5); export function f(): u32 { addressOf(c.x).target = 3; return c.x; }
			                                                                                                                                                                       ^^^
			  help: Copy it into a variable first, or take 'readonly' from 'x'.
			"
		`);
	});
});
