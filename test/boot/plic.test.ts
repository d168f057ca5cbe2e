import { describe, expect, test } from 'vitest';
import { type BootedMachine, boot } from '../harness/machine.ts';

const lines = 95;
const pulses = 3;

/** Pulses a line that has no handler to say when it ran: pulses that come too fast count as one. */
async function pulseUntilMasked(machine: BootedMachine, irq: number): Promise<string> {
	let isOver = false;
	const line = machine.line(/nobody handles/).finally(() => {
		isOver = true;
	});
	while (!isOver) await machine.raise(irq);
	return line;
}

describe('plic', () => {
	test.for([1, 4])('every line runs its handler once for each pulse, on %i harts', async harts => {
		const machine = await boot('test/boot/images/plic-lines', { harts });
		await machine.line(/^ready$/);

		for (let pulse = 0; pulse < pulses; pulse++) {
			for (let line = 1; line <= lines; line++) {
				await machine.raise(line);
				expect(await machine.line(/^irq /)).toBe(`irq ${line}`);
			}
		}

		expect(await machine.line(/count/)).toBe('every count is exact');
		expect(await machine.exit()).toBe(0);
	});

	test('an interrupt number out of range and a taken slot are refused', async () => {
		const machine = await boot('test/boot/images/faults');
		await machine.line(/^ready$/);

		machine.send('r');

		expect(await machine.line(/refused/)).toBe('all refused');
		machine.send('q');
		expect(await machine.exit()).toBe(0);
	});

	test('a line that nobody handles is masked and named, and the machine goes on', async () => {
		const machine = await boot('test/boot/images/faults');
		await machine.line(/^ready$/);
		machine.send('u');
		await machine.line(/^armed$/);

		expect(await pulseUntilMasked(machine, 60)).toBe(
			'trapline: nobody handles plic source 60: masked after 100 interrupts',
		);
		expect(await pulseUntilMasked(machine, 1)).toBe(
			'trapline: nobody handles plic source 1 (virtio_mmio@10001000): masked after 100 interrupts',
		);

		machine.send('q');
		expect(await machine.exit()).toBe(0);
	});
});
