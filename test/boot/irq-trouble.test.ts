import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { boot } from '../harness/machine.ts';

const folder = 'test/boot/images/irq-trouble';
const source = readFileSync(join(repository, folder, 'main.ts'), 'utf8').split('\n');

const placeOf = (name: string) =>
	`${name} (${folder}/main.ts:${source.findIndex(line => line.startsWith(`function ${name}(`)) + 1})`;

describe('a shared line', () => {
	test('that nobody wants is masked and named with its handlers, and can be revived', async () => {
		const machine = await boot(folder);
		await machine.line(/^ready$/);
		let isMasked = false;
		const report = machine.line(/nobody/).finally(() => {
			isMasked = true;
		});
		let pulses = 0;
		for (; !isMasked; pulses++) await machine.raise(50);

		expect(await report).toBe(
			`trapline: nobody handles plic source 50: masked after 100 interrupts; its handlers: ${placeOf('perhaps')}, ${placeOf('refuse')}`,
		);
		expect(pulses).toBeGreaterThanOrEqual(100);
		machine.send('s');
		expect(await machine.line(/masked:/)).toBe(
			'masked: true, shared: true, 2 handlers, 100 unhandled',
		);

		machine.send('w');
		await machine.line(/^wanted$/);
		await machine.raise(50);
		await machine.line(/^handled$/);

		machine.send('s');
		expect(await machine.line(/masked:/)).toMatch(/^masked: false/);
		machine.send('q');
		expect(await machine.exit()).toBe(0);
	});

	test('that is wanted two times in three is not masked', async () => {
		const machine = await boot(folder);
		await machine.line(/^ready$/);

		for (let pulse = 0; pulse < 450; pulse++) {
			await machine.raise(51);
			await machine.line(/^noise/);
		}

		expect(machine.output()).toContain('noise, 150 unhandled');
		expect(machine.output()).not.toContain('masked');
		machine.send('q');
		expect(await machine.exit()).toBe(0);
	});
});
