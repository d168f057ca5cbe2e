import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { instructionClock } from '../../scripts/qemu.ts';
import { repository } from '../../scripts/repository.ts';
import { make } from '../harness/front-door.ts';
import { type BootOptions, boot } from '../harness/machine.ts';

/** Cycles are instructions with this clock. */
async function reportOf(options: BootOptions): Promise<readonly string[]> {
	const machine = await boot('test/boot/images/measured', { ...options, extra: instructionClock });
	expect(await machine.exit()).toBe(0);
	return machine.output().trimEnd().split('\n');
}

describe('an image that was built with MEASURE=1', () => {
	test('knows how long handlers took, and how late the timer was', async () => {
		expect(await reportOf({ isMeasured: true })).toEqual([
			'measured: true',
			'long: true',
			'short: true',
			'timer: true',
			'call: true',
			'late: true',
			'in time: true',
			'elsewhere: 0',
		]);
	});

	test('and any other knows nothing of it', async () => {
		expect(await reportOf({})).toEqual([
			'measured: false',
			'long: false',
			'short: false',
			'timer: false',
			'call: false',
			'late: false',
			'in time: true', // it is 0
			'elsewhere: 0',
		]);
	});
});

describe('make', () => {
	test.for([
		['nothing', [], 'timer', []],
		[
			'MEASURE=1',
			['MEASURE=1'],
			'timer-measured',
			['dispatchExternal', 'dispatchSoftware', 'dispatchTimer'],
		],
	] as const)('builds with %s what reads the cycles where it should', async visit => {
		const [, words, name, readers] = visit;
		const built = await make(['build', 'APP=examples/timer', ...words]);

		expect(built.status).toBe(0);
		const listing = readFileSync(join(repository, 'build', name, 'kernel.asm'), 'utf8');
		const functions = listing.split(/\n\n(?=[0-9a-f]{16} <)/);
		const reading = functions.filter(text => /\tcsrr\t\w+,mcycle$/m.test(text));
		expect(reading.map(text => /<(\w+)>/.exec(text)?.[1]).sort()).toEqual(readers);
	});
});
