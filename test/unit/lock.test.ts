import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { withLock } from '../../scripts/lock.ts';
import { repository } from '../../scripts/repository.ts';

describe('lock', () => {
	test('work under the same lock never overlaps', async () => {
		const trace: string[] = [];
		const work = (name: string) =>
			withLock('/lock/overlap', async () => {
				trace.push(`${name} in`);
				await new Promise(resolve => setImmediate(resolve));
				trace.push(`${name} out`);
			});

		await Promise.all([work('a'), work('b'), work('c')]);

		expect(trace.length).toBe(6);
		for (let i = 0; i < 6; i += 2) expect(trace[i + 1]).toBe(trace[i]?.replace('in', 'out'));
	});

	test('a failure in the work opens the lock', async () => {
		const failing = withLock('/lock/failing', () => Promise.reject(new Error('no')));

		await expect(failing).rejects.toThrow('no');
		expect(await withLock('/lock/failing', async () => 1)).toBe(1);
	});

	test('the death of another process opens its lock', async () => {
		const lock = join(repository, 'scripts/lock.ts');
		const script = `import { withLock } from '${lock}';
			withLock('/lock/death', async () => { console.log('held'); await new Promise(() => setInterval(() => {}, 1e6)); });`;
		const holder = spawn(
			process.execPath,
			['--import', 'tsx', '--input-type=module', '-e', script],
			{
				cwd: repository,
				stdio: ['ignore', 'pipe', 'inherit'],
			},
		);
		onTestFinished(() => void holder.kill('SIGKILL'));
		await once(holder.stdout, 'data');

		let isOpen = false;
		const waiting = withLock('/lock/death', async () => {
			isOpen = true;
		});
		expect(isOpen).toBe(false);
		holder.kill('SIGKILL');
		await waiting;

		expect(isOpen).toBe(true);
	});
});
