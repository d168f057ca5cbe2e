import { describe, expect, test } from 'vitest';
import { isNativeSource } from '../../scripts/app.ts';
import { files, read } from './files.ts';

const kernel = files(/(?<!\.d)\.ts$/, ['kernel/']);

describe('worlds', () => {
	test.for(kernel.filter(path => !path.startsWith('kernel/runtime/')))('%s is native', path => {
		expect(isNativeSource(read(path))).toBe(true);
	});

	test.for(kernel.filter(path => path.startsWith('kernel/runtime/')))('%s is ordinary', path => {
		expect(isNativeSource(read(path))).toBe(false);
	});
});
