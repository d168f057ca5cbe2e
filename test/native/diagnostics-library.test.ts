import { describe, expect, test } from 'vitest';
import { textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of names of the library say what native code has instead', () => {
		expect(
			textsOf(
				'export function f(): void { const m = new Map<u32, u32>(); }',
				'export function f(): void { console.log(1); }',
				'export function f(a: u32, b: u32): u32 { return Math.max(a, b) + Math.PI; }',
				'export function f(): void { setTimeout(() => {}, 10); }',
				'export function f(): void { process.exit(1); }',
				'export function f(): void { globalThis.x = 1; }',
				'export function f(): void { window.alert(); }',
				'export function f(): Promise<u32> { return g(); } declare const g: () => u32;',
				'export function f(): void { JSON.stringify(1); }',
				'export function f(): void { eval("1"); }',
				'export function f(): void { Symbol.iterator; }',
				'export function f(): void { const a = require("fs"); }',
				'export function f(): void { Proxy; }',
				'export function f(): void { isNaN(1); }',
				'export function f(a: Uint8Array): void {}',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:43 error NT3401: 'Map' is of JavaScript's library, which native code does not have.
			  export function f(): void { const m = new Map<u32, u32>(); }
			                                            ^^^
			  help: Use a 'FixedArray<T, N>' whose index is the key.
			main.ts:2:29 error NT3401: 'console' is of JavaScript's library, which native code does not have.
			  export function f(): void { console.log(1); }
			                              ^^^^^^^
			  help: Write 'print('… {}\\n', value)' from 'native:format'.
			main.ts:2:49 error NT3401: 'Math.max' is of JavaScript's library, which native code does not have.
			  export function f(a: u32, b: u32): u32 { return Math.max(a, b) + Math.PI; }
			                                                  ^^^^
			  help: Write 'a > b ? a : b'.
			main.ts:2:66 error NT3401: 'Math' is of JavaScript's library, which native code does not have.
			  export function f(a: u32, b: u32): u32 { return Math.max(a, b) + Math.PI; }
			                                                                   ^^^^
			  help: Write it with operators: 'a < b ? a : b' is the smaller, and '/' truncates.
			main.ts:2:29 error NT3401: 'setTimeout' is of JavaScript's library, which native code does not have.
			  export function f(): void { setTimeout(() => {}, 10); }
			                              ^^^^^^^^^^
			  help: Set the timer, 'setTimer(…)' from 'native:time', and register a handler for its interrupt, 'registerLocal(…)' from 'native:irq'.
			main.ts:2:29 error NT3401: 'process' is of JavaScript's library, which native code does not have.
			  export function f(): void { process.exit(1); }
			                              ^^^^^^^
			  help: End the machine with 'poweroff(…)' from 'native:machine'.
			main.ts:2:29 error NT3401: 'globalThis' is of JavaScript's library, which native code does not have.
			  export function f(): void { globalThis.x = 1; }
			                              ^^^^^^^^^^
			  help: Import what you need from a 'native:' module.
			main.ts:2:29 error NT3401: 'window' is of JavaScript's library, which native code does not have.
			  export function f(): void { window.alert(); }
			                              ^^^^^^
			  help: Import what you need from a 'native:' module.
			main.ts:2:22 error NT3401: 'Promise' is of JavaScript's library, which native code does not have.
			  export function f(): Promise<u32> { return g(); } declare const g: () => u32;
			                       ^^^^^^^
			  help: Post an event, 'postEvent(…)' from 'native:event', and await it in an ordinary module.
			main.ts:2:65 error NT3228: 'g' has no value.
			  export function f(): Promise<u32> { return g(); } declare const g: () => u32;
			                                                                  ^
			  help: Write '= …'; what the linker defines comes by 'symbolAddress' from 'native:link'.
			main.ts:2:29 error NT3401: 'JSON' is of JavaScript's library, which native code does not have.
			  export function f(): void { JSON.stringify(1); }
			                              ^^^^
			  help: Write text with 'print(…)' from 'native:format'; parse it in an ordinary module.
			main.ts:2:29 error NT3401: 'eval' is of JavaScript's library, which native code does not have.
			  export function f(): void { eval("1"); }
			                              ^^^^
			  help: All code is known at build time: write it out.
			main.ts:2:29 error NT3401: 'Symbol' is of JavaScript's library, which native code does not have.
			  export function f(): void { Symbol.iterator; }
			                              ^^^^^^
			  help: Write an 'enum'.
			main.ts:2:39 error NT3401: 'require' is of JavaScript's library, which native code does not have.
			  export function f(): void { const a = require("fs"); }
			                                        ^^^^^^^
			  help: Write 'import' at the top of the module.
			main.ts:2:29 error NT3401: 'Proxy' is of JavaScript's library, which native code does not have.
			  export function f(): void { Proxy; }
			                              ^^^^^
			  help: Do it in an ordinary module.
			main.ts:2:29 error NT3401: 'isNaN' is of JavaScript's library, which native code does not have.
			  export function f(): void { isNaN(1); }
			                              ^^^^^
			  help: Convert it with 'u32(…)' and its like; every number here is an integer.
			main.ts:2:22 error NT3401: 'Uint8Array' is of JavaScript's library, which native code does not have.
			  export function f(a: Uint8Array): void {}
			                       ^^^^^^^^^^
			  help: Use a 'FixedArray<u8, N>' or a 'Slice<u8>' from 'native:memory'.
			"
		`);
	});

	test('of members that the library gives to values', () => {
		expect(
			textsOf(
				"import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: string, c: u32, d: () => void): void { a.map(x => x); a.push(1); b.length; b.charCodeAt(0); c.toString(); d.bind(1); }",
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:134 error NT3402: 'map' of 'FixedArray<u8, 4>' is of JavaScript's library, which native code does not have.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: string, c: u32, d: () => void): void { a.map(x => x); a.push(1); b.length; b.charCodeAt(0); c.toString(); d.bind(1); }
			                                                                                                                                       ^^^
			  help: Write a loop: 'for (const element of array)'.
			main.ts:2:149 error NT3402: 'push' of 'FixedArray<u8, 4>' is of JavaScript's library, which native code does not have.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: string, c: u32, d: () => void): void { a.map(x => x); a.push(1); b.length; b.charCodeAt(0); c.toString(); d.bind(1); }
			                                                                                                                                                      ^^^^
			  help: Keep a count beside a 'FixedArray<T, N>', and write 'array[count++] = value'.
			main.ts:2:160 error NT3402: 'length' of 'string' is of JavaScript's library, which native code does not have.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: string, c: u32, d: () => void): void { a.map(x => x); a.push(1); b.length; b.charCodeAt(0); c.toString(); d.bind(1); }
			                                                                                                                                                                 ^^^^^^
			  help: Use 'bytesOf(…)' from 'native:memory', which gives a text's bytes as a 'Slice<u8>'.
			main.ts:2:170 error NT3402: 'charCodeAt' of 'string' is of JavaScript's library, which native code does not have.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: string, c: u32, d: () => void): void { a.map(x => x); a.push(1); b.length; b.charCodeAt(0); c.toString(); d.bind(1); }
			                                                                                                                                                                           ^^^^^^^^^^
			  help: Use 'bytesOf(…)' from 'native:memory', which gives a text's bytes as a 'Slice<u8>'.
			main.ts:2:187 error NT3402: 'toString' of 'u32' is of JavaScript's library, which native code does not have.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: string, c: u32, d: () => void): void { a.map(x => x); a.push(1); b.length; b.charCodeAt(0); c.toString(); d.bind(1); }
			                                                                                                                                                                                            ^^^^^^^^
			  help: Write 'print('… {}\\n', value)' from 'native:format'.
			main.ts:2:201 error NT3402: 'bind' of '() => void' is of JavaScript's library, which native code does not have.
			  import { type FixedArray } from 'native:memory'; export function f(a: FixedArray<u8, 4>, b: string, c: u32, d: () => void): void { a.map(x => x); a.push(1); b.length; b.charCodeAt(0); c.toString(); d.bind(1); }
			                                                                                                                                                                                                          ^^^^
			  help: Hand what it needs in as a parameter, or keep it in a module-level 'const'.
			"
		`);
	});

	test('of names that nobody knows', () => {
		expect(
			textsOf(
				'export function f(): void { unknown(1); }',
				'export function f(): void { consol.log(1); }',
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:29 error TS2693: 'unknown' only refers to a type, but is being used as a value here.
			  export function f(): void { unknown(1); }
			                              ^^^^^^^
			main.ts:2:29 error TS2304: Cannot find name 'consol'.
			  export function f(): void { consol.log(1); }
			                              ^^^^^^
			"
		`);
	});
});
