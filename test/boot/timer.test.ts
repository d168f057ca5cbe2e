import { describe, expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

describe('timer', () => {
	test.for([1, 4, 8])('each of %i harts has its ten ticks', async harts => {
		const machine = await boot('examples/timer', { harts });

		expect(await machine.exit()).toBe(0);
		expect(machine.output()).toBe(
			Array.from({ length: harts }, (_, hart) => `hart ${hart}: 10 ticks\n`).join(''),
		);
	});

	test('a promise of the real-time clock is kept', async () => {
		const machine = await boot('examples/rtc');

		expect(await machine.exit()).toBe(0);
		expect(machine.output()).toMatch(/alarm/);
	});
});
