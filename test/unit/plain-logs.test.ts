import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { checkOrdinary } from '../../scripts/ordinary/check.ts';
import { withPlainLogs } from '../../scripts/ordinary/plain-logs.ts';

/** What becomes of the calls in a main.ts. */
function rewrite(text: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'ordinary-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const entry = join(folder, 'main.ts');
	writeFileSync(entry, text);
	const { plainLogs } = checkOrdinary(entry, {}, () => undefined);
	return withPlainLogs(text, plainLogs.get(entry) ?? []);
}

describe('plain logs', () => {
	test('a call with text and numbers only needs nothing that shows objects', () => {
		const text = [
			"console.log('hello', 1 + 2, true, undefined);",
			"console.error('a' + 1);",
			'const any: unknown = 5; console.log(any);',
			'console.log([1]); console.log(...[1, 2]);',
			'{ const console = { log(_: string) {} }; console.log("own"); }',
			'export {};',
		].join('\n');

		expect(rewrite(text).split('\n').slice(0, 5)).toEqual([
			"console.logText('hello', 1 + 2, true, undefined);",
			"console.logText('a' + 1);",
			'const any: unknown = 5; console.log(any);',
			'console.log([1]); console.log(...[1, 2]);',
			'{ const console = { log(_: string) {} }; console.log("own"); }',
		]);
	});

	test('a text in front that may have places for values is looked into', () => {
		const text = "const s: string = '%d'; console.log(s, 5); console.log('%d', 5); console.log(s);";

		expect(rewrite(`${text} export {};`)).toBe(
			"const s: string = '%d'; console.log(s, 5); console.log('%d', 5); console.logText(s); export {};",
		);
	});
});
