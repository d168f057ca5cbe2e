import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { make, start, visit } from '../harness/front-door.ts';

describe('make run', () => {
	test('with nothing on standard input boots the shell and ends by itself', async () => {
		const run = await make(['run']);

		expect(run.status).toBe(0);
		expect(run.output).toMatch(/^Trapline\. /);
	});

	test('takes commands from a pipe, twenty times in a row', async () => {
		for (let round = 0; round < 20; round++) {
			const run = await make(['run'], 'help\nirqs\npoweroff\n');

			expect(run.status).toBe(0);
			expect(run.output).toMatch(/plic 10 +0 +[1-9]/);
			expect(run.said).toBe('');
		}
	});

	test('fails with a TypeScript backtrace when the kernel panics, twenty times in a row', async () => {
		for (let round = 0; round < 20; round++) {
			const run = await make(['run'], 'panic\n');

			expect(run.status).toBe(2); // make itself always says 2
			expect(run.output).toMatch(/at crash \(examples\/shell\/crash\.ts:\d+\)/);
		}
	});

	test('standard output is only what the app prints', async () => {
		const run = await make(['run', 'APP=examples/handler-table']);

		expect(run.status).toBe(0);
		expect(run.output).toBe('Hello, event 0!\nHello, event 1!\n');
	});

	test('piped bytes reach the UART one for one, all 256 values', async () => {
		const payload = Buffer.from(
			Array.from({ length: 4096 }, (_, index) => (index * 37 + 47) & 0xff),
		);
		expect(payload.at(-1)).toBe(0x0a); // so that one EOT follows, and not two

		const run = await make(['run', 'APP=examples/uart-echo'], payload);

		// Some come before the driver is ready: none may be lost, and the EOT at the end comes back, too.
		const ready = run.bytes.indexOf('ready\n') + 'ready\n'.length;
		const echo = run.bytes.subarray(ready, ready + payload.length + 1);
		expect(echo.equals(Buffer.concat([payload, Buffer.of(4)]))).toBe(true);
		expect(run.status).toBe(0);
	});

	test.for([
		['with a last line that has no end', 'echo x', /\nx\n> \n$/],
		['with nothing but blanks', '  ', /\n> {3}\n> \n$/],
		['that reboots', 'reboot\n', /help[\s\S]*> reboot\nTrapline\.[^\n]*\n> \n$/],
		[
			'that reboots and goes on',
			'reboot\necho x',
			/> reboot\nTrapline\.[^\n]*\n> echo x\nx\n> \n$/,
		],
	] as const)('a pipe %s ends by itself, five times in a row', async ([, input, expected]) => {
		for (let round = 0; round < 5; round++) {
			const run = await make(['run'], input);

			expect(run.status).toBe(0);
			expect(run.output).toMatch(expected);
		}
	});

	test('EOF=keep sends no EOT, so the shell waits on', async () => {
		const run = visit('make', ['run', 'EOF=keep'], { input: 'echo still here\n' });
		const late = await Promise.race([
			run,
			new Promise(resolve => setTimeout(resolve, 3000, 'still running')),
		]);

		expect(late).toBe('still running');
	});

	test('SMP and MEM reach the machine', async () => {
		const run = await make(['run', 'SMP=3', 'MEM=256M'], 'harts\n');

		expect(run.output).toMatch(/hart 2 +online/);
		expect(run.output).not.toMatch(/hart 3/);
		expect(run.output).toContain('256 MiB');
	});

	test('QEMU_ARGS reach QEMU, whose own failure is ours', async () => {
		const run = await make(['run', 'QEMU_ARGS=-no-such-option']);

		expect(run.status).toBe(2);
		expect(run.said).toContain('-no-such-option');
		expect(run.output).toBe('');
	});
});

describe('npm start', () => {
	test("exits with QEMU's exact status", async () => {
		expect((await start('examples/handler-table')).status).toBe(0);
		expect((await start('examples/shell', {}, 'panic\n')).status).toBe(101);
	});

	test("and npm's other scripts look for a folder where the user is", async () => {
		const cwd = join(repository, 'examples');
		const npm = ['run', '--silent', '--prefix', repository];

		const build = await visit('npm', [...npm, 'build', '--', 'handler-table'], { cwd });
		expect(build.status).toBe(0);

		const run = await visit('npm', [...npm, 'start', '--', 'handler-table'], { cwd });
		expect(run.output).toBe('Hello, event 0!\nHello, event 1!\n');
	});

	test('a second run builds nothing', async () => {
		await start('examples/handler-table');

		const { output, said } = await start('examples/handler-table');

		expect(output).toBe('Hello, event 0!\nHello, event 1!\n');
		expect(said).toBe('');
	});

	test('SIGTERM ends QEMU with it', async () => {
		const child = spawn('scripts/command.sh', ['scripts/qemu.ts', 'examples/shell'], {
			cwd: repository,
			stdio: ['pipe', 'pipe', 'ignore'],
		});
		onTestFinished(() => void child.kill('SIGKILL'));
		await new Promise(resolve => child.stdout.once('data', resolve));
		const children = readFileSync(`/proc/${child.pid}/task/${child.pid}/children`, 'utf8')
			.split(' ')
			.filter(Boolean);

		child.kill('SIGTERM');
		const status = await new Promise(resolve => child.once('close', resolve));

		expect(status).toBe(143);
		expect(children.length).toBeGreaterThan(0);
		for (const pid of children) expect(isRunning(pid)).toBe(false);
	});
});

/** Whether a process still runs; one that only waits for its parent to notice does not. */
function isRunning(pid: string): boolean {
	const path = `/proc/${pid}/stat`;
	return existsSync(path) && !/\) Z/.test(readFileSync(path, 'utf8'));
}

describe('make', () => {
	test('build leaves an image, its listing and its symbols', async () => {
		const run = await make(['build', 'APP=examples/timer']);

		expect(run.status).toBe(0);
		expect(run.output).toBe('');
		for (const name of ['kernel.elf', 'kernel.asm', 'kernel.sym']) {
			expect(existsSync(join(repository, 'build/timer', name))).toBe(true);
		}
		const listing = readFileSync(join(repository, 'build/timer/kernel.asm'), 'utf8');
		expect(listing).toContain('function kernelMain(');
	});

	test('help names every target that there is', async () => {
		const makefile = readFileSync(join(repository, 'Makefile'), 'utf8');
		const targets = [...makefile.matchAll(/^([a-z-]+):/gm)].map(match => match[1] ?? '');

		const { output } = await make(['help']);

		expect(targets.length).toBeGreaterThan(8);
		for (const target of targets.filter(target => target !== 'help')) {
			expect(output).toContain(`make ${target}`);
		}
	});
});
