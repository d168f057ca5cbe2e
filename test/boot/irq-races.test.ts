import { describe, expect, test } from 'vitest';
import { instructionClock } from '../../scripts/qemu.ts';
import { boot } from '../harness/machine.ts';

/** With `-icount` a run repeats itself exactly; with threads harts run at the same time. */
const modes = [
	{ mode: 'threads', extra: [] },
	{ mode: 'counted instructions', extra: instructionClock },
] as const;

type Mode = (typeof modes)[number];

/** Runs one of the races so often; the answer is what it prints. */
async function race(
	{ extra }: Mode,
	harts: number,
	letter: string,
	rounds: number,
): Promise<string> {
	const machine = await boot('test/boot/images/irq-races', { harts, extra, timeoutMs: 60_000 });
	await machine.line(/^ready$/);
	machine.send(`${letter}${rounds}\n`);
	expect(await machine.exit()).toBe(0);
	return machine.output().replace('ready\n', '');
}

describe.for(modes)('the interrupt core, while interrupts come, with $mode', mode => {
	const share = mode.extra.length > 0 ? 10 : 1; // counted instructions are slower

	test('shared handlers come and go; the one that stays misses nothing', async () => {
		expect(await race(mode, 2, 's', 10_000 / share)).toBe(
			'0 lost, 0 missed, 0 unhandled, 0 violations\n',
		);
	});

	test.for([2, 8])('%i harts put handlers on one line and take them off', async harts => {
		expect(await race(mode, harts, 'r', 150 / share)).toBe(
			'0 lost\n0 torn, 0 late, 0 failures\nhandlers ran: true\n',
		);
	});

	test('a line moves from hart to hart', async () => {
		expect(await race(mode, 4, 'm', 1000 / share)).toBe(
			'0 lost or twice, 0 dispatched in vain, 0 failures\n0 at the same time, 0 on another hart\nharts that handled it: 4\n',
		);
	});

	// Counted instructions give a hart that waits for `lineLock` a tenth of a second, and seven wait here.
	test.for(share > 1 ? [3] : [3, 8])('harts move a line at the same time: %i', async harts => {
		expect(await race(mode, harts, 't', share > 1 ? 20 : 2000)).toBe(
			'0 lost or twice, 0 failures, 0 times not with one hart\n',
		);
	});

	test.for([1, 2, 8])('every hart of %i calls every hart', async harts => {
		const rounds = 320 / share;
		const wanted = rounds * harts * (3 * harts - 1);

		expect(await race(mode, harts, 'c', rounds)).toBe(
			`${wanted} sent of ${wanted}, 0 too many, 0 unfinished\n0 queued too many, all attempts: true\n`,
		);
	});

	test('harts leave while they are called', async () => {
		expect(await race(mode, 4, 'l', 200 / share)).toBe('0 wrong, all refused: true\n');
	});
});
