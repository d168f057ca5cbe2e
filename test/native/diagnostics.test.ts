import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { diagnosticsChapters } from '../../scripts/document.ts';
import { repository } from '../../scripts/repository.ts';
import { compileText, textsOf } from '../harness/native.ts';

describe('diagnostics', () => {
	test('of tsc itself come in the same form', () => {
		expect(
			textsOf('export function f(a: u64): u32 { return a; }', 'export function f(: u32 {'),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:34 error TS2322: Type 'u64' is not assignable to type 'u32'.
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
		const source = diagnosticsChapters().join('\n');
		const folder = join(repository, 'test/native');
		const own = readdirSync(folder)
			.map(name => readFileSync(join(folder, name), 'utf8'))
			.join('\n');
		const codes = [...source.matchAll(/^\t'(NT\d{4})',$/gm)].map(match => match[1] ?? '');
		// A bug in the compiler, and the directive, which `compileText` always writes.
		const shownElsewhere = ['NT9001', 'NT1001'];

		expect(codes.length).toBeGreaterThan(30);
		expect(codes).toEqual([...new Set(codes)].sort());
		expect(codes.filter(code => !own.includes(code) && !shownElsewhere.includes(code))).toEqual([]);
	});
});
