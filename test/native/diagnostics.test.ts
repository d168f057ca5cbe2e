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
			main.ts:2:34 error NT2005: 'u32' is wanted here, not 'u64'.
			  export function f(a: u64): u32 { return a; }
			                                   ^^^^^^
			  help: Convert it with 'u32(…)'.
			main.ts:2:19 error TS1138: Parameter declaration expected.
			  export function f(: u32 {
			                    ^
			main.ts:2:25 error TS1005: ',' expected.
			  export function f(: u32 {
			                          ^
			main.ts:2:26 error TS1005: '}' expected.
			  export function f(: u32 {
			                           ^
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
			'NT3101 2',
			'NT2102 3',
			'NT1003 4',
		]);
	});

	test('of one program have the order of its files and lines, with those of tsc among them', () => {
		const { diagnostics } = compileText({
			'main.ts': [
				"import { g } from './other.ts';",
				"import { View } from './view.tsx';",
				'export function f(a: u32): u64 { return a + 1; }',
				'export function h(a: u64): u32 { const b: u32 = a; return missing(b); }',
				'function unused<T>(a: T): void { throw a; }',
			].join('\n'),
			'other.ts': 'export function g(a: u32): string { return a; }\nlet n: u32 = 0;',
			'view.tsx': 'export const View = () => <b>{1}</b>;',
		});

		expect(diagnostics.map(({ code, file, line }) => `${file}:${line} ${code}`)).toEqual([
			'/app/main.ts:3 NT3140',
			'/app/main.ts:4 NT2005',
			'/app/main.ts:5 NT2005',
			'/app/main.ts:5 TS2304',
			'/app/main.ts:6 NT3101',
			'/app/other.ts:2 TS2322',
			'/app/other.ts:3 NT1003',
		]);
	});

	test('of a proof come in the same run as others', () => {
		const { diagnostics } = compileText(
			[
				"import { addressOf, type Ptr } from 'native:memory';",
				'export function f(): Ptr<u32> { const a: u32 = 1; return addressOf(a); }',
				'export function g(a: u32): u64 { return a + 1; }',
			].join('\n'),
		);

		expect(diagnostics.map(({ code, line }) => `${code} ${line}`)).toEqual([
			'NT4005 3',
			'NT2005 4',
		]);
	});

	test('of a file that does not parse are those of its grammar', () => {
		const { diagnostics } = compileText({
			'main.ts': "import './other.ts';\nexport function f(a: u32): u64 { return a + 1; }",
			'other.ts': 'export function g(a: u32): u64 { return a +; }\nlet n: u32 = 0;',
		});

		expect(diagnostics.map(({ code, file }) => `${file} ${code}`)).toEqual([
			'/app/main.ts NT2005',
			'/app/other.ts TS1109',
		]);
	});

	test('have unique, sorted codes, each of which a test shows', () => {
		const source = diagnosticsChapters().join('\n');
		const folder = join(repository, 'test/native');
		const own = readdirSync(folder)
			.map(name => readFileSync(join(folder, name), 'utf8'))
			.join('\n');
		const codes = [...source.matchAll(/^\t'(NT\d{4})',$/gm)].map(match => match[1] ?? '');
		// A bug in the compiler, a form that nobody thought of, and the directive, which `compileText` always writes.
		const shownElsewhere = ['NT9001', 'NT3001', 'NT1001'];

		expect(codes.length).toBeGreaterThan(30);
		expect(codes).toEqual([...new Set(codes)].sort());
		expect(codes.filter(code => !own.includes(code) && !shownElsewhere.includes(code))).toEqual([]);
	});
});
