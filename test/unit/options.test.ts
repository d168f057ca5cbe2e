import { basename } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultApp, findApp } from '../../scripts/app.ts';
import { memoryBytes, readOptions, splitArguments } from '../../scripts/options.ts';
import { imageFolder, readVariant, usual } from '../../scripts/variant.ts';

describe('options', () => {
	test('nothing set means four harts and 128 MiB', () => {
		expect(readOptions({})).toEqual({
			harts: 4,
			memory: '128M',
			extra: [],
			keepInputOpen: false,
		});
	});

	test.for(['0', '9', '-1', '1.5', 'two', '0x4', '1e0'])('SMP=%s is refused', value => {
		expect(() => readOptions({ SMP: value })).toThrow(
			`SMP=${value}: the kernel runs on 1 to 8 harts.`,
		);
	});

	test.for(['1', '8'])('SMP=%s is taken', value => {
		expect(readOptions({ SMP: value }).harts).toBe(Number(value));
	});

	test.for(['lots', '12Q', '-5M', '1.5G'])('MEM=%s is refused', value => {
		expect(() => readOptions({ MEM: value })).toThrow(`MEM=${value}: write a size such as 128M`);
	});

	test('EOF takes keep, and nothing else but its default', () => {
		expect(readOptions({ EOF: 'keep' }).keepInputOpen).toBe(true);
		expect(() => readOptions({ EOF: 'no' })).toThrow('EOF=no: write EOF=keep');
	});

	test('MEASURE takes 1, and 0 or nothing for none', () => {
		expect(readVariant({ MEASURE: '1' })).toEqual({ purpose: 'run', isMeasured: true });
		expect(readVariant({ MEASURE: '0' })).toEqual(usual);
		expect(readVariant({}, 'debug')).toEqual({ purpose: 'debug', isMeasured: false });
		expect(() => readVariant({ MEASURE: 'yes' })).toThrow(
			'MEASURE=yes: write MEASURE=1, or nothing for handlers at full speed.',
		);
	});

	test('each variant of an image has a folder of its own', () => {
		const folders = (['run', 'debug'] as const).flatMap(purpose =>
			[false, true].map(isMeasured =>
				basename(imageFolder(findApp(defaultApp), { purpose, isMeasured })),
			),
		);

		expect(folders).toEqual(['shell', 'shell-measured', 'shell-debug', 'shell-measured-debug']);
	});

	test.for([
		['64', 64n << 20n], // QEMU's default unit is the mebibyte
		['512K', 512n << 10n],
		['3M', 3n << 20n],
		['1g', 1n << 30n],
	] as const)('%s of memory are %s bytes', ([text, bytes]) => {
		expect(memoryBytes(text)).toBe(bytes);
	});

	test('QEMU_ARGS are split at blanks outside of quotes', () => {
		expect(splitArguments(`-d int  -D 'my log' -name "a 'b'"`)).toEqual([
			'-d',
			'int',
			'-D',
			'my log',
			'-name',
			"a 'b'",
		]);
	});
});
