import { mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { findApp } from '../../scripts/app.ts';
import { isUpToDate, recordInputs, results } from '../../scripts/inputs.ts';
import { usual } from '../../scripts/variant.ts';

let folder = '';

beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'trapline-'));
	writeFileSync(join(folder, 'main.ts'), "'use native';\n");
	writeFileSync(join(folder, 'other.ts'), "'use native';\n");
	for (const name of results) writeFileSync(join(folder, name), '');
	const made = folder;
	onTestFinished(() => rmSync(made, { recursive: true }));
});

const record = (
	startedAtMs = Date.now() + 1000, // as if the files had been there before
) =>
	recordInputs(findApp(folder), usual, folder, 'common', [join(folder, 'other.ts')], startedAtMs);

const isFresh = (common = 'common', variant = usual) =>
	isUpToDate(findApp(folder), variant, folder, common);

describe('inputs', () => {
	test('an image without a record is not up to date', () => {
		expect(isFresh()).toBe(false);
	});

	test('an image is up to date while its inputs have the same content, whatever their date', () => {
		record();
		utimesSync(join(folder, 'main.ts'), 2000, 2000);

		expect(isFresh()).toBe(true);
	});

	test('a change of the app, of a module beside it, or of anything common is noticed', () => {
		record();

		expect(isFresh('other tools')).toBe(false);
		writeFileSync(join(folder, 'other.ts'), "'use native'; // changed\n");
		expect(isFresh()).toBe(false);
	});

	test.for(results)('an image without its %s is not up to date', name => {
		record();
		expect(isFresh()).toBe(true);

		rmSync(join(folder, name));

		expect(isFresh()).toBe(false);
	});

	test.for(['', '{', 'null', '{}', '[]', '{"files":null}', '\0\0\0'])(
		'a record of %s is none',
		text => {
			record();
			writeFileSync(join(folder, 'inputs.json'), text);

			expect(isFresh()).toBe(false);
		},
	);

	test('a date in the future is no reason to build again', () => {
		const future = Date.now() / 1000 + 1e6;
		utimesSync(join(folder, 'main.ts'), future, future);

		record();

		expect(isFresh()).toBe(true);
	});

	test('an input that is gone is noticed', () => {
		record();

		rmSync(join(folder, 'other.ts'));

		expect(isFresh()).toBe(false);
	});

	test('an input that was saved during the build leaves no record', () => {
		writeFileSync(join(folder, 'other.ts'), "'use native'; // saved late\n");

		record(Date.now() - 1000);

		expect(isFresh()).toBe(false);
	});

	test('the image of another variant is not up to date', () => {
		record();

		expect(isFresh('common', { ...usual, isMeasured: true })).toBe(false);
		expect(isFresh('common', { ...usual, purpose: 'debug' })).toBe(false);
	});

	test('the image of another app of the same name is not up to date', () => {
		record();
		const path = join(folder, 'inputs.json');
		writeFileSync(path, readFileSync(path, 'utf8').replace('main.ts', 'elsewhere/main.ts'));

		expect(isFresh()).toBe(false);
	});
});
