import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of types and conversions', () => {
		expect(
			textsOf(
				'export function f(a: number): void {}',
				'export function f(): u32 { let i = 0; return 1; }',
				'export function f(): void { const x: u8 = 300; const y: u32 = -1; }',
				'export function f(a: u32, b: u64): boolean { return a < b; }',
				'export function f(a: u32): void { const d: u64 = a + 1; }',
				'export function f(a: u32, b: u16): void { const d = a + b; }',
				'export function f(a: u32): void { if (a) {} }',
				'export function f(a: boolean): u32 { return -a; }',
				'export function f(a: string, b: string): boolean { return a === b; }',
				'export function f(): u32 { return 1.5; }',
				"export function f(): u32 { return u32('a'); }",
				'export function f(a: u32): u32 { return a << 32; }',
				'export function f(a: u32): u32 { return a % 0; }',
				'export function f(c: boolean, a: u32, b: u64): void { const d = c ? a : b; }',
				'export function f(a: u32): u32 { return a == 1 ? 2 : 3; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:22 error NT2012: 'number' is a type of floating-point numbers.
			  export function f(a: number): void {}
			                       ^^^^^^
			  help: Write the machine type that it is: one of u8 … u64, i8 … i64, usize, isize; or compute in an ordinary module.
			main.ts:2:32 error NT2002: The constant 0 has no machine type here.
			  export function f(): u32 { let i = 0; return 1; }
			                                 ^^^^^
			  help: Say which with an annotation, 'let x: u32 = …', or a conversion, 'u32(…)'.
			main.ts:2:43 error NT2003: 300 is out of range for 'u8'.
			  export function f(): void { const x: u8 = 300; const y: u32 = -1; }
			                                            ^^^
			  help: Use a value from 0 to 255, or a conversion that truncates, 'u8(…)'.
			main.ts:2:63 error NT2003: -1 is out of range for 'u32'.
			  export function f(): void { const x: u8 = 300; const y: u32 = -1; }
			                                                                ^^
			  help: Use a value from 0 to 4294967295, or a conversion that truncates, 'u32(…)'.
			main.ts:2:53 error NT2004: '<' mixes 'u32' and 'u64'.
			  export function f(a: u32, b: u64): boolean { return a < b; }
			                                                      ^^^^^
			  help: Convert one side, as in 'u32(…)'.
			main.ts:2:50 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): void { const d: u64 = a + 1; }
			                                                   ^^^^^
			  help: Convert it with 'u64(…)'.
			main.ts:2:53 error NT2004: '+' mixes 'u32' and 'u16'.
			  export function f(a: u32, b: u16): void { const d = a + b; }
			                                                      ^^^^^
			  help: Convert one side, as in 'u32(…)'.
			main.ts:2:39 error NT2006: A condition is a 'boolean' here, not 'u32'.
			  export function f(a: u32): void { if (a) {} }
			                                        ^
			  help: Compare it: '… !== 0'.
			main.ts:2:46 error NT2007: '-' takes integers, not 'boolean'.
			  export function f(a: boolean): u32 { return -a; }
			                                               ^
			  help: Use integer operands, or compare first.
			main.ts:2:59 error NT2008: 'string' and 'string' cannot be compared.
			  export function f(a: string, b: string): boolean { return a === b; }
			                                                            ^^^^^^^
			  help: Compare numbers, booleans, pointers or functions of the same type.
			main.ts:2:35 error NT2009: '1.5' is a floating-point number.
			  export function f(): u32 { return 1.5; }
			                                    ^^^
			  help: Native code has integers only; scale the value, or compute it in an ordinary module.
			main.ts:2:39 error TS2345: Argument of type '"a"' is not assignable to parameter of type 'number | boolean'.
			  export function f(): u32 { return u32('a'); }
			                                        ^^^
			main.ts:2:46 error NT2102: Shift amount 32 is out of range for 'u32'.
			  export function f(a: u32): u32 { return a << 32; }
			                                               ^^
			  help: Use an amount from 0 to 31.
			main.ts:2:45 error NT2103: The right side of '%' is always 0.
			  export function f(a: u32): u32 { return a % 0; }
			                                              ^
			  help: Divide by something else.
			main.ts:2:65 error NT2004: '?:' mixes 'u32' and 'u64'.
			  export function f(c: boolean, a: u32, b: u64): void { const d = c ? a : b; }
			                                                                  ^^^^^^^^^
			  help: Convert one side, as in 'u32(…)'.
			main.ts:2:43 error NT3120: '==' converts what it compares, which native code never does.
			  export function f(a: u32): u32 { return a == 1 ? 2 : 3; }
			                                            ^^
			  help: Write '==='.
			"
		`);
	});
});
