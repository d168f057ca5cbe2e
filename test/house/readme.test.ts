import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { read } from './files.ts';

const readme = read('README.md');

describe('README', () => {
	test('names only files and folders that exist', () => {
		const paths = [
			...readme.matchAll(/`((?:boot|kernel|scripts|test|bench|docs|examples)\/[\w./-]*)`/g),
		];

		expect(paths.length).toBeGreaterThan(20);
		for (const [, path = ''] of paths) expect(existsSync(join(repository, path)), path).toBe(true);
	});

	test('its code is what the dialect has', () => {
		const [handler = ''] = /'use native';[\s\S]*?```/.exec(readme) ?? [];

		for (const [, name] of handler.matchAll(/from '(native:[\w-]+)'/g)) {
			expect(read('scripts/modules.ts') + read('kernel/native/atomic.d.ts')).toContain(name);
		}
	});
});
