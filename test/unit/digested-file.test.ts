import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { readDigested, writeDigested } from '../../scripts/digested-file.ts';

let path = '';

beforeEach(() => {
	const folder = mkdtempSync(join(tmpdir(), 'trapline-'));
	onTestFinished(() => rmSync(folder, { recursive: true }));
	path = join(folder, 'cache/data.bin');
});

describe('a file with its digest', () => {
	test('gives back what was written, the last time', () => {
		expect(writeDigested(path, Buffer.from('first'))).toBe(true);
		expect(writeDigested(path, Buffer.from('second'))).toBe(true);

		expect(readDigested(path)?.toString()).toBe('second');
	});

	test('is nothing where there is none', () => {
		expect(readDigested(path)).toBeUndefined();
	});

	test.for(['one byte of it changed', 'cut short', 'empty'] as const)('is nothing: %s', damage => {
		writeDigested(path, Buffer.from('what was written'));
		const bytes = readFileSync(path);
		bytes.writeUInt8(bytes.readUInt8(40) ^ 1, 40);
		if (damage === 'one byte of it changed') writeFileSync(path, bytes);
		else truncateSync(path, damage === 'empty' ? 0 : bytes.length - 1);

		expect(readDigested(path)).toBeUndefined();
	});

	test('is not written where that is impossible, and nothing is thrown', () => {
		writeFileSync(join(path, '../..', 'file'), '');

		expect(writeDigested(join(path, '../../file/data.bin'), Buffer.from('data'))).toBe(false);
	});
});
