import { describe, expect, test } from 'vitest';
import { changed } from '../../scripts/mutants/copy.ts';
import { kernelFaults } from '../../scripts/mutants/kernel-faults.ts';
import { files, read } from '../house/files.ts';

describe('the faults of make mutants', () => {
	test.for(kernelFaults)('$what: its places are in the source', ({ changes, test }) => {
		for (const change of changes) {
			expect(changed(read(change.file), change)).not.toBe(read(change.file));
		}
		expect(files(/\.test\.ts$/, ['test/boot/']).filter(path => path.includes(test))).not.toEqual(
			[],
		);
	});

	test('a place that is gone, or there twice, is refused', () => {
		const change = { file: 'kernel/x.ts', from: 'one', to: 'two' };

		expect(() => changed('two', change)).toThrow('kernel/x.ts has this 0 times');
		expect(() => changed('one one', change)).toThrow('kernel/x.ts has this 2 times');
		expect(changed('one $&', change)).toBe('two $&');
	});
});
