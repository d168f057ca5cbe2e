import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { boot } from '../harness/machine.ts';

const folder = 'test/boot/images/interrupt-table';

/** `name (file:line)` of a function of the image or the kernel. */
function placeOf(name: string, file: string): string {
	const lines = readFileSync(join(repository, file), 'utf8').split('\n');
	return `${name} (${file}:${lines.findIndex(line => line.includes(`function ${name}(`)) + 1})`;
}

const clock = placeOf('acknowledgeTheRealTimeClockWhoeverElseSharesItsLine', `${folder}/lines.ts`);
const refuse = placeOf('refuse', `${folder}/lines.ts`);
const timer = placeOf('onTimer', `${folder}/lines.ts`);
const calls = placeOf('serveCalls', 'kernel/trap/calls.ts');

async function tableOf(isMeasured: boolean): Promise<readonly string[]> {
	const machine = await boot(folder, { harts: 2, isMeasured });
	expect(await machine.exit()).toBe(0);
	return machine.output().trimEnd().split('\n');
}

describe('the table of interrupts', () => {
	test('has each line and hart, every handler of a shared line, and lines of nobody', async () => {
		const rows = (await tableOf(false)).map(row =>
			row.replace(/(?<=^software.{7}) +\d+/, '  some'),
		);

		expect(rows).toEqual([
			'line      hart  count  unhandled  handler',
			'plic 10      0      1          0  (nobody)',
			'plic 10      1      1          1  (nobody)',
			`plic 11      0   1234        411  ${clock}`,
			`                                  ${refuse}`,
			`plic 11      1      5          2  ${clock}`,
			`                                  ${refuse}`,
			`software     0   some          0  ${calls}`,
			`software     1   some          0  ${calls}`,
			`timer        1      1          0  ${timer}`,
		]);
	});

	test('has durations in an image that measures, and how late the timer is', async () => {
		const rows = (await tableOf(true)).map(row => row.replace(/ +/g, ' '));

		expect(rows[0]).toBe('line hart count unhandled cycles at most ticks late at most handler');
		const figures = rows.flatMap(row => {
			const [, name = '', numbers = ''] = /^(plic \d+|software|timer)((?: \d+)+) /.exec(row) ?? [];
			return name === '' ? [] : [[name, ...numbers.trim().split(' ').map(Number)] as const];
		});
		expect(figures.map(([name, hart]) => `${name} ${hart}`)).toEqual([
			'plic 10 0',
			'plic 10 1',
			'plic 11 0',
			'plic 11 1',
			'software 0',
			'software 1',
			'timer 1',
		]);
		for (const [name, hart, count, unhandled, last = -1, greatest = -1, ...late] of figures) {
			const isNobodys = name === 'plic 10' && hart === 1;
			expect(count).toBeGreaterThan(0);
			expect(unhandled).toBeGreaterThanOrEqual(isNobodys ? 1 : 0);
			expect(last > 0).toBe(!isNobodys);
			expect(greatest).toBeGreaterThanOrEqual(last);
			expect(late).toHaveLength(name === 'timer' ? 2 : 0);
			expect(late[1] ?? 0).toBeGreaterThanOrEqual(late[0] ?? 0);
		}
	});
});
