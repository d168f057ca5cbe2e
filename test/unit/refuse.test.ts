import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { renderDiagnostic } from '../../scripts/native/render.ts';
import { checkOrdinary } from '../../scripts/ordinary/check.ts';

/** What the user sees of the mistakes in an ordinary main.ts. */
function check(text: string): string {
	const folder = mkdtempSync(join(tmpdir(), 'ordinary-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	const entry = join(folder, 'main.ts');
	writeFileSync(entry, text);
	const { diagnostics } = checkOrdinary(entry, {}, () => undefined);
	return diagnostics.map(diagnostic => renderDiagnostic(diagnostic, folder)).join('\n');
}

describe('refuse', () => {
	test('a BigInt is refused, in full', () => {
		expect(check('console.log(5n);')).toMatchInlineSnapshot(`
			"main.ts:1:13 error OT1001: '5n' is a BigInt, which Porffor cannot compute with.
			  console.log(5n);
			              ^^
			  help: Use numbers, exact up to 2^53, or a native module for 64 bits."
		`);
	});

	test.for([
		['new Proxy({}, {});', 'OT1002'],
		["eval('1');", 'OT1003'],
		["new Function('return 1');", 'OT1003'],
		['export class List extends Array<number> {}', 'OT1004'],
		["new Intl.NumberFormat('en');", 'OT1005'],
		['console.log({ [Symbol.toPrimitive]: () => 1 });', 'OT1006'],
		['console.log(new Number(5));', 'OT1007'],
		["console.log('a'.normalize());", 'OT1008'],
		['Object.freeze([1]);', 'OT1009'],
	])('%s is refused', ([text = '', code = '']) => {
		expect(check(text)).toContain(`error ${code}:`);
	});

	test('names of the same kind that are the program’s own are not', () => {
		expect(
			check(
				'class Proxy {} class Mine extends Proxy {} console.log({ eval: 1 }, new Mine(), Number(5), Object.freeze({ a: 1 }), (() => 1) instanceof Function);',
			),
		).toBe('');
	});

	test('a type error is told first', () => {
		expect(check('const text: string = 5n;')).toContain('error TS2322:');
	});
});
