import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of operators between two machine types', () => {
		expect(
			textsOf(
				'export function f(a: u32, b: u64): u64 { return a + b; }',
				'export function f(a: u8, b: i8): u8 { return a & b; }',
				'export function f(a: u32, b: u64): boolean { return a < b; }',
				'export function f(a: u32, b: u64): boolean { return a === b; }',
				'export function f(a: u32, b: u64, c: boolean): u64 { return c ? a : b; }',
				'export function f(a: u32, b: u64): u32 { a += b; a <<= b; return a; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:49 error NT2004: '+' mixes 'u32' and 'u64'.
			  export function f(a: u32, b: u64): u64 { return a + b; }
			                                                  ^^^^^
			  help: Convert one side, as in 'u32(…)'.
			main.ts:2:46 error NT2004: '&' mixes 'u8' and 'i8'.
			  export function f(a: u8, b: i8): u8 { return a & b; }
			                                               ^^^^^
			  help: Convert one side, as in 'u8(…)'.
			main.ts:2:53 error NT2004: '<' mixes 'u32' and 'u64'.
			  export function f(a: u32, b: u64): boolean { return a < b; }
			                                                      ^^^^^
			  help: Convert one side, as in 'u32(…)'.
			main.ts:2:53 error NT2004: '===' mixes 'u32' and 'u64'.
			  export function f(a: u32, b: u64): boolean { return a === b; }
			                                                      ^^^^^^^
			  help: Convert one side, as in 'u32(…)'.
			main.ts:2:65 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32, b: u64, c: boolean): u64 { return c ? a : b; }
			                                                                  ^
			  help: Convert it with 'u64(…)'.
			main.ts:2:42 error NT2004: '+' mixes 'u32' and 'u64'.
			  export function f(a: u32, b: u64): u32 { a += b; a <<= b; return a; }
			                                           ^^^^^^
			  help: Convert one side, as in 'u32(…)'.
			"
		`);
	});

	test('of values of another machine type', () => {
		expect(
			textsOf(
				'export function f(a: u32): void { const b: u64 = a + 1; }',
				'export function f(a: u32): void { const b: u64 = a; }',
				'export function f(a: u32): void { let b: u64; b = a; b = a * 2; }',
				'export function f(a: u32): void { g(a); g(a - 1); } function g(a: u64): void {}',
				'export function f(a: u32): u64 { if (a === 0) return a; return a - 1; }',
				'export const f = (a: u32): u64 => a;',
				'interface P { x: u8; y: u16 } export function f(p: P): void { p.x = p.y; p.x = p.y + 1; const q: P = { x: p.y, y: p.x }; }',
				"import { type FixedArray, type Ptr } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: Ptr<u32>, c: u16): void { a[0] = c; a[1] = c + 1; b.target = c; b[0] = c + 1; }",
				"import { arrayOf, type FixedArray } from 'native:memory'; const x: u8 = 1; const a: FixedArray<u16, 2> = arrayOf(x, 70000);",
				'class A { x: u8; constructor(x: u8) { this.x = x; } f(a: u8): void {} } export function f(a: u16): void { const b = new A(a); b.f(a); b.f(a + 1); }',
				'export function f(a: u64): u32 { switch (a) { case g: return 1; case -1: return 2; } return 0; } const g: u32 = 5;',
				"import { type Ptr } from 'native:memory'; export function f(a: Ptr<u64>, b: (x: u64) => void): void { const c: Ptr<u32> = a; const d: (x: u32) => void = b; }",
				"import { atomic, store } from 'native:atomic'; const a = atomic<u32>(0); export function f(b: u64): void { store(a, b, 'relaxed'); store(a, b + 1, 'relaxed'); }",
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:50 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): void { const b: u64 = a + 1; }
			                                                   ^^^^^
			  help: Convert it with 'u64(…)'.
			main.ts:2:41 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): void { const b: u64 = a; }
			                                          ^
			  help: Convert it with 'u64(…)'.
			main.ts:2:47 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): void { let b: u64; b = a; b = a * 2; }
			                                                ^
			  help: Convert it with 'u64(…)'.
			main.ts:2:58 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): void { let b: u64; b = a; b = a * 2; }
			                                                           ^^^^^
			  help: Convert it with 'u64(…)'.
			main.ts:2:37 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): void { g(a); g(a - 1); } function g(a: u64): void {}
			                                      ^
			  help: Convert it with 'u64(…)'.
			main.ts:2:43 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): void { g(a); g(a - 1); } function g(a: u64): void {}
			                                            ^^^^^
			  help: Convert it with 'u64(…)'.
			main.ts:2:47 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): u64 { if (a === 0) return a; return a - 1; }
			                                                ^^^^^^
			  help: Convert it with 'u64(…)'.
			main.ts:2:64 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u32): u64 { if (a === 0) return a; return a - 1; }
			                                                                 ^^^^^
			  help: Convert it with 'u64(…)'.
			main.ts:2:35 error NT2005: 'u64' is wanted here, not 'u32'.
			  export const f = (a: u32): u64 => a;
			                                    ^
			  help: Convert it with 'u64(…)'.
			main.ts:2:63 error NT2005: 'u8' is wanted here, not 'u16'.
			  interface P { x: u8; y: u16 } export function f(p: P): void { p.x = p.y; p.x = p.y + 1; const q: P = { x: p.y, y: p.x }; }
			                                                                ^^^
			  help: Convert it with 'u8(…)'.
			main.ts:2:80 error NT2005: 'u8' is wanted here, not 'u16'.
			  interface P { x: u8; y: u16 } export function f(p: P): void { p.x = p.y; p.x = p.y + 1; const q: P = { x: p.y, y: p.x }; }
			                                                                                 ^^^^^^^
			  help: Convert it with 'u8(…)'.
			main.ts:2:104 error NT2005: 'u8' is wanted here, not 'u16'.
			  interface P { x: u8; y: u16 } export function f(p: P): void { p.x = p.y; p.x = p.y + 1; const q: P = { x: p.y, y: p.x }; }
			                                                                                                         ^
			  help: Convert it with 'u8(…)'.
			main.ts:2:112 error NT2005: 'u16' is wanted here, not 'u8'.
			  interface P { x: u8; y: u16 } export function f(p: P): void { p.x = p.y; p.x = p.y + 1; const q: P = { x: p.y, y: p.x }; }
			                                                                                                                 ^
			  help: Convert it with 'u16(…)'.
			main.ts:2:129 error NT2005: 'u8' is wanted here, not 'u16'.
			  import { type FixedArray, type Ptr } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: Ptr<u32>, c: u16): void { a[0] = c; a[1] = c + 1; b.target = c; b[0] = c + 1; }
			                                                                                                                                  ^^^^
			  help: Convert it with 'u8(…)'.
			main.ts:2:146 error NT2005: 'u8' is wanted here, not 'u16'.
			  import { type FixedArray, type Ptr } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: Ptr<u32>, c: u16): void { a[0] = c; a[1] = c + 1; b.target = c; b[0] = c + 1; }
			                                                                                                                                                   ^^^^^
			  help: Convert it with 'u8(…)'.
			main.ts:2:153 error NT2005: 'u32' is wanted here, not 'u16'.
			  import { type FixedArray, type Ptr } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: Ptr<u32>, c: u16): void { a[0] = c; a[1] = c + 1; b.target = c; b[0] = c + 1; }
			                                                                                                                                                          ^^^^^^^^
			  help: Convert it with 'u32(…)'.
			main.ts:2:174 error NT2005: 'u32' is wanted here, not 'u16'.
			  import { type FixedArray, type Ptr } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: Ptr<u32>, c: u16): void { a[0] = c; a[1] = c + 1; b.target = c; b[0] = c + 1; }
			                                                                                                                                                                               ^^^^^
			  help: Convert it with 'u32(…)'.
			main.ts:2:114 error NT2005: 'u16' is wanted here, not 'u8'.
			  import { arrayOf, type FixedArray } from 'native:memory'; const x: u8 = 1; const a: FixedArray<u16, 2> = arrayOf(x, 70000);
			                                                                                                                   ^
			  help: Convert it with 'u16(…)'.
			main.ts:2:117 error NT2003: 70000 is out of range for 'u16'.
			  import { arrayOf, type FixedArray } from 'native:memory'; const x: u8 = 1; const a: FixedArray<u16, 2> = arrayOf(x, 70000);
			                                                                                                                      ^^^^^
			  help: Use a value from 0 to 65535, or a conversion that truncates, 'u16(…)'.
			main.ts:2:123 error NT2005: 'u8' is wanted here, not 'u16'.
			  class A { x: u8; constructor(x: u8) { this.x = x; } f(a: u8): void {} } export function f(a: u16): void { const b = new A(a); b.f(a); b.f(a + 1); }
			                                                                                                                            ^
			  help: Convert it with 'u8(…)'.
			main.ts:2:131 error NT2005: 'u8' is wanted here, not 'u16'.
			  class A { x: u8; constructor(x: u8) { this.x = x; } f(a: u8): void {} } export function f(a: u16): void { const b = new A(a); b.f(a); b.f(a + 1); }
			                                                                                                                                    ^
			  help: Convert it with 'u8(…)'.
			main.ts:2:139 error NT2005: 'u8' is wanted here, not 'u16'.
			  class A { x: u8; constructor(x: u8) { this.x = x; } f(a: u8): void {} } export function f(a: u16): void { const b = new A(a); b.f(a); b.f(a + 1); }
			                                                                                                                                            ^^^^^
			  help: Convert it with 'u8(…)'.
			main.ts:2:52 error NT2005: 'u64' is wanted here, not 'u32'.
			  export function f(a: u64): u32 { switch (a) { case g: return 1; case -1: return 2; } return 0; } const g: u32 = 5;
			                                                     ^
			  help: Convert it with 'u64(…)'.
			main.ts:2:70 error NT2003: -1 is out of range for 'u64'.
			  export function f(a: u64): u32 { switch (a) { case g: return 1; case -1: return 2; } return 0; } const g: u32 = 5;
			                                                                       ^^
			  help: Use a value from 0 to 18446744073709551615, or a conversion that truncates, 'u64(…)'.
			main.ts:2:109 error TS2322: Type 'Ptr<u64>' is not assignable to type 'Ptr<u32>'.
			  import { type Ptr } from 'native:memory'; export function f(a: Ptr<u64>, b: (x: u64) => void): void { const c: Ptr<u32> = a; const d: (x: u32) => void = b; }
			                                                                                                              ^
			  help: Type 'u64' is not assignable to type 'u32'.
			main.ts:2:132 error TS2322: Type '(x: u64) => void' is not assignable to type '(x: u32) => void'.
			  import { type Ptr } from 'native:memory'; export function f(a: Ptr<u64>, b: (x: u64) => void): void { const c: Ptr<u32> = a; const d: (x: u32) => void = b; }
			                                                                                                                                     ^
			  help: Type 'u32' is not assignable to type 'u64'.
			main.ts:2:117 error NT2005: 'u32' is wanted here, not 'u64'.
			  import { atomic, store } from 'native:atomic'; const a = atomic<u32>(0); export function f(b: u64): void { store(a, b, 'relaxed'); store(a, b + 1, 'relaxed'); }
			                                                                                                                      ^
			  help: Convert it with 'u32(…)'.
			main.ts:2:141 error NT2005: 'u32' is wanted here, not 'u64'.
			  import { atomic, store } from 'native:atomic'; const a = atomic<u32>(0); export function f(b: u64): void { store(a, b, 'relaxed'); store(a, b + 1, 'relaxed'); }
			                                                                                                                                              ^^^^^
			  help: Convert it with 'u32(…)'.
			"
		`);
	});

	test('of constants that do not fit', () => {
		expect(
			textsOf(
				'export function f(): void { const a: u8 = 300; let b: u8 = 0; b = 256; b += 256; }',
				'export function f(a: i8): boolean { return a < 128; }',
				'export function f(a: u32): void { g(-1); } function g(a: u8): void {}',
				'export function f(): u8 { return 255 + 1; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:43 error NT2003: 300 is out of range for 'u8'.
			  export function f(): void { const a: u8 = 300; let b: u8 = 0; b = 256; b += 256; }
			                                            ^^^
			  help: Use a value from 0 to 255, or a conversion that truncates, 'u8(…)'.
			main.ts:2:67 error NT2003: 256 is out of range for 'u8'.
			  export function f(): void { const a: u8 = 300; let b: u8 = 0; b = 256; b += 256; }
			                                                                    ^^^
			  help: Use a value from 0 to 255, or a conversion that truncates, 'u8(…)'.
			main.ts:2:77 error NT2003: 256 is out of range for 'u8'.
			  export function f(): void { const a: u8 = 300; let b: u8 = 0; b = 256; b += 256; }
			                                                                              ^^^
			  help: Use a value from 0 to 255, or a conversion that truncates, 'u8(…)'.
			main.ts:2:48 error NT2003: 128 is out of range for 'i8'.
			  export function f(a: i8): boolean { return a < 128; }
			                                                 ^^^
			  help: Use a value from -128 to 127, or a conversion that truncates, 'i8(…)'.
			main.ts:2:37 error NT2003: -1 is out of range for 'u8'.
			  export function f(a: u32): void { g(-1); } function g(a: u8): void {}
			                                      ^^
			  help: Use a value from 0 to 255, or a conversion that truncates, 'u8(…)'.
			main.ts:2:34 error NT2003: 256 is out of range for 'u8'.
			  export function f(): u8 { return 255 + 1; }
			                                   ^^^^^^^
			  help: Use a value from 0 to 255, or a conversion that truncates, 'u8(…)'.
			"
		`);
	});
});
