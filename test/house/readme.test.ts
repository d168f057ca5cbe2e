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

	test('its numbers are the recorded ones', () => {
		const { rows } = JSON.parse(read('bench/recorded.json'));
		const column = [...readme.matchAll(/^\| (?:software|UART|`handle`).*?\| ([^|]+?) \|/gm)];

		expect(column.map(([, cell]) => cell)).toEqual([
			`${rows['trap.software.entry']} / ${rows['trap.software.net']}`,
			`${rows['trap.external.entry']} / ${rows['trap.external.net']}`,
			['handle.hit', 'register.ok', 'unregister.hit'].map(id => rows[`table.${id}`]).join(', '),
		]);
	});

	test('its code is what the dialect has', () => {
		const [handler = ''] = /'use native';[\s\S]*?```/.exec(readme) ?? [];

		for (const [, name] of handler.matchAll(/from '(native:[\w-]+)'/g)) {
			expect(read('scripts/modules.ts') + read('kernel/native/atomic.d.ts')).toContain(name);
		}
	});
});
