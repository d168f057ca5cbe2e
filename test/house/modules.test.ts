import { existsSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { nativeModules, ordinaryModules } from '../../scripts/modules.ts';
import { repository } from '../../scripts/repository.ts';
import { read } from './files.ts';

const modules = { ...nativeModules, ...ordinaryModules };

describe('modules', () => {
	test.for(Object.entries(modules))('%s is %s', ([, path]) => {
		expect(existsSync(join(repository, path))).toBe(true);
	});

	test("the editor's configuration for apps names the same files", () => {
		const { config } = ts.parseConfigFileTextToJson('', read('examples/tsconfig.json'));
		const table: Readonly<Record<string, readonly string[]>> = config.compilerOptions.paths;

		const paths = Object.fromEntries(
			Object.entries(table).map(([name, [path = '']]) => [name, join('examples', path)]),
		);

		expect(paths).toEqual(modules);
	});
});
