import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of exceptions', () => {
		expect(
			textsOf(
				'export function f(): void { throw new Error("x"); }',
				'export function f(a: u32, b: u64): u32 { try { return a + b; } catch (e) { return e.code; } finally {} }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:29 error NT3101: Native code throws no exceptions.
			  export function f(): void { throw new Error("x"); }
			                              ^^^^^^^^^^^^^^^^^^^^^
			  help: Return a value that says what went wrong, or end with 'panic(…)' from 'native:panic'.
			main.ts:2:42 error NT3102: Native code has no exceptions, so there is nothing to catch or to clean up.
			  export function f(a: u32, b: u64): u32 { try { return a + b; } catch (e) { return e.code; } finally {} }
			                                           ^^^
			  help: Check what each call returns instead.
			main.ts:2:55 error NT2004: '+' mixes 'u32' and 'u64'.
			  export function f(a: u32, b: u64): u32 { try { return a + b; } catch (e) { return e.code; } finally {} }
			                                                        ^^^^^
			  help: Convert one side, as in 'u32(…)'.
			"
		`);
	});

	test('of statements that only TypeScript has', () => {
		expect(
			textsOf(
				'export function f(): void { for (const name in {}) { name(); } }',
				'export function f(a: u32): u32 { with (a) { return b; } }',
				'export function f(): void { debugger; }',
				'export function f(): u32 { var a: u32 = 1; return a; }',
				'export function f(a: u32): void { using b = a; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:29 error NT3103: 'for … in' goes over names, which nothing has at run time.
			  export function f(): void { for (const name in {}) { name(); } }
			                              ^^^
			  help: Go over elements, 'for (const element of array)', or count an index.
			main.ts:2:34 error NT3104: Native code has no 'with'.
			  export function f(a: u32): u32 { with (a) { return b; } }
			                                   ^^^^
			  help: Write the object before each name: 'object.field'.
			main.ts:2:29 error NT3105: Native code has no 'debugger'.
			  export function f(): void { debugger; }
			                              ^^^^^^^^^
			  help: Set a breakpoint with gdb: 'make debug'.
			main.ts:2:28 error NT3106: Native code has no 'var'.
			  export function f(): u32 { var a: u32 = 1; return a; }
			                             ^^^
			  help: Write 'let a' or 'const a'.
			main.ts:2:35 error NT3107: Native code has no 'using'.
			  export function f(a: u32): void { using b = a; }
			                                    ^^^^^
			  help: Write 'const b', and call what ends it where it ends.
			"
		`);
	});

	test('of code that waits', () => {
		expect(
			textsOf(
				'export async function f(): Promise<void> { await g(); } function g(): void {}',
				'export const f = async () => {};',
				'export function f(): void { for await (const a of g()) {} } function g(): void {}',
				'export function* numbers() { yield 1; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:8 error NT3108: 'f' is 'async', but native code never waits.
			  export async function f(): Promise<void> { await g(); } function g(): void {}
			         ^^^^^
			  help: Post an event, and 'await' it in an ordinary module.
			main.ts:2:44 error NT3109: Native code never waits, so it has no 'await'.
			  export async function f(): Promise<void> { await g(); } function g(): void {}
			                                             ^^^^^^^^^
			  help: Post an event, and 'await' it in an ordinary module.
			main.ts:2:18 error NT3108: 'f' is 'async', but native code never waits.
			  export const f = async () => {};
			                   ^^^^^
			  help: Post an event, and 'await' it in an ordinary module.
			main.ts:2:33 error NT3109: Native code never waits, so it has no 'await'.
			  export function f(): void { for await (const a of g()) {} } function g(): void {}
			                                  ^^^^^
			  help: Post an event, and 'await' it in an ordinary module.
			main.ts:2:16 error NT3110: 'numbers' is a generator, which native code does not have.
			  export function* numbers() { yield 1; }
			                 ^
			  help: Keep the position in a structure, with a method that gives the next value.
			main.ts:2:30 error NT3111: Native code has no 'yield'.
			  export function* numbers() { yield 1; }
			                               ^^^^^^^
			  help: Keep the position in a structure, with a method that gives the next value.
			"
		`);
	});
});
