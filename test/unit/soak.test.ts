import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { readAccount } from '../soak/account.ts';
import { races } from '../soak/races.ts';

const race = {
	name: 'calls',
	what: '',
	image: '',
	letter: '',
	harts: 2,
	unit: 'calls',
	perRound: 1,
	test: 10,
	soak: 10,
};
const named = { ...race, isNamed: true, masked: /^masked$/ };
const pulsed = { ...race, pulses: 40 };

describe('the account of a race', () => {
	test.for([
		{ what: 'all as it should be', race, output: '0 lost\ncalls: 10\nrefused = 0\n', faults: [] },
		{ what: 'a fault', race, output: '2 lost\ncalls: 10\n', faults: ['2 lost'] },
		{
			what: 'more than there was',
			race,
			output: '18446744073709551615 lost or twice\ncalls: 10\n',
			faults: ['-1 lost or twice'],
		},
		{
			what: 'a handler that never ran',
			race,
			output: 'timers: 0\ncalls: 10\n',
			faults: ['no timers at all'],
		},
		{ what: 'too little', race, output: 'calls: 9\n', faults: ['9 calls instead of 10'] },
		{ what: 'no end', race, output: '0 lost\n', faults: ['it did not come to its end'] },
		{
			what: 'a line that nobody expects',
			race,
			output: 'panic: x\ncalls: 10\n',
			faults: ["it said 'panic: x'"],
		},
		{
			what: 'a storm without a name',
			race: named,
			output: `${'masked\n'.repeat(9)}calls: 10\n`,
			faults: ['9 of 10 calls named'],
		},
		{
			what: 'a pulse that was lost',
			race: pulsed,
			output: 'pulses: 2\ncalls: 10\n',
			faults: ['2 of 3 pulses handled'],
		},
	])('$what', ({ race, output, faults }) => {
		expect(readAccount(race, output, 10, 3).faults).toEqual(faults);
	});
});

describe('make soak', () => {
	const run = (...args: string[]) =>
		spawnSync('scripts/command.sh', ['test/soak/run.ts', ...args], {
			cwd: repository,
			encoding: 'utf8',
			env: { ...process.env, RACES: 'no-such', COUNT: '1' },
		});

	test('tells its usage, with every race', () => {
		const { status, stderr } = run('--help');

		expect(status).toBe(0);
		expect(stderr.trimEnd()).toBe(
			readFileSync(join(repository, 'test/soak/run.help.txt'), 'utf8').trimEnd(),
		);
		for (const { name } of races) expect(stderr).toContain(name);
	});

	test('refuses a race that there is not, in one sentence', () => {
		const { status, stderr } = run();

		expect(status).toBe(1);
		expect(stderr).toMatch(
			/^soak: RACES=no-such: there is none of this name, but dispatches, .*\.\n$/,
		);
	});
});
