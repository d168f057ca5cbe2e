import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of what stands inside of a function', () => {
		expect(
			textsOf(
				'export function f(): void { function g(): void {} g(); }',
				'export function f(): void { class A { x: u32; } const a = new A(); }',
				'export function f(): u32 { enum E { A } return E.A; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:38 error NT3201: 'g' is declared inside of a function.
			  export function f(): void { function g(): void {} g(); }
			                                       ^
			  help: Move it to module level, or write an arrow function that captures nothing.
			main.ts:2:35 error NT3202: The class 'A' is declared inside of a function.
			  export function f(): void { class A { x: u32; } const a = new A(); }
			                                    ^
			  help: Move it to module level.
			main.ts:2:33 error NT3203: The enum 'E' is declared inside of a function.
			  export function f(): u32 { enum E { A } return E.A; }
			                                  ^
			  help: Move it to module level.
			"
		`);
	});

	test('of parameters that are more than a name and a type', () => {
		expect(
			textsOf(
				'export function f(...values: u32[]): u32 { return values[0]; }',
				'export function f(a?: u32): u32 { return a + 1; }',
				'export function f(a: u32 = 5): u32 { return a; }',
				'interface P { x: u32 } export function f({ x }: P): u32 { return x; }',
				'class A { constructor(readonly base: usize) {} }',
				'export function f(this: u32): void {}',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:19 error NT3204: '...values' takes a number of arguments that nobody knows at build time.
			  export function f(...values: u32[]): u32 { return values[0]; }
			                    ^^^^^^^^^^^^^^^^
			  help: Take a 'Slice<T>', which is a pointer and a length.
			main.ts:2:19 error NT3205: 'a' may be left out, but native code passes every argument.
			  export function f(a?: u32): u32 { return a + 1; }
			                    ^^^^^^^
			  help: Take it always; a type '… | null' has a value that means none.
			main.ts:2:19 error NT3206: 'a' has a default, but native code passes every argument.
			  export function f(a: u32 = 5): u32 { return a; }
			                    ^^^^^^^^^^
			  help: Take it always, or write a second function that passes the default.
			main.ts:2:42 error NT3207: A parameter has a name of its own here.
			  interface P { x: u32 } export function f({ x }: P): u32 { return x; }
			                                           ^^^^^
			  help: Name it, and destructure it in the body: 'const { … } = name'.
			main.ts:2:23 error NT3208: 'base' is a field and a parameter in one.
			  class A { constructor(readonly base: usize) {} }
			                        ^^^^^^^^^^^^^^^^^^^^
			  help: Declare the field, and write 'this.base = base' in the constructor.
			main.ts:2:19 error NT3209: Native code has no parameter 'this'.
			  export function f(this: u32): void {}
			                    ^^^^^^^^^
			  help: Give it another name, and hand the object in.
			"
		`);
	});

	test('of patterns that take more than parts', () => {
		expect(
			textsOf(
				"import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>): u8 { const [first, ...rest] = a; return rest[0]; }",
				'interface P { x: u32 } export function f(p: P): u32 { const { x = 1 } = p; return x; }',
				'interface P { x: u32 } const p: P = { x: 1 }; export const { x } = p;',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:110 error NT3210: '...rest' takes what is left, for which there is no memory.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>): u8 { const [first, ...rest] = a; return rest[0]; }
			                                                                                                               ^^^^^^^
			  help: Name every element, or take a 'slice(…)' from 'native:memory'.
			main.ts:2:63 error NT3211: 'x' has a default, but every field and element has a value.
			  interface P { x: u32 } export function f(p: P): u32 { const { x = 1 } = p; return x; }
			                                                                ^^^^^
			  help: Leave the default out.
			main.ts:2:60 error NT3212: A module-level constant has a name of its own.
			  interface P { x: u32 } const p: P = { x: 1 }; export const { x } = p;
			                                                             ^^^^^
			  help: Name it, and read its fields where they are needed.
			"
		`);
	});

	test('of declarations without a value', () => {
		expect(
			textsOf(
				'export function f(a: u32): void; export function f(a: u64): void; export function f(a: u64): void {}',
				'declare function f(): void;',
				'declare const x: u32;',
				`enum E { A = "a", B = \`b\` }`,
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:17 error NT3227: 'f' has no body here.
			  export function f(a: u32): void; export function f(a: u64): void; export function f(a: u64): void {}
			                  ^
			  help: Write one function for each form; one that assembly defines comes by 'importFunction' from 'native:link'.
			main.ts:2:50 error NT3227: 'f' has no body here.
			  export function f(a: u32): void; export function f(a: u64): void; export function f(a: u64): void {}
			                                                   ^
			  help: Write one function for each form; one that assembly defines comes by 'importFunction' from 'native:link'.
			main.ts:2:18 error NT3227: 'f' has no body here.
			  declare function f(): void;
			                   ^
			  help: Write one function for each form; one that assembly defines comes by 'importFunction' from 'native:link'.
			main.ts:2:15 error NT3228: 'x' has no value.
			  declare const x: u32;
			                ^
			  help: Write '= …'; what the linker defines comes by 'symbolAddress' from 'native:link'.
			main.ts:2:14 error NT3232: 'A' is a text, but an enum holds integers.
			  enum E { A = "a", B = \`b\` }
			               ^^^
			  help: Leave the value out; 'print' from 'native:format' writes the names of an enum's members.
			main.ts:2:23 error NT3232: 'B' is a text, but an enum holds integers.
			  enum E { A = "a", B = \`b\` }
			                        ^^^
			  help: Leave the value out; 'print' from 'native:format' writes the names of an enum's members.
			"
		`);
	});

	test('of modules that are not ES modules', () => {
		expect(
			textsOf(
				'namespace N { export const x: u32 = 1; }',
				'import fs = require("fs");',
				'export default 5;',
				'export = 5;',
				'import { x } from "./other.ts"; import fs from "fs"; export function f(): void { x(); fs.read(); }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:11 error NT3229: Native code has no namespaces.
			  namespace N { export const x: u32 = 1; }
			            ^
			  help: Move what 'N' holds into a module of its own.
			main.ts:2:1 error NT3230: Native code has no 'import fs = …'.
			  import fs = require("fs");
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Write 'import { … } from '…''.
			main.ts:2:1 error NT3231: A native module exports by name.
			  export default 5;
			  ^^^^^^^^^^^^^^^^^
			  help: Give it one: 'export const name = …'.
			main.ts:2:1 error NT3231: A native module exports by name.
			  export = 5;
			  ^^^^^^^^^^^
			  help: Give it one: 'export const name = …'.
			main.ts:2:19 error NT1007: There is no module './other.ts'.
			  import { x } from "./other.ts"; import fs from "fs"; export function f(): void { x(); fs.read(); }
			                    ^^^^^^^^^^^^
			  help: Write a file's path with its ending, './name.ts', or a module 'native:…'.
			main.ts:2:48 error NT1007: There is no module 'fs'.
			  import { x } from "./other.ts"; import fs from "fs"; export function f(): void { x(); fs.read(); }
			                                                 ^^^^
			  help: Write a file's path with its ending, './name.ts', or a module 'native:…'.
			"
		`);
	});
});
