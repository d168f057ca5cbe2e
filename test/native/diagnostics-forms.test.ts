import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of what TypeScript has and the dialect does not', () => {
		expect(
			textsOf(
				'export function f(): void { throw 1; }',
				'export function f(a: u32): u32 { try { return a; } finally { } }',
				'export function f(a: u32): void { const g = (): u32 => a; }',
				'export function f(a: u32): u32 { switch (a) { case a: return 1; case 2: const x: u32 = 1; return x; case 2: return 3; } return 0; }',
				'export function f(): void { function g(): void {} }',
				'class A { constructor(readonly base: usize) {} }',
				'class A { get x(): u32 { return 1; } }',
				'class A {} class B extends A {}',
				'export function f(a?: u32): void {}',
				'export function f<T>(a: T): void {}',
				'export function f(a: u32): u32 { return a as u32; }',
				'export function f(a: u32): u32 { return a ?? 1; }',
				'export function f(a: string): usize { return a.length; }',
				'export function f(): void { for (const x in {}) {} }',
				'async function f(): void {}',
				'export function f(): void { isNaN(1); }',
				'export function f(): void { const a = undefined; }',
				'enum E { A } export function f(): E { return E.A; } export const g = E;',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:29 error NT3001: Native code has no exceptions.
			  export function f(): void { throw 1; }
			                              ^^^^^^^^
			  help: Return a value that says so, or call 'panic(…)'.
			main.ts:2:34 error NT3001: Native code has no exceptions.
			  export function f(a: u32): u32 { try { return a; } finally { } }
			                                   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Check results instead.
			main.ts:2:56 error NT3003: The function captures 'a' of the function around it.
			  export function f(a: u32): void { const g = (): u32 => a; }
			                                                         ^
			  help: Hand it in as a parameter, or keep it in a module-level atomic or hart-local.
			main.ts:2:52 error NT3004: A 'case' takes a constant here.
			  export function f(a: u32): u32 { switch (a) { case a: return 1; case 2: const x: u32 = 1; return x; case 2: return 3; } return 0; }
			                                                     ^
			  help: Use literals and enum members, or 'if' and 'else if'.
			main.ts:2:73 error NT3005: A 'case' declares a variable without a block of its own.
			  export function f(a: u32): u32 { switch (a) { case a: return 1; case 2: const x: u32 = 1; return x; case 2: return 3; } return 0; }
			                                                                          ^^^^^^^^^^^^^^^^^
			  help: Write 'case …: { … }'.
			main.ts:2:106 error NT3006: 2 has a 'case' already.
			  export function f(a: u32): u32 { switch (a) { case a: return 1; case 2: const x: u32 = 1; return x; case 2: return 3; } return 0; }
			                                                                                                           ^
			  help: Remove one of the two.
			main.ts:2:29 error NT3001: Native code has no functions inside functions.
			  export function f(): void { function g(): void {} }
			                              ^^^^^^^^^^^^^^^^^^^^^
			  help: Move the function to module level.
			main.ts:2:23 error NT3001: Native code has no parameter properties.
			  class A { constructor(readonly base: usize) {} }
			                        ^^^^^^^^^^^^^^^^^^^^
			  help: Declare the field and assign it.

			main.ts:2:20 error NT3001: Native code has no inheritance.
			  class A {} class B extends A {}
			                     ^^^^^^^^^
			  help: Hold the other object in a field.
			main.ts:2:19 error NT3001: Native code has no optional parameters.
			  export function f(a?: u32): void {}
			                    ^^^^^^^
			  help: Write every argument at each call.

			main.ts:2:41 error NT3001: Native code has no type assertions.
			  export function f(a: u32): u32 { return a as u32; }
			                                          ^^^^^^^^
			  help: Convert with 'u32(…)' and its like, or use 'pointerAt<T>(…)'.
			main.ts:2:43 error NT3001: Native code has no operator '??'.
			  export function f(a: u32): u32 { return a ?? 1; }
			                                            ^^
			  help: Write it with functions, loops and conditions, or move it to an ordinary module.
			main.ts:2:48 error TS2339: Property 'length' does not exist on type 'string'.
			  export function f(a: string): usize { return a.length; }
			                                                 ^^^^^^
			main.ts:2:29 error NT3001: Native code has no 'for … in'.
			  export function f(): void { for (const x in {}) {} }
			                              ^^^^^^^^^^^^^^^^^^^^^^
			  help: Loop over indices.
			main.ts:2:16 error NT3001: Native code has no 'async'.
			  async function f(): void {}
			                 ^
			  help: Post an event and await it in an ordinary module.
			main.ts:2:29 error TS2304: Cannot find name 'isNaN'.
			  export function f(): void { isNaN(1); }
			                              ^^^^^
			main.ts:2:39 error NT3002: 'undefined' is not available in native code.
			  export function f(): void { const a = undefined; }
			                                        ^^^^^^^^^
			  help: Native code sees its own modules and what it imports from 'native:…'.
			main.ts:2:70 error NT3002: 'E' is not available in native code.
			  enum E { A } export function f(): E { return E.A; } export const g = E;
			                                                                       ^
			  help: Native code sees its own modules and what it imports from 'native:…'.
			"
		`);
	});
});
