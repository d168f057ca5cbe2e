import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { compileText, diagnosticsOf } from '../harness/native.ts';

/** Programs with one mistake each; the text is all that the user sees. */
const textsOf = (...programs: readonly string[]) => `\n${programs.map(diagnosticsOf).join('\n')}\n`;

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
			main.ts:2:16 error TS2454: Variable 'b' is used before being assigned.
			  const a: u32 = b; const b: u32 = a;
			                 ^
			main.ts:2:1 error NT1002: A native module runs no statements of its own.
			  if (true) {}
			  ^^^^^^^^^^^^
			  help: Move the statement into a function; module-level constants are computed at build time.
			main.ts:2:1 error NT1002: A native module runs no statements of its own.
			  export default 5;
			  ^^^^^^^^^^^^^^^^^
			  help: Move the statement into a function; module-level constants are computed at build time.
			main.ts:2:15 error NT3001: Native code has no constants without a value.
			  declare const x: u32;
			                ^^^^^^
			  help: Write '= …', or use 'symbolAddress' from 'native:link'.
			main.ts:2:17 error TS2391: Function implementation is missing or not immediately following the declaration.
			  export function f(): void;
			                  ^
			main.ts:2:11 error NT1003: 'count' is a plain variable that handlers and all harts share.
			  class A { static count: u32 = 0; }
			            ^^^^^^^^^^^^^^^^^^^^^^
			  help: Declare it 'const' with 'atomic(…)' from 'native:atomic' or 'hartLocal(…)' from 'native:hart'.
			"
		`);
	});

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
			main.ts:2:22 error NT2001: 'number' is not a machine type.
			  export function f(a: number): void {}
			                       ^^^^^^
			  help: Use one of u8 … u64, i8 … i64, usize, isize, boolean, or a structure, array or pointer of them.
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
			main.ts:2:43 error NT3001: Native code has no operator '=='.
			  export function f(a: u32): u32 { return a == 1 ? 2 : 3; }
			                                            ^^
			  help: Write '==='.
			"
		`);
	});

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
			main.ts:2:11 error NT3001: Native code has no accessors yet.
			  class A { get x(): u32 { return 1; } }
			            ^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Use fields and methods.
			main.ts:2:20 error NT3001: Native code has no inheritance.
			  class A {} class B extends A {}
			                     ^^^^^^^^^
			  help: Hold the other object in a field.
			main.ts:2:19 error NT3001: Native code has no optional parameters.
			  export function f(a?: u32): void {}
			                    ^^^^^^^
			  help: Write every argument at each call.
			main.ts:2:1 error NT3001: Native code has no generic functions yet.
			  export function f<T>(a: T): void {}
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Make the class generic, or write one function for each type.
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
			main.ts:2:178 error NT4005: 'p' lives on this function's stack and ends with it.
			  import { addressOf, type FixedArray, layout, type Ptr, zeroed } from 'native:memory'; interface P { x: u8; y: u32 } export function f(): P { const p: P = { x: 1, y: 2 }; return p; }
			                                                                                                                                                                                   ^
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

	test('of intrinsics', () => {
		const imports = `import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; `;
		expect(
			textsOf(
				`${imports}const a = atomic<u8>(0);`,
				`${imports}const a = atomic<u32>(0); export function f(o: LoadOrdering): u32 { return load(a, o); }`,
				`${imports}export function f(): usize { return readCsr('mhartid'); }`,
				`${imports}export function f(): void { asm('nop'); }`,
				`${imports}export function f(): usize { return sizeOf(); }`,
				`${imports}function f(): void {} function g(): void {} exportSymbol('same', f); exportSymbol('same', g);`,
				`${imports}export function f(): void { const a = hartLocal<u32>(0); }`,
				`${imports}const a = hartLocal<u32>(0); export function f(): u32 { const b = a; return b.value; }`,
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:363 error NT5001: There is no atomic access to 'u8'.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; const a = atomic<u8>(0);
			                                                                                                                                                                                                                                                                                                                                                                            ^^^^^^^^^^^^^
			  help: Use u32, i32, u64, i64, usize, isize, a pointer or a function.
			main.ts:2:400 error NT2001: 'LoadOrdering' is not a machine type.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; const a = atomic<u32>(0); export function f(o: LoadOrdering): u32 { return load(a, o); }
			                                                                                                                                                                                                                                                                                                                                                                                                                 ^^^^^^^^^^^^
			  help: Use one of u8 … u64, i8 … i64, usize, isize, boolean, or a structure, array or pointer of them.
			main.ts:2:436 error NT5002: An ordering is written as a literal.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; const a = atomic<u32>(0); export function f(o: LoadOrdering): u32 { return load(a, o); }
			                                                                                                                                                                                                                                                                                                                                                                                                                                                     ^
			  help: Write the text itself here, not a variable.
			main.ts:2:389 error NT5005: A CSR exists on RISC-V only.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; export function f(): usize { return readCsr('mhartid'); }
			                                                                                                                                                                                                                                                                                                                                                                                                      ^^^^^^^^^^^^^^^^^^
			  help: Keep it out of modules that are also built for other machines.
			main.ts:2:381 error NT5005: Assembly exists on RISC-V only.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; export function f(): void { asm('nop'); }
			                                                                                                                                                                                                                                                                                                                                                                                              ^^^^^^^^^^
			  help: Keep it out of modules that are also built for other machines.
			main.ts:2:389 error NT5006: 'sizeOf' needs its type written out.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; export function f(): usize { return sizeOf(); }
			                                                                                                                                                                                                                                                                                                                                                                                                      ^^^^^^^^
			  help: Write 'sizeOf<Type>(…)'.
			main.ts:2:422 error NT5007: The C symbol 'same' is given away already.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; function f(): void {} function g(): void {} exportSymbol('same', f); exportSymbol('same', g);
			                                                                                                                                                                                                                                                                                                                                                                                                                                       ^^^^^^^^^^^^^^^^^^^^^^^
			  help: Choose another symbol.
			main.ts:2:391 error NT5008: 'hartLocal' belongs to a module-level 'const'.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; export function f(): void { const a = hartLocal<u32>(0); }
			                                                                                                                                                                                                                                                                                                                                                                                                        ^^^^^^^^^^^^^^^^^
			  help: Write 'const x = hartLocal(…)' at the top level of the module.
			main.ts:2:419 error NT5009: 'a' is one variable for each hart.
			  import { asm } from 'native:asm'; import { type Atomic, atomic, load, type LoadOrdering } from 'native:atomic'; import { readCsr } from 'native:csr'; import { hartLocal } from 'native:hart'; import { exportSymbol } from 'native:link'; import { type Ptr, sizeOf } from 'native:memory'; import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio'; const a = hartLocal<u32>(0); export function f(): u32 { const b = a; return b.value; }
			                                                                                                                                                                                                                                                                                                                                                                                                                                    ^
			  help: Use the running hart's own, 'a.value'.
			"
		`);
	});

	test('of assembly templates, on RISC-V', () => {
		const { diagnostics } = compileText(
			`import { asm } from 'native:asm'; export function f(a: usize): void { asm('mv t0, {b}', { a }); }`,
			'riscv64',
		);

		expect(
			diagnostics.map(({ code, message, help }) => [code, message, help]),
		).toMatchInlineSnapshot(`
			[
			  [
			    "NT5003",
			    "The template uses '{b}', which is not among the inputs.",
			    "Add it, as in "asm(…, { b })", or use "{result}" for the result.",
			  ],
			]
		`);
	});

	test('of tsc itself come in the same form', () => {
		expect(
			textsOf('export function f(a: u64): u32 { return a; }', 'export function f(: u32 {'),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:34 error TS2375: Type 'u64' is not assignable to type 'u32' with 'exactOptionalPropertyTypes: true'. Consider adding 'undefined' to the types of the target's properties.
			  export function f(a: u64): u32 { return a; }
			                                   ^^^^^^
			  help: Type '"u64"' is not assignable to type '"u32"'.
			main.ts:2:19 error TS1138: Parameter declaration expected.
			  export function f(: u32 {
			                    ^
			main.ts:2:25 error TS1005: ',' expected.
			  export function f(: u32 {
			                          ^
			main.ts:2:26 error TS1005: '}' expected.
			  export function f(: u32 {
			                           ^
			main.ts:2:17 error TS2391: Function implementation is missing or not immediately following the declaration.
			  export function f(: u32 {
			                  ^
			main.ts:2:17 error TS7010: 'f', which lacks return-type annotation, implicitly has an 'any' return type.
			  export function f(: u32 {
			                  ^
			main.ts:2:21 error TS7006: Parameter 'u32' implicitly has an 'any' type.
			  export function f(: u32 {
			                      ^^^
			"
		`);
	});

	test('of a native app without a main that fits', () => {
		for (const [source, code] of [
			['export const x: u32 = 1;', 'NT1005'],
			['export function main(): void {}', 'NT1006'],
		] as const) {
			const { diagnostics } = compileText(source, 'host', '/app/main.ts');

			expect(diagnostics.map(diagnostic => diagnostic.code)).toEqual([code]);
		}
	});

	test('all mistakes of a program come in one run', () => {
		const { diagnostics } = compileText(
			'export function f(): void { throw 1; }\nexport function g(a: u32): u32 { return a << 40; }\nlet x: u32 = 1;',
		);

		expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual([
			'NT3001 2',
			'NT2102 3',
			'NT1003 4',
		]);
	});

	test('have unique, sorted codes, each of which a test shows', () => {
		const source = readFileSync(join(repository, 'scripts/native/diagnostics.ts'), 'utf8');
		const own = readFileSync(join(repository, 'test/native/diagnostics.test.ts'), 'utf8');
		const codes = [...source.matchAll(/^\t'(NT\d{4})',$/gm)].map(match => match[1] ?? '');
		// A bug in the compiler, and the directive, which `compileText` always writes.
		const shownElsewhere = ['NT9001', 'NT1001'];

		expect(codes.length).toBeGreaterThan(30);
		expect(codes).toEqual([...new Set(codes)].sort());
		expect(codes.filter(code => !own.includes(code) && !shownElsewhere.includes(code))).toEqual([]);
	});
});
