import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of literals that only TypeScript has', () => {
		expect(
			textsOf(
				`export function f(a: u32): string { return \`a = \${a}\`; }`,
				`export function f(a: u32): u32 { return g\`x\${a}\`; } function g(a: u32): u32 { return a; }`,
				'export function f(): void { /x+/.test("x"); }',
				'export function f(): u64 { return 10n; }',
				'export function f(): void { const a = [1, 2, ...[3]]; }',
				'export function f(): void { [1, 2].map(x => x); }',
				'export const g = function (): void {};',
				'export const C = class {};',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:44 error NT3112: Native code builds no strings, which would take memory.
			  export function f(a: u32): string { return \`a = \${a}\`; }
			                                             ^^^^^^^^^^
			  help: Write text and values out: 'print('… {}', value)' from 'native:format'.
			main.ts:2:41 error NT3113: Native code has no tagged templates.
			  export function f(a: u32): u32 { return g\`x\${a}\`; } function g(a: u32): u32 { return a; }
			                                          ^^^^^^^^
			  help: Call 'g' with the values.
			main.ts:2:29 error NT3114: Native code has no regular expressions.
			  export function f(): void { /x+/.test("x"); }
			                              ^^^^
			  help: Compare bytes, or match in an ordinary module.
			main.ts:2:35 error NT3115: '10n' is a 'bigint', which native code does not have.
			  export function f(): u64 { return 10n; }
			                                    ^^^
			  help: Write it without the 'n': a 'u64' holds 64 bits.
			main.ts:2:39 error NT3134: Native code has no array literals.
			  export function f(): void { const a = [1, 2, ...[3]]; }
			                                        ^^^^^^^^^^^^^^
			  help: Declare 'const x: FixedArray<T, N> = arrayOf(…)', both from 'native:memory'.
			main.ts:2:46 error NT3132: '...[3]' makes an array whose length nobody knows at build time.
			  export function f(): void { const a = [1, 2, ...[3]]; }
			                                               ^^^^^^
			  help: Name every element, or copy them in a loop.
			main.ts:2:49 error NT3134: Native code has no array literals.
			  export function f(): void { const a = [1, 2, ...[3]]; }
			                                                  ^^^
			  help: Declare 'const x: FixedArray<T, N> = arrayOf(…)', both from 'native:memory'.
			main.ts:2:29 error NT3134: Native code has no array literals.
			  export function f(): void { [1, 2].map(x => x); }
			                              ^^^^^^
			  help: Declare 'const x: FixedArray<T, N> = arrayOf(…)', both from 'native:memory'.
			main.ts:2:18 error NT3135: Native code has no function expressions.
			  export const g = function (): void {};
			                   ^^^^^^^^^^^^^^^^^^^^
			  help: Write an arrow function, '(…) => …', or a function at module level.
			main.ts:2:18 error NT3136: Native code has no class expressions.
			  export const C = class {};
			                   ^^^^^^^^
			  help: Declare the class at module level.
			"
		`);
	});

	test('of operators that only TypeScript has', () => {
		expect(
			textsOf(
				"import { type Ptr } from 'native:memory'; interface A { x: u32; f: Ptr<u32> } export function f(a: Ptr<A> | null): u32 { return a?.x ?? 0; }",
				"import { type Ptr } from 'native:memory'; export function f(a: Ptr<u32> | null, g: (() => void) | null): void { a?.[0]; g?.(); }",
				'export function f(a: boolean, b: boolean): void { let c: (() => void) | null = null; c ??= f2; } function f2(): void {}',
				'export function f(a: u32): u32 { return a ** 2; }',
				'export function f(a: u32): boolean { return a == 1 || a != 2; }',
				'export function f(a: u32): void { void a; }',
				'export function f(a: u32): u32 { return +a; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:129 error NT3117: Native code has no '??'.
			  import { type Ptr } from 'native:memory'; interface A { x: u32; f: Ptr<u32> } export function f(a: Ptr<A> | null): u32 { return a?.x ?? 0; }
			                                                                                                                                  ^^^^^^^^^
			  help: Write 'a.x !== null ? a.x : …'.
			main.ts:2:129 error NT3116: Native code has no '?.'.
			  import { type Ptr } from 'native:memory'; interface A { x: u32; f: Ptr<u32> } export function f(a: Ptr<A> | null): u32 { return a?.x ?? 0; }
			                                                                                                                                  ^^^^
			  help: Compare first: 'if (a !== null) …'.
			main.ts:2:113 error NT3116: Native code has no '?.'.
			  import { type Ptr } from 'native:memory'; export function f(a: Ptr<u32> | null, g: (() => void) | null): void { a?.[0]; g?.(); }
			                                                                                                                  ^^^^^^
			  help: Compare first: 'if (a !== null) …'.
			main.ts:2:121 error NT3116: Native code has no '?.'.
			  import { type Ptr } from 'native:memory'; export function f(a: Ptr<u32> | null, g: (() => void) | null): void { a?.[0]; g?.(); }
			                                                                                                                          ^^^^^
			  help: Compare first: 'if (g !== null) …'.
			main.ts:2:86 error NT3118: Native code has no '??='.
			  export function f(a: boolean, b: boolean): void { let c: (() => void) | null = null; c ??= f2; } function f2(): void {}
			                                                                                       ^^^^^^^^
			  help: Write 'if (…) c = …'.
			main.ts:2:43 error NT3119: Native code has no '**'.
			  export function f(a: u32): u32 { return a ** 2; }
			                                            ^^
			  help: Multiply; '1 << n' is 2 to the power of n.
			main.ts:2:47 error NT3120: '==' converts what it compares, which native code never does.
			  export function f(a: u32): boolean { return a == 1 || a != 2; }
			                                                ^^
			  help: Write '==='.
			main.ts:2:57 error NT3120: '!=' converts what it compares, which native code never does.
			  export function f(a: u32): boolean { return a == 1 || a != 2; }
			                                                          ^^
			  help: Write '!=='.
			main.ts:2:35 error NT3122: Native code has no 'void' before an expression.
			  export function f(a: u32): void { void a; }
			                                    ^^^^^^
			  help: Write 'a' as a statement.
			main.ts:2:41 error NT3127: Native code has no '+' before an expression.
			  export function f(a: u32): u32 { return +a; }
			                                          ^^
			  help: Write 'a'; a conversion is written 'u32(…)'.
			"
		`);
	});

	test('of questions that nothing can answer at run time', () => {
		expect(
			textsOf(
				'export function f(a: u32): boolean { return typeof a === "number"; }',
				'class A { x: u32; } export function f(a: A): boolean { return a instanceof A; }',
				'class A { x: u32; } export function f(a: A): boolean { return "x" in a; }',
				"import { type Ptr } from 'native:memory'; interface A { x: Ptr<u32> | null } export function f(a: A): void { delete a.x; }",
				'export function f(): u32 { return arguments.length; }',
				'export const here = import.meta.url;',
				'export function f(): void { new.target; }',
				'export function f(): void { import("./other.ts"); }',
				'export function f(): void { const a = undefined; }',
				'export function f(): u32 { return this.x; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:45 error NT3123: Nothing knows its type at run time, so there is no 'typeof a'.
			  export function f(a: u32): boolean { return typeof a === "number"; }
			                                              ^^^^^^^^
			  help: Keep in an enum what it is; types themselves are known at build time.
			main.ts:2:63 error NT3124: Nothing knows its class at run time, so 'a' cannot be asked for it.
			  class A { x: u32; } export function f(a: A): boolean { return a instanceof A; }
			                                                                ^^^^^^^^^^^^^^
			  help: Keep in an enum what it is.
			main.ts:2:63 error NT3125: A structure has all of its fields, always, so there is no 'in'.
			  class A { x: u32; } export function f(a: A): boolean { return "x" in a; }
			                                                                ^^^^^^^^
			  help: Compare the field with a value that means empty, such as 0 or null.
			main.ts:2:110 error NT3126: A structure has all of its fields, always, so 'a.x' cannot be deleted.
			  import { type Ptr } from 'native:memory'; interface A { x: Ptr<u32> | null } export function f(a: A): void { delete a.x; }
			                                                                                                               ^^^^^^^^^^
			  help: Assign a value that means empty, such as 0 or null.
			main.ts:2:35 error NT3139: Native code has no 'arguments'.
			  export function f(): u32 { return arguments.length; }
			                                    ^^^^^^^^^
			  help: Name the parameters.
			main.ts:2:21 error NT3137: Native code has no 'import.meta'.
			  export const here = import.meta.url;
			                      ^^^^^^^^^^^
			  help: Leave it out; a module's constants are known at build time.
			main.ts:2:29 error NT3137: Native code has no 'new.target'.
			  export function f(): void { new.target; }
			                              ^^^^^^^^^^
			  help: Leave it out; a module's constants are known at build time.
			main.ts:2:29 error NT3138: Native code loads no modules at run time.
			  export function f(): void { import("./other.ts"); }
			                              ^^^^^^^^^^^^^^^^^^^^
			  help: Write 'import' at the top of the module.
			main.ts:2:39 error NT3143: Native code has no 'undefined'.
			  export function f(): void { const a = undefined; }
			                                        ^^^^^^^^^
			  help: Write 'null', with a type '… | null'; a function may end with a plain 'return'.
			main.ts:2:35 error NT3141: 'this' stands outside of a method.
			  export function f(): u32 { return this.x; }
			                                    ^^^^
			  help: Hand the object in as a parameter.
			main.ts:2:35 error NT3141: 'this' stands outside of a method.
			  export function f(): u32 { return this.x; }
			                                    ^^^^
			  help: Hand the object in as a parameter.
			"
		`);
	});

	test('of claims about types', () => {
		expect(
			textsOf(
				'export function f(a: u64): u32 { const b = 5 as const; return b + u32(a); }',
				"import { type Ptr } from 'native:memory'; export function f(a: usize): Ptr<u32> { return a as Ptr<u32>; }",
				'export function f(a: u64): u32 { return <u32>a; }',
				'export function f(a: u32): u32 { return a satisfies u32; }',
				"import { type Ptr } from 'native:memory'; export function f(a: Ptr<u32> | null): u32 { return a!.target; }",
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:44 error NT3128: 'as const' would change the type and not the value.
			  export function f(a: u64): u32 { const b = 5 as const; return b + u32(a); }
			                                             ^^^^^^^^^^
			  help: Annotate the declaration; an address becomes a pointer by 'pointerAt<T>(…)' from 'native:memory'.
			main.ts:2:90 error TS2352: Conversion of type 'usize' to type 'Ptr<u32>' may be a mistake because neither type sufficiently overlaps with the other. If this was intentional, convert the expression to 'unknown' first.
			  import { type Ptr } from 'native:memory'; export function f(a: usize): Ptr<u32> { return a as Ptr<u32>; }
			                                                                                           ^^^^^^^^^^^^^
			  help: Property 'target' is missing in type 'usize' but required in type 'Ptr<u32>'.
			main.ts:2:41 error NT3128: 'as u32' would change the type and not the value.
			  export function f(a: u64): u32 { return <u32>a; }
			                                          ^^^^^^
			  help: Convert the value: 'u32(…)'.
			main.ts:2:41 error NT3129: Native code has no 'satisfies'.
			  export function f(a: u32): u32 { return a satisfies u32; }
			                                          ^^^^^^^^^^^^^^^
			  help: Annotate the declaration: 'const x: u32 = …'.
			main.ts:2:95 error NT3130: 'a!' would claim, and not check, that it is not null.
			  import { type Ptr } from 'native:memory'; export function f(a: Ptr<u32> | null): u32 { return a!.target; }
			                                                                                                ^^
			  help: Compare first: 'if (a !== null) …'.
			"
		`);
	});

	test('of what has no fixed size', () => {
		expect(
			textsOf(
				'export function f(a: u32): void { g(...[a]); } function g(a: u32): void {}',
				'interface P { x: u32; y: u32 } export function f(p: P): void { const q: P = { ...p }; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:37 error NT3131: '...[a]' passes a number of arguments that nobody knows at build time.
			  export function f(a: u32): void { g(...[a]); } function g(a: u32): void {}
			                                      ^^^^^^
			  help: Write every argument, or hand over a 'Slice<T>'.
			main.ts:2:40 error NT3134: Native code has no array literals.
			  export function f(a: u32): void { g(...[a]); } function g(a: u32): void {}
			                                         ^^^
			  help: Declare 'const x: FixedArray<T, N> = arrayOf(…)', both from 'native:memory'.
			main.ts:2:79 error NT3133: Native code has no '...p' in an object.
			  interface P { x: u32; y: u32 } export function f(p: P): void { const q: P = { ...p }; }
			                                                                                ^^^^
			  help: Write every field: 'name: value'.
			"
		`);
	});

	test('of objects that hold more than fields', () => {
		expect(
			textsOf(
				'interface P { f: () => u32 } export function f(): void { const p: P = { f() { return 1; } }; }',
				'interface P { x: u32 } export function f(): void { const p: P = { get x() { return 1; } }; }',
				'interface P { x: u32 } export function f(): void { const p: P = { ["x"]: 1 }; }',
				'interface P { x: u32 } export function f(): void { const p: P = { "x": 1 }; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:73 error NT3144: The method 'f' stands in an object, which holds fields only.
			  interface P { f: () => u32 } export function f(): void { const p: P = { f() { return 1; } }; }
			                                                                          ^
			  help: Write a class, or a field that holds a function.
			main.ts:2:71 error NT3145: The accessor 'x' stands in an object, which holds fields only.
			  interface P { x: u32 } export function f(): void { const p: P = { get x() { return 1; } }; }
			                                                                        ^
			  help: Write a class.
			main.ts:2:67 error NT3146: '["x"]' is a name that is computed at run time.
			  interface P { x: u32 } export function f(): void { const p: P = { ["x"]: 1 }; }
			                                                                    ^^^^^
			  help: Write the name itself; what is numbered goes into a 'FixedArray'.
			main.ts:2:67 error NT3147: '"x"' is not a field's name.
			  interface P { x: u32 } export function f(): void { const p: P = { "x": 1 }; }
			                                                                    ^^^
			  help: Write 'name: value'.
			"
		`);
	});
});
