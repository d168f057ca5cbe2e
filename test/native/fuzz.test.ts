import { describe, expect, test } from 'vitest';
import { Coverage } from '../../scripts/fuzz/coverage.ts';
import { faults } from '../../scripts/fuzz/fault-list.ts';
import { findFault } from '../../scripts/fuzz/faults.ts';
import { sample } from '../../scripts/fuzz/generate/arbitrary.ts';
import { runOnHost } from '../../scripts/fuzz/host.ts';
import { runOnRiscv } from '../../scripts/fuzz/riscv.ts';
import { checkBatch } from '../../scripts/fuzz/verdict.ts';
import { read } from '../house/files.ts';

/** A batch is compiled as one module; `make fuzz` runs many more, from another seed each time. */
const options = { timeout: 240_000 };

describe('random programs', () => {
	test.for([1001, 1002])(
		'100 of seed %i: the host agrees with the reference',
		options,
		async seed => {
			const { outcomes, disagreements, programs } = await checkBatch(seed, 100, batch =>
				runOnHost(batch),
			);
			const coverage = new Coverage();
			for (const [i, program] of programs.entries()) coverage.add(program, outcomes[i]);

			expect(disagreements).toEqual([]);
			expect(coverage.medianStatements).toBeGreaterThanOrEqual(40);
		},
	);

	test('60 of seed 2001: RISC-V in QEMU agrees with the reference', options, async () => {
		const { disagreements } = await checkBatch(2001, 60, batch => runOnRiscv(batch));

		expect(disagreements).toEqual([]);
	});

	test('a seed gives the same programs again', () => {
		expect(sample(5, 3)).toEqual(sample(5, 3));
	});
});

describe('seeded faults', () => {
	test('there are 20 and more, and each has its anchor', () => {
		expect(faults.length).toBeGreaterThanOrEqual(20);
		expect(new Set(faults.map(({ what }) => what)).size).toBe(faults.length);
		for (const { file, from, what } of faults) {
			expect(read(`scripts/native/${file}`).split(from), what).not.toHaveLength(1);
		}
	});

	const quick = [`'>>' of signed types logical`, `'x++' is '++x'`];
	test.for(faults.filter(({ what }) => quick.includes(what)))(
		'found: $what',
		options,
		async fault => {
			expect(await findFault(fault, 7000)).toBeDefined();
		},
	);
});
