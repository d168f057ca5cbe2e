import { describe, expect, test } from 'vitest';
import { boot } from '../harness/machine.ts';

describe('native:irq', () => {
	test.for([1, 4])('every misuse gives its own error, on %i harts', async harts => {
		const machine = await boot('test/boot/images/irq-api', { harts });

		expect(await machine.exit()).toBe(0);
		expect(machine.output()).toBe('0 wrong answers\n');
	});
});
