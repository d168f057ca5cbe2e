import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of inheritance', () => {
		expect(
			textsOf(
				'class A { x: u32; } class B extends A { constructor() { super(); } get(): u32 { return this.x; } }',
				'interface A { x: u32 } interface B extends A { y: u32 }',
				'interface A { x: u32 } class B implements A { x: u32; }',
				'abstract class A { abstract x: u32; abstract f(): void; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:37 error NT3213: 'B' extends 'A', but native code has no inheritance.
			  class A { x: u32; } class B extends A { constructor() { super(); } get(): u32 { return this.x; } }
			                                      ^
			  help: Hold the 'A' in a field of 'B'.
			main.ts:2:57 error NT3142: Native code has no inheritance, so there is no 'super'.
			  class A { x: u32; } class B extends A { constructor() { super(); } get(): u32 { return this.x; } }
			                                                          ^^^^^
			  help: Hold the other object in a field.
			main.ts:2:44 error NT3213: 'B' extends 'A', but native code has no inheritance.
			  interface A { x: u32 } interface B extends A { y: u32 }
			                                             ^
			  help: Hold the 'A' in a field of 'B'.
			main.ts:2:43 error NT3214: 'B' implements 'A', but one structure never stands for another.
			  interface A { x: u32 } class B implements A { x: u32; }
			                                            ^
			  help: Leave it out, or hold the 'A' in a field of 'B'.
			main.ts:2:1 error NT3215: 'A' is abstract, but native code has no inheritance.
			  abstract class A { abstract x: u32; abstract f(): void; }
			  ^^^^^^^^
			  help: Hold a function in a field, and call that.
			main.ts:2:20 error NT3215: 'x' is abstract, but native code has no inheritance.
			  abstract class A { abstract x: u32; abstract f(): void; }
			                     ^^^^^^^^
			  help: Hold a function in a field, and call that.
			main.ts:2:37 error NT3215: 'f' is abstract, but native code has no inheritance.
			  abstract class A { abstract x: u32; abstract f(): void; }
			                                      ^^^^^^^^
			  help: Hold a function in a field, and call that.
			"
		`);
	});

	test('of members that are more than fields and methods', () => {
		expect(
			textsOf(
				'function log(): void {} @log class A { @log x: u32; }',
				'class A { accessor x: u32; }',
				'class A { static {} }',
				'class A { [name: string]: u32; }',
				'class A { x?: u32; }',
				'class A { ["x"]: u32; 1: u32; }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:25 error NT3216: Native code has no decorators.
			  function log(): void {} @log class A { @log x: u32; }
			                          ^^^^
			  help: Leave '@log' out, and call the function yourself.
			main.ts:2:40 error NT3216: Native code has no decorators.
			  function log(): void {} @log class A { @log x: u32; }
			                                         ^^^^
			  help: Leave '@log' out, and call the function yourself.
			main.ts:2:20 error NT3217: 'x' is an 'accessor' field.
			  class A { accessor x: u32; }
			                     ^
			  help: Write a plain field, or 'get' and 'set'.
			main.ts:2:11 error NT3218: A class runs no code of its own.
			  class A { static {} }
			            ^^^^^^
			  help: Give 'static readonly' fields a constant value.
			main.ts:2:11 error NT3220: A structure has the fields that it names and no others.
			  class A { [name: string]: u32; }
			            ^^^^^^^^^^^^^^^^^^^^
			  help: Hold a 'FixedArray<T, N>' or a 'Slice<T>'.
			main.ts:2:11 error NT3221: 'x' may be missing, but a structure has all of its fields.
			  class A { x?: u32; }
			            ^
			  help: Leave the '?' out; a type '… | null' has a value that means none.
			main.ts:2:11 error NT3225: '["x"]' is not a field's name.
			  class A { ["x"]: u32; 1: u32; }
			            ^^^^^
			  help: Write the name as a plain word; what is numbered goes into a 'FixedArray'.
			main.ts:2:23 error NT3225: '1' is not a field's name.
			  class A { ["x"]: u32; 1: u32; }
			                        ^
			  help: Write the name as a plain word; what is numbered goes into a 'FixedArray'.
			"
		`);
	});

	test('of layouts that are more than fields', () => {
		expect(
			textsOf(
				'interface A { f(): void }',
				'interface A { get x(): u32 }',
				'interface A { (): void; new (): A }',
				'interface A { [index: number]: u32 }',
				'interface A { x?: u32 }',
				'interface A { "x-y": u32 }',
				'interface A { x: u32 } interface A { y: u32 }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:15 error NT3222: 'f' is a method, but an interface is a layout of memory.
			  interface A { f(): void }
			                ^
			  help: Write a class, or a field that holds a function: 'f: (…) => …'.
			main.ts:2:19 error NT3223: 'x' is an accessor, but an interface is a layout of memory: reading a field does nothing else.
			  interface A { get x(): u32 }
			                    ^
			  help: Write a plain field; a device's registers are 'ReadOnly<u32>' and its like from 'native:mmio'.
			main.ts:2:15 error NT3224: An interface is a layout of memory, and cannot be called.
			  interface A { (): void; new (): A }
			                ^^^^^^^^^
			  help: Name a function type: 'type Handler = (…) => void'.
			main.ts:2:25 error NT3224: An interface is a layout of memory, and cannot be called.
			  interface A { (): void; new (): A }
			                          ^^^^^^^^^
			  help: Name a function type: 'type Handler = (…) => void'.
			main.ts:2:15 error NT3220: A structure has the fields that it names and no others.
			  interface A { [index: number]: u32 }
			                ^^^^^^^^^^^^^^^^^^^^
			  help: Hold a 'FixedArray<T, N>' or a 'Slice<T>'.
			main.ts:2:15 error NT3221: 'x' may be missing, but a structure has all of its fields.
			  interface A { x?: u32 }
			                ^
			  help: Leave the '?' out; a type '… | null' has a value that means none.
			main.ts:2:15 error NT3225: '"x-y"' is not a field's name.
			  interface A { "x-y": u32 }
			                ^^^^^
			  help: Write the name as a plain word; what is numbered goes into a 'FixedArray'.
			main.ts:2:11 error NT3226: 'A' is declared more than once.
			  interface A { x: u32 } interface A { y: u32 }
			            ^
			  help: Write all of it in one declaration.
			main.ts:2:34 error NT3226: 'A' is declared more than once.
			  interface A { x: u32 } interface A { y: u32 }
			                                   ^
			  help: Write all of it in one declaration.
			"
		`);
	});
});
