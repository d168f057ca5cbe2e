import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findApp, isNativeSource } from '../../scripts/app.ts';

const folder = mkdtempSync(join(tmpdir(), 'trapline-'));
afterAll(() => rmSync(folder, { recursive: true }));

describe('app', () => {
	test.for([
		["'use native';\n", true],
		['"use native"\nexport {};', true],
		["// a word first\n\n/* and\n another */ 'use native';", true],
		["import './x.ts';\n'use native';", false],
		["const text = 'use native';", false],
		["// 'use native';\n", false],
		['', false],
	] as const)('%j is native: %s', ([source, native]) => {
		expect(isNativeSource(source)).toBe(native);
	});

	test('a folder with a main.ts is an app, by relative path, absolute path or link', () => {
		mkdirSync(join(folder, 'blink'));
		writeFileSync(join(folder, 'blink/main.ts'), "'use native';\n");
		symlinkSync(join(folder, 'blink'), join(folder, 'link'));

		const paths = ['blink', join(folder, 'blink'), './link/', 'blink/../blink'];
		const apps = paths.map(path => findApp(path, folder));

		for (const app of apps) {
			expect(app).toEqual({
				name: 'blink',
				folder: join(folder, 'blink'),
				main: join(folder, 'blink/main.ts'),
				world: 'native',
			});
		}
	});

	test('what is not an app is named', () => {
		mkdirSync(join(folder, 'empty'));
		writeFileSync(join(folder, 'file.ts'), '');

		expect(() => findApp('nowhere', folder)).toThrow(`There is no folder 'nowhere'`);
		expect(() => findApp('empty', folder)).toThrow(`The folder 'empty' has no main.ts`);
		expect(() => findApp('file.ts', folder)).toThrow(`'file.ts' is not a folder`);
	});
});
