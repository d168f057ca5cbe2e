import { describe, expect, test } from 'vitest';
import { parseTrace } from '../../bench/trace.ts';

const traced = (pc: string) =>
	`Trace 0: 0x7fb830000100 [0000000000000000/${pc}/00209003/ff020201] main\n`;

describe('trace', () => {
	test('every logged instruction counts once, in order', () => {
		const pcs = parseTrace(traced('0000000080000000') + traced('0000000080000004'));

		expect(pcs).toEqual([0x8000_0000, 0x8000_0004]);
	});

	test('an instruction that QEMU takes back and repeats counts once', () => {
		const log =
			traced('0000000080000000') +
			traced('0000000080000004') +
			'cpu_io_recompile: rewound execution of TB to 0000000080000004\n' +
			traced('0000000080000004');

		expect(parseTrace(log)).toEqual([0x8000_0000, 0x8000_0004]);
	});

	test('an instruction before which QEMU stopped does not count', () => {
		const log =
			traced('0000000080000000') +
			traced('0000000080000004') +
			'Stopped execution of TB chain before 0x7fb830000240 [0000000080000004] main\n' +
			traced('0000000080000100');

		expect(parseTrace(log)).toEqual([0x8000_0000, 0x8000_0100]);
	});
});
