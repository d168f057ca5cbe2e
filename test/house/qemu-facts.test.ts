import { describe, expect, test } from 'vitest';
import { read } from './files.ts';

const rows = [...read('docs/qemu.md').matchAll(/\| `(test\/[\w./-]+)`: (.+) \|$/gm)];

describe('docs/qemu.md', () => {
	test('has rows', () => {
		expect(rows.length).toBeGreaterThan(15);
	});

	test.for(rows)('%s', ([, file = '', name = '']) => {
		expect(read(file)).toContain(`'${name}'`);
	});
});
