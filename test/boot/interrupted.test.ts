import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { appFolder, imageFolder } from '../harness/app-folder.ts';

/** The names of the programs that a process has started. */
function childrenOf(pid: number): readonly string[] {
	const list = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
	return list.map(child => {
		const path = `/proc/${child}/comm`;
		return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
	});
}

test.for([
	['SIGINT', 'porf', 130],
	['SIGTERM', 'porf', 143],
	['SIGINT', 'riscv64-unknown', 130],
] as const)(
	'%s to a build while %s runs ends it quietly, and leaves no image',
	async ([signal, tool, status]) => {
		const app = appFolder({ 'main.ts': "console.log('never seen');\n" });
		const build = spawn('node', ['--import', 'tsx', 'scripts/build.ts', app], {
			cwd: repository,
			stdio: ['ignore', 'ignore', 'pipe'],
			detached: true, // a group of its own, as a shell makes one
		});
		const { pid = 0 } = build;
		onTestFinished(() => {
			if (build.exitCode === null) process.kill(-pid, 'SIGKILL');
		});
		let said = '';
		build.stderr.on('data', chunk => {
			said += chunk;
		});

		while (
			!(
				said.includes('native TypeScript to C') &&
				childrenOf(pid).some(name => name.startsWith(tool))
			)
		) {
			expect(build.exitCode).toBe(null);
			await sleep(5);
		}
		process.kill(-pid, signal);
		await once(build, 'close');

		expect(build.exitCode).toBe(status);
		expect(said).not.toMatch(/OT9001|bug|failed|mistake/i);
		expect(existsSync(join(imageFolder(app), 'kernel.elf'))).toBe(false);
	},
);
