import { describe, expect, test } from 'vitest';
import { diagnosticsOf, native } from '../harness/native.ts';

describe('print', () => {
	test('shows integers in any base and width, booleans, texts, enums and pointers', () => {
		const program = native(`
import { print } from 'native:format';
import { pointerAt } from 'native:memory';
enum Cause { Software = 3, Timer = 7 }
function name(cause: Cause): void { print('<{}>', cause); }
export function run(a: i32, b: u8): void {
	print('{} {:6}|{:06}|{:x} {:b} {:o}', a, a, a, a, b, b);
	print(' {:08x} {} {:6} {{}}', u32(b), b > 3, 'né');
	print(' {} {}', pointerAt<u8>(0x8000_1234), i64(-9_223_372_036_854_775_808));
	name(Cause.Timer);
	print('{}{}', Cause.Software, true);
}`);

		expect(program.call('run', -42n, 5n)).toBe(
			'-42    -42|-00042|ffffffd6 101 5 00000005 true    né {} 0x80001234 -9223372036854775808<Timer>Software' +
				'true',
		);
	});

	test('refuses templates that do not fit', () => {
		expect(
			[`print('{} {}', a);`, `print('{:q}', a);`, `const t = 'x'; print(t);`, `print('{}', 5);`]
				.map(body =>
					diagnosticsOf(
						`import { print } from 'native:format'; export function f(a: u32): void { ${body} }`,
					),
				)
				.join('\n'),
		).toMatchInlineSnapshot(`
			"main.ts:2:80 error NT5013: The template does not have a '{}' for each of the 1 values.
			  import { print } from 'native:format'; export function f(a: u32): void { print('{} {}', a); }
			                                                                                 ^^^^^^^
			  help: Write '{}', '{:x}' or '{:08x}' for each value, and '{{' for a brace.
			main.ts:2:80 error NT5013: The template does not have a '{}' for each of the 1 values.
			  import { print } from 'native:format'; export function f(a: u32): void { print('{:q}', a); }
			                                                                                 ^^^^^^
			  help: Write '{}', '{:x}' or '{:08x}' for each value, and '{{' for a brace.
			main.ts:2:95 error NT5002: A template is written as a literal.
			  import { print } from 'native:format'; export function f(a: u32): void { const t = 'x'; print(t); }
			                                                                                                ^
			  help: Write the text itself here, not a variable.
			main.ts:2:86 error NT2002: The constant 5 has no machine type here.
			  import { print } from 'native:format'; export function f(a: u32): void { print('{}', 5); }
			                                                                                       ^
			  help: Say which with an annotation, 'let x: u32 = …', or a conversion, 'u32(…)'."
		`);
	});
});
