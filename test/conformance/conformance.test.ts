import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { readPrograms } from './harness/programs.ts';
import { runSuite } from './harness/run-suite.ts';
import { nameOf, wrongIn } from './harness/table.ts';

const table = readFileSync(join(repository, 'docs/conformance.md'), 'utf8');
const programs = readPrograms();

/** One in so many of the programs that are not known to be wrong; `make conformance` runs them all. */
const share = 12;

describe('conformance', () => {
	test('the suite is as large as it claims, and no name stands twice', () => {
		expect(programs.length).toBeGreaterThanOrEqual(600);
		expect(new Set(programs.map(nameOf)).size).toBe(programs.length);
		expect(table).toContain(`| all | ${programs.length} |`);
	});

	test('what passed still passes', async () => {
		const wrong = wrongIn(table);
		const chosen = programs
			.filter(program => !wrong.has(nameOf(program)))
			.filter((_program, index) => index % share === 0);

		const outcomes = await runSuite(join(repository, 'build/conformance-share'), chosen);

		const failed = [...outcomes].filter(([, { kind }]) => kind === 'wrong');
		expect(failed).toEqual([]);
	});
});
