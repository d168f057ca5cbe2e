import { describe, expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

/** Runs one of the races; the answer is what it prints. */
async function race(letter: string, harts: number): Promise<string> {
	const machine = await boot('test/boot/images/irq-races', { harts, timeoutMs: 60_000 });
	await machine.line(/^ready$/);
	machine.send(letter);
	expect(await machine.exit()).toBe(0);
	return machine.output();
}

describe('the interrupt core, while interrupts come', () => {
	test('shared handlers come and go; the one that stays misses nothing', async () => {
		expect(await race('s', 2)).toBe(
			'ready\n3000 raised, 3000 handled, 0 missed, 0 unhandled, 0 violations\nguests ran: true\n',
		);
	});

	test.for([2, 8])('%i harts put handlers on one line and take them off', async harts => {
		expect(await race('r', harts)).toBe(
			'ready\n0 lost\n0 torn, 0 late, 0 failures\nhandlers ran: true\n',
		);
	});

	test('a line moves from hart to hart', async () => {
		expect(await race('m', 4)).toBe(
			'ready\n0 lost or twice, 0 dispatched in vain, 0 failures\nharts that handled it: 4\n',
		);
	});

	test.for([1, 2, 8])('every hart of %i calls every hart', async harts => {
		const wanted = 40 * harts * (3 * harts - 1);
		expect(await race('c', harts)).toBe(
			`ready\n${wanted} sent of ${wanted}, 0 too many, 0 unfinished\n0 queued too many, all attempts: true\n`,
		);
	});
});
