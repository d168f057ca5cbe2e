import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of types that hold anything', () => {
		expect(
			textsOf(
				'export function f(a: any): void {}',
				'export function f(a: unknown): void {}',
				'export function f(a: object): void {}',
				'export function f(a: {}): void {}',
				'export function f(a: undefined): void {}',
				'export function f(a: Function): void {}',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:22 error NT3301: 'any' is not a machine type.
			  export function f(a: any): void {}
			                       ^^^
			  help: Write the type that it is; a function for several types is generic: 'function f<T>(…)'.
			main.ts:2:22 error NT3302: 'unknown' is not a machine type.
			  export function f(a: unknown): void {}
			                       ^^^^^^^
			  help: Write the type that it is; a function for several types is generic: 'function f<T>(…)'.
			main.ts:2:22 error NT3315: 'object' does not tell what it holds.
			  export function f(a: object): void {}
			                       ^^^^^^
			  help: Write the structure itself, or an address: 'usize'.
			main.ts:2:22 error NT3315: '{}' does not tell what it holds.
			  export function f(a: {}): void {}
			                       ^^
			  help: Write the structure itself, or an address: 'usize'.
			main.ts:2:22 error NT3303: 'undefined' is not a machine type.
			  export function f(a: undefined): void {}
			                       ^^^^^^^^^
			  help: Write 'null' for none, or 'void' for a function without a result.
			main.ts:2:22 error NT3401: 'Function' is of JavaScript's library, which native code does not have.
			  export function f(a: Function): void {}
			                       ^^^^^^^^
			  help: Write the function's type: '(a: u32) => void'.
			"
		`);
	});

	test('of types that hold one of several things', () => {
		expect(
			textsOf(
				'export function f(a: u32 | u64): void {}',
				'export function f(a: u32 | undefined): void {}',
				'export function f(a: u32 | null): void {}',
				'export function f(a: "on" | "off"): void {}',
				'export function f(a: 1): void {}',
				'export function f(a: (() => void) | u32 | null): void {}',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:22 error NT3304: 'u32 | u64' is a union, of which nobody knows at run time which it holds.
			  export function f(a: u32 | u64): void {}
			                       ^^^^^^^^^
			  help: Write one of its types; 'Ptr<T> | null' and a function '| null' are the unions that there are.
			main.ts:2:22 error NT3304: 'u32 | undefined' is a union, of which nobody knows at run time which it holds.
			  export function f(a: u32 | undefined): void {}
			                       ^^^^^^^^^^^^^^^
			  help: Write one of its types; 'Ptr<T> | null' and a function '| null' are the unions that there are.
			main.ts:2:22 error NT3305: 'u32' has no value that means null.
			  export function f(a: u32 | null): void {}
			                       ^^^^^^^^^^
			  help: Use a value that means none, a 'boolean' beside it, or a 'Ptr<u32> | null'.
			main.ts:2:22 error NT3306: '"on" | "off"' names values, and is not a machine type.
			  export function f(a: "on" | "off"): void {}
			                       ^^^^^^^^^^^^
			  help: Write an 'enum', or the type of the values.
			main.ts:2:22 error NT3306: '1' names values, and is not a machine type.
			  export function f(a: 1): void {}
			                       ^
			  help: Write an 'enum', or the type of the values.
			main.ts:2:22 error NT3304: '(() => void) | u32 | null' is a union, of which nobody knows at run time which it holds.
			  export function f(a: (() => void) | u32 | null): void {}
			                       ^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Write one of its types; 'Ptr<T> | null' and a function '| null' are the unions that there are.
			"
		`);
	});

	test('of types without a size', () => {
		expect(
			textsOf(
				'export function f(a: u32[]): void {}',
				'export function f(a: [u32, u64]): void {}',
				'export function f(a: bigint): void {}',
				'export function f(a: symbol): void {}',
				'export function f(a: number): void {}',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:22 error NT3307: 'u32[]' has no length.
			  export function f(a: u32[]): void {}
			                       ^^^^^
			  help: Write 'FixedArray<T, N>', or 'Slice<T>' for one of any length.
			main.ts:2:22 error NT3308: '[u32, u64]' is a tuple.
			  export function f(a: [u32, u64]): void {}
			                       ^^^^^^^^^^
			  help: Name the parts in an 'interface', or write 'FixedArray<T, N>'.
			main.ts:2:22 error NT3313: 'bigint' has no fixed size.
			  export function f(a: bigint): void {}
			                       ^^^^^^
			  help: Write 'u64' or 'i64'.
			main.ts:2:22 error NT3314: Native code has no symbols.
			  export function f(a: symbol): void {}
			                       ^^^^^^
			  help: Write an 'enum'.
			main.ts:2:22 error NT2012: 'number' is a type of floating-point numbers.
			  export function f(a: number): void {}
			                       ^^^^^^
			  help: Write the machine type that it is: one of u8 … u64, i8 … i64, usize, isize; or compute in an ordinary module.
			"
		`);
	});

	test('of structures that nobody declared', () => {
		expect(
			textsOf(
				'export function f(a: { x: u32 }): void {}',
				'interface P { x: u32 } export function f(a: { [K in keyof P]: u64 }): void {}',
				'interface P { x: u32 } interface Q { y: u32 } export function f(a: P & Q): void {}',
				'function g<T>(a: T extends u32 ? u32 : T): void {} export function f(a: u64): void { g<u64>(a); }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:22 error NT3309: '{ x: u32; }' is a structure without a name.
			  export function f(a: { x: u32 }): void {}
			                       ^^^^^^^^^^
			  help: Declare it: 'interface Name { … }'.
			main.ts:2:45 error NT3310: '{ x: u64; }' is made from the names of other fields.
			  interface P { x: u32 } export function f(a: { [K in keyof P]: u64 }): void {}
			                                              ^^^^^^^^^^^^^^^^^^^^^^^
			  help: Write its fields out in an 'interface'.
			main.ts:2:68 error NT3311: 'P & Q' is two structures in one.
			  interface P { x: u32 } interface Q { y: u32 } export function f(a: P & Q): void {}
			                                                                     ^^^^^
			  help: Write all fields in one 'interface', or hold each structure in a field.
			main.ts:2:18 error NT3312: 'T extends u32 ? u32 : T' depends on another type.
			  function g<T>(a: T extends u32 ? u32 : T): void {} export function f(a: u64): void { g<u64>(a); }
			                   ^^^^^^^^^^^^^^^^^^^^^^^
			  help: Write the type that it is.
			"
		`);
	});

	test('of functions that are more than a pointer', () => {
		expect(
			textsOf(
				'class A { x: u32; } export function f(a: new () => A): void {}',
				'export function f(a: { (x: u32): void; (x: u64): void }): void {}',
				'export function f(a: <T>(x: T) => void): void {}',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:42 error NT3316: 'new () => A' is a class as a value.
			  class A { x: u32; } export function f(a: new () => A): void {}
			                                           ^^^^^^^^^^^
			  help: Hand over a function that fills the structure.
			main.ts:2:22 error NT3317: '{ (x: u32): void; (x: u64): void; }' takes its arguments in more than one form.
			  export function f(a: { (x: u32): void; (x: u64): void }): void {}
			                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Write one function type for each form.
			main.ts:2:22 error NT3318: '<T>(x: T) => void' is generic, but a pointer holds one function.
			  export function f(a: <T>(x: T) => void): void {}
			                       ^^^^^^^^^^^^^^^^^
			  help: Write the types out.
			"
		`);
	});
});
