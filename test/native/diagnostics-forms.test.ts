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
			main.ts:2:29 error NT3101: Native code throws no exceptions.
			  export function f(): void { throw 1; }
			                              ^^^^^^^^
			  help: Return a value that says what went wrong, or end with 'panic(…)' from 'native:panic'.
			main.ts:2:34 error NT3102: Native code has no exceptions, so there is nothing to catch or to clean up.
			  export function f(a: u32): u32 { try { return a; } finally { } }
			                                   ^^^
			  help: Check what each call returns instead.
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
			main.ts:2:38 error NT3201: 'g' is declared inside of a function.
			  export function f(): void { function g(): void {} }
			                                       ^
			  help: Move it to module level, or write an arrow function that captures nothing.
			main.ts:2:23 error NT3208: 'base' is a field and a parameter in one.
			  class A { constructor(readonly base: usize) {} }
			                        ^^^^^^^^^^^^^^^^^^^^
			  help: Declare the field, and write 'this.base = base' in the constructor.

			main.ts:2:28 error NT3213: 'B' extends 'A', but native code has no inheritance.
			  class A {} class B extends A {}
			                             ^
			  help: Hold the 'A' in a field of 'B'.
			main.ts:2:19 error NT3205: 'a' may be left out, but native code passes every argument.
			  export function f(a?: u32): void {}
			                    ^^^^^^^
			  help: Take it always; a type '… | null' has a value that means none.

			main.ts:2:41 error NT3117: Native code has no '??'.
			  export function f(a: u32): u32 { return a ?? 1; }
			                                          ^^^^^^
			  help: Write 'a !== null ? a : …'.
			main.ts:2:48 error NT3402: 'length' of 'string' is of JavaScript's library, which native code does not have.
			  export function f(a: string): usize { return a.length; }
			                                                 ^^^^^^
			  help: Use 'bytesOf(…)' from 'native:memory', which gives a text's bytes as a 'Slice<u8>'.
			main.ts:2:29 error NT3103: 'for … in' goes over names, which nothing has at run time.
			  export function f(): void { for (const x in {}) {} }
			                              ^^^
			  help: Go over elements, 'for (const element of array)', or count an index.
			main.ts:2:1 error NT3108: 'f' is 'async', but native code never waits.
			  async function f(): void {}
			  ^^^^^
			  help: Post an event, and 'await' it in an ordinary module.
			main.ts:2:29 error NT3401: 'isNaN' is of JavaScript's library, which native code does not have.
			  export function f(): void { isNaN(1); }
			                              ^^^^^
			  help: Convert it with 'u32(…)' and its like; every number here is an integer.
			main.ts:2:39 error NT3143: Native code has no 'undefined'.
			  export function f(): void { const a = undefined; }
			                                        ^^^^^^^^^
			  help: Write 'null', with a type '… | null'; a function may end with a plain 'return'.
			main.ts:2:70 error NT3516: The enum 'E' is not a value.
			  enum E { A } export function f(): E { return E.A; } export const g = E;
			                                                                       ^
			  help: Name a member, 'E.…'; 'print' from 'native:format' writes the names of members.
			"
		`);
	});
});
