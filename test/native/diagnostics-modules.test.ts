import { describe, expect, test } from 'vitest';
import { diagnosticsOf, textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of modules', () => {
		expect(
			textsOf(
				'let count: u32 = 0;',
				'export const x: u32 = f(); function f(): u32 { return 1; }',
				'const a: u32 = b; const b: u32 = a;',
				'if (true) {}',
				'export default 5;',
				'declare const x: u32;',
				'export function f(): void;',
				'class A { static count: u32 = 0; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:5 error NT1003: 'count' is a plain variable that handlers and all harts share.
			  let count: u32 = 0;
			      ^^^^^
			  help: Declare it 'const' with 'atomic(…)' from 'native:atomic' or 'hartLocal(…)' from 'native:hart'.
			main.ts:2:23 error NT1004: The initial value of 'x' is not known at build time.
			  export const x: u32 = f(); function f(): u32 { return 1; }
			                        ^^^
			  help: Use literals, other constants, and constructors whose arguments are constants.
			main.ts:2:16 error TS2448: Block-scoped variable 'b' used before its declaration.
			  const a: u32 = b; const b: u32 = a;
			                 ^
			main.ts:2:1 error NT1002: A native module runs no statements of its own.
			  if (true) {}
			  ^^^^^^^^^^^^
			  help: Move the statement into a function; module-level constants are computed at build time.
			main.ts:2:1 error NT3231: A native module exports by name.
			  export default 5;
			  ^^^^^^^^^^^^^^^^^
			  help: Give it one: 'export const name = …'.
			main.ts:2:15 error NT3228: 'x' has no value.
			  declare const x: u32;
			                ^
			  help: Write '= …'; what the linker defines comes by 'symbolAddress' from 'native:link'.
			main.ts:2:17 error NT3227: 'f' has no body here.
			  export function f(): void;
			                  ^
			  help: Write one function for each form; one that assembly defines comes by 'importFunction' from 'native:link'.
			main.ts:2:11 error NT1003: 'A.count' is a plain variable that handlers and all harts share.
			  class A { static count: u32 = 0; }
			            ^^^^^^^^^^^^^^^^^^^^^^
			  help: Declare it 'const' with 'atomic(…)' from 'native:atomic' or 'hartLocal(…)' from 'native:hart'.
			"
		`);
	});

	test('of a module as a value', () => {
		expect(
			diagnosticsOf({
				'main.ts': `import * as other from './other.ts'; export function f(): u32 { const m = other; return other.five; }`,
				'other.ts': 'export const five = 5;',
			}),
		).toMatchInlineSnapshot(`
			"main.ts:2:75 error NT3520: 'other' is a module, not a value.
			  import * as other from './other.ts'; export function f(): u32 { const m = other; return other.five; }
			                                                                            ^^^^^
			  help: Use what it exports: 'other.…'."
		`);
	});
});
