import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of assertions that convert', () => {
		expect(
			textsOf(
				'export function f(a: u32): u64 { return a as number as u64; }',
				`import { type Ptr } from 'native:memory'; export function f(p: Ptr<u32> | null): u32 { return (p as Ptr<u32>).target; }`,
				'export function f<T extends u8 | u16>(a: T): T { return (u32(1)) as T; } export function g(): u8 { return f<u8>(1); }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:46 error NT2012: 'number' is a type of floating-point numbers.
			  export function f(a: u32): u64 { return a as number as u64; }
			                                               ^^^^^^
			  help: Write the machine type that it is: one of u8 … u64, i8 … i64, usize, isize; or compute in an ordinary module.
			main.ts:2:96 error NT3128: 'as Ptr<u32>' would change the type and not the value.
			  import { type Ptr } from 'native:memory'; export function f(p: Ptr<u32> | null): u32 { return (p as Ptr<u32>).target; }
			                                                                                                 ^^^^^^^^^^^^^
			  help: Annotate the declaration; an address becomes a pointer by 'pointerAt<T>(…)' from 'native:memory'.
			main.ts:2:57 error NT2005: 'u8' is wanted here, not 'u32'.
			  export function f<T extends u8 | u16>(a: T): T { return (u32(1)) as T; } export function g(): u8 { return f<u8>(1); }
			                                                          ^^^^^^^^
			  help: Convert it with 'u8(…)'.
			"
		`);
	});

	test('of layouts that are not so', () => {
		const types = `import { layout } from 'native:memory'; interface P { x: u8; y: u32 } `;
		expect(
			textsOf(
				`${types}layout<P>({ x: 0, y: 4 }, { size: 12, alignment: 8 });`,
				`${types}const y = 4; layout<P>({ x: 0, y });`,
				`${types}layout<u32>({} as never);`,
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:99 error NT4014: The size of 'P' is 8, not 12.
			  import { layout } from 'native:memory'; interface P { x: u8; y: u32 } layout<P>({ x: 0, y: 4 }, { size: 12, alignment: 8 });
			                                                                                                    ^^^^^^^^
			  help: Add or resize fields, or say what it is.
			main.ts:2:109 error NT4014: The alignment of 'P' is 4, not 8.
			  import { layout } from 'native:memory'; interface P { x: u8; y: u32 } layout<P>({ x: 0, y: 4 }, { size: 12, alignment: 8 });
			                                                                                                              ^^^^^^^^^^^^
			  help: Add or resize fields, or say what it is.
			main.ts:2:102 error NT5002: 'y' is written as a literal.
			  import { layout } from 'native:memory'; interface P { x: u8; y: u32 } const y = 4; layout<P>({ x: 0, y });
			                                                                                                       ^
			  help: Write the text itself here, not a variable.
			main.ts:2:71 error NT3001: Native code has no layout of 'u32'.
			  import { layout } from 'native:memory'; interface P { x: u8; y: u32 } layout<u32>({} as never);
			                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Write it with functions, loops and conditions, or move it to an ordinary module.
			"
		`);
	});
});
