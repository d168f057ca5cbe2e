import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { boot } from '../harness/machine.ts';

describe('locks', () => {
	test.for([1, 4])('%i harts and their handlers lose no addition', async harts => {
		const machine = await boot('test/boot/images/locks', { harts });

		expect(await machine.exit()).toBe(0);
		expect(machine.output()).toBe('0 lost, 0 torn\n');
	});

	test('a lock inside of itself is a panic that shows where', async () => {
		const file = 'test/boot/images/self-lock/main.ts';
		const lines = readFileSync(join(repository, file), 'utf8').split('\n');
		const again = lines.findIndex(line => line.includes('// here: again')) + 1;
		const machine = await boot('test/boot/images/self-lock', { harts: 4 });

		expect(await machine.exit()).toBe(101);
		expect(machine.output()).toMatch(/This hart waits for a lock that it holds itself\./);
		expect(machine.output()).toContain(`takeAgain (${file}:${again})\n`);
	});
});
