import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of operands that do not fit', () => {
		expect(
			textsOf(
				'class A { x: u32; f(): void {} } export function f(a: A): void { a.x(); a.f; A; new A().f; }',
				'export function f(a: u32): void { f(a) = 1; }',
				'class A { set x(v: u32) {} } export function f(a: A): u32 { a.x += 1; a.x++; return a.x; }',
				'export function f(a: u32): void { for (const b of a) { b; } }',
				"import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>): void { let b: u8; for (b of a) {} }",
				'export function f(a: u32): u32 { return a[0]; }',
				'export function f(a: string): void { a.start; }',
				'function g<T>(a: T): T { return a; } export function f(): void { const h = g; }',
				"import { slice } from 'native:memory'; export function f(a: u32): void { slice(a); }",
				"import { exportSymbol } from 'native:link'; export function f(): void { exportSymbol('g', f); }",
				'export function f(a: u32): void { f(); }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:66 error NT3501: 'u32' cannot be called.
			  class A { x: u32; f(): void {} } export function f(a: A): void { a.x(); a.f; A; new A().f; }
			                                                                   ^^^
			  help: Call a function, a method, or a function pointer.
			main.ts:2:75 error NT3506: 'f' of 'A' is a method, which needs its object.
			  class A { x: u32; f(): void {} } export function f(a: A): void { a.x(); a.f; A; new A().f; }
			                                                                            ^
			  help: Call it, or use a function outside of the class.
			main.ts:2:78 error NT3508: The class 'A' is not a value.
			  class A { x: u32; f(): void {} } export function f(a: A): void { a.x(); a.f; A; new A().f; }
			                                                                               ^
			  help: Use its static members, or 'new A(…)'.
			main.ts:2:81 error NT4008: Nothing holds the 'A' that is made here.
			  class A { x: u32; f(): void {} } export function f(a: A): void { a.x(); a.f; A; new A().f; }
			                                                                                  ^^^^^^^
			  help: Give it a name first: 'const x = …'.
			main.ts:2:35 error NT3502: Nothing can be assigned to this expression.
			  export function f(a: u32): void { f(a) = 1; }
			                                    ^^^^
			  help: Assign to a variable, a field or an element.
			main.ts:2:61 error NT3518: 'x' is written by a setter, and nothing reads it.
			  class A { set x(v: u32) {} } export function f(a: A): u32 { a.x += 1; a.x++; return a.x; }
			                                                              ^^^^^^^^
			  help: Write 'get x()', too.
			main.ts:2:71 error NT3518: 'x' is written by a setter, and nothing reads it.
			  class A { set x(v: u32) {} } export function f(a: A): u32 { a.x += 1; a.x++; return a.x; }
			                                                                        ^^^^^
			  help: Write 'get x()', too.
			main.ts:2:87 error NT3518: 'x' is written by a setter, and nothing reads it.
			  class A { set x(v: u32) {} } export function f(a: A): u32 { a.x += 1; a.x++; return a.x; }
			                                                                                        ^
			  help: Write 'get x()', too.
			main.ts:2:51 error NT3504: 'for … of' goes over arrays and slices, not over 'u32'.
			  export function f(a: u32): void { for (const b of a) { b; } }
			                                                    ^
			  help: Write 'for (const element of array)' over a 'FixedArray' or a 'Slice'.
			main.ts:2:114 error NT3515: 'for … of' declares the variable that it fills.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>): void { let b: u8; for (b of a) {} }
			                                                                                                                   ^
			  help: Write 'for (const element of array)'.
			main.ts:2:41 error NT3505: 'u32' has no elements.
			  export function f(a: u32): u32 { return a[0]; }
			                                          ^^^^
			  help: Index a 'FixedArray', a 'Slice' or a 'Ptr'.
			main.ts:2:40 error NT3402: 'start' of 'string' is of JavaScript's library, which native code does not have.
			  export function f(a: string): void { a.start; }
			                                         ^^^^^
			  help: Use 'bytesOf(…)' from 'native:memory', which gives a text's bytes as a 'Slice<u8>'.
			main.ts:2:76 error NT3507: 'g' is generic, so it has no one address.
			  function g<T>(a: T): T { return a; } export function f(): void { const h = g; }
			                                                                             ^
			  help: Call it, or write a function that does.
			main.ts:2:80 error TS2345: Argument of type 'u32' is not assignable to parameter of type 'FixedArray<unknown, number> | Slice<unknown>'.
			  import { slice } from 'native:memory'; export function f(a: u32): void { slice(a); }
			                                                                                 ^
			main.ts:2:73 error NT3514: 'exportSymbol' stands inside of a function.
			  import { exportSymbol } from 'native:link'; export function f(): void { exportSymbol('g', f); }
			                                                                          ^^^^^^^^^^^^^^^^^^^^
			  help: Write the call at module level.
			main.ts:2:35 error TS2554: Expected 1 arguments, but got 0.
			  export function f(a: u32): void { f(); }
			                                    ^
			"
		`);
	});

	test('of constructors that do more than fill fields', () => {
		expect(
			textsOf(
				'class A { x: u32; y: u32; constructor(a: u32) { this.x = a; f(); this.y = 0; } } function f(): void {} const a = new A(1);',
				'class A { x: u32; y: u32; constructor(a: u32) { this.x = a * 2; this.y = this.x; } } export function f(b: u32): void { const a = new A(b); }',
				'class A { x: u32; constructor(a: u32) { this.x = a; } } export function f(b: u32): void { const a = new A(f2()); } function f2(): u32 { return 1; }',
				"import { type FixedArray } from 'native:memory'; export function f(): void { const a = new FixedArray<u8, 4>(); }",
				'export function f(): void { const a = { x: 1 }; }',
				"import { arrayFrom, type FixedArray } from 'native:memory'; const a: FixedArray<u8, 4> = arrayFrom(i => { return 1; });",
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:61 error NT3510: A constructor fills fields and does nothing else.
			  class A { x: u32; y: u32; constructor(a: u32) { this.x = a; f(); this.y = 0; } } function f(): void {} const a = new A(1);
			                                                              ^^^^
			  help: Write 'this.field = …' only, and the rest in a method.
			main.ts:2:74 error NT3509: 'x' is read in the constructor, before it is known at build time.
			  class A { x: u32; y: u32; constructor(a: u32) { this.x = a * 2; this.y = this.x; } } export function f(b: u32): void { const a = new A(b); }
			                                                                           ^^^^^^
			  help: Use the parameters of the constructor.
			main.ts:2:107 error NT3511: An argument of a constructor is computed here.
			  class A { x: u32; constructor(a: u32) { this.x = a; } } export function f(b: u32): void { const a = new A(f2()); } function f2(): u32 { return 1; }
			                                                                                                            ^^^^
			  help: Put the value into a 'const' first.
			main.ts:2:92 error TS2693: 'FixedArray' only refers to a type, but is being used as a value here.
			  import { type FixedArray } from 'native:memory'; export function f(): void { const a = new FixedArray<u8, 4>(); }
			                                                                                             ^^^^^^^^^^
			main.ts:2:39 error NT3512: Nothing says which structure this object is.
			  export function f(): void { const a = { x: 1 }; }
			                                        ^^^^^^^^
			  help: Declare it: 'const x: Layout = { … }'.
			main.ts:2:105 error NT3513: The function of 'arrayFrom' runs at build time, and is one expression.
			  import { arrayFrom, type FixedArray } from 'native:memory'; const a: FixedArray<u8, 4> = arrayFrom(i => { return 1; });
			                                                                                                          ^^^^^^^^^^^^^
			  help: Write 'index => …' without a block.
			"
		`);
	});

	test('of names that are no values', () => {
		expect(
			textsOf(
				'enum E { A } export function f(): E { return E[0]; }',
				'export function f(): void { const g = u32; }',
				"import * as memory from 'native:memory'; export function f(): void { const m = memory; }",
				'class A { x: u32; } export const B = A;',
				'class A { #x: u32; set x(value: u32) { this.#x = value; } } export function f(a: A): u32 { return a.x; }',
				"import { arrayFrom, type FixedArray } from 'native:memory'; const a: FixedArray<u8, 4> = arrayFrom(f); function f(): u8 { return 1; }",
				'interface P { x: u32 } export function f(p: P, a: u32): void { ({ x: a } = p); }',
				"import { mmio, type ReadOnly } from 'native:mmio'; interface R { a: ReadOnly<u8> } export function f(): void { const g = mmio<R>(0).a.read; }",
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:39 error TS2322: Type 'string' is not assignable to type 'E'.
			  enum E { A } export function f(): E { return E[0]; }
			                                        ^^^^^^
			main.ts:2:46 error NT3516: The enum 'E' is not a value.
			  enum E { A } export function f(): E { return E[0]; }
			                                               ^
			  help: Name a member, 'E.…'; 'print' from 'native:format' writes the names of members.
			main.ts:2:39 error NT3519: 'u32' is a part of the language, and has no address.
			  export function f(): void { const g = u32; }
			                                        ^^^
			  help: Call it, or write a function that does.
			main.ts:2:80 error NT3002: 'memory' is not available in native code.
			  import * as memory from 'native:memory'; export function f(): void { const m = memory; }
			                                                                                 ^^^^^^
			  help: Native code sees its own modules and what it imports from 'native:…'.
			main.ts:2:38 error NT3508: The class 'A' is not a value.
			  class A { x: u32; } export const B = A;
			                                       ^
			  help: Use its static members, or 'new A(…)'.
			main.ts:2:101 error NT3518: 'x' is written by a setter, and nothing reads it.
			  class A { #x: u32; set x(value: u32) { this.#x = value; } } export function f(a: A): u32 { return a.x; }
			                                                                                                      ^
			  help: Write 'get x()', too.
			main.ts:2:100 error NT3517: 'arrayFrom' runs an arrow function at build time, and nothing else.
			  import { arrayFrom, type FixedArray } from 'native:memory'; const a: FixedArray<u8, 4> = arrayFrom(f); function f(): u8 { return 1; }
			                                                                                                     ^
			  help: Write 'arrayFrom(index => …)'.
			main.ts:2:65 error NT3148: Native code assigns to one place at a time.
			  interface P { x: u32 } export function f(p: P, a: u32): void { ({ x: a } = p); }
			                                                                  ^^^^^^^^
			  help: Write one assignment for each part, or declare new names: 'const { … } = …'.
			main.ts:2:135 error NT3506: 'read' of 'ReadOnly<u8>' is a method, which needs its object.
			  import { mmio, type ReadOnly } from 'native:mmio'; interface R { a: ReadOnly<u8> } export function f(): void { const g = mmio<R>(0).a.read; }
			                                                                                                                                        ^^^^
			  help: Call it, or use a function outside of the class.
			"
		`);
	});
});
