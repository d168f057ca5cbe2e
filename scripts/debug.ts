/**
 * Command: builds an app for a debugger, starts QEMU waiting for gdb, and gdb on it; both end together.
 */

import { execFileSync, spawn } from 'node:child_process';
import { constants, mkdtempSync, openSync, rmSync } from 'node:fs';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { defaultApp, findApp } from './app.ts';
import { startFolder } from './arguments.ts';
import { buildApp } from './build.ts';
import { checkMemory, readOptions } from './options.ts';
import { qemu, qemuArguments } from './qemu.ts';
import { repository } from './repository.ts';
import { spawnTethered } from './run.ts';
import { command, isCommand, Mistake, say } from './terminal.ts';
import { tools } from './toolchain.ts';
import { readVariant } from './variant.ts';

/** Ctrl-C belongs to gdb, which interrupts the guest with it. */
const ignoredSignals = ['SIGINT'] as const;

/** A path as one word of gdb's. */
function gdbPath(path: string): string {
	return `"${path.replace(/["\\]/g, '\\$&')}"`;
}

/**
 * What is written to the pipe reaches the UART, since gdb has the terminal. It is opened to write as
 * well, so that it does not end with whoever writes first.
 */
function connectInput(pipe: string, input: Writable | null): void {
	rmSync(pipe, { force: true });
	execFileSync('mkfifo', [pipe]);
	process.on('exit', () => rmSync(pipe, { force: true }));
	const { O_RDWR, O_NONBLOCK } = constants;
	const reader = new Socket({ fd: openSync(pipe, O_RDWR | O_NONBLOCK), writable: false });
	reader.unref(); // nobody waits for it
	if (input !== null) reader.pipe(input);
	say(`debug: what is written to ${pipe} reaches the UART, such as: echo help > ${pipe}`);
}

async function main(args: readonly string[]): Promise<number> {
	const options = readOptions(process.env);
	const [folder = process.env['APP'] || undefined, ...gdbArguments] = args;
	const app = folder === undefined ? findApp(defaultApp) : findApp(folder, startFolder());
	const image = await buildApp(app, readVariant(process.env, 'debug'));
	checkMemory(options.memory, image, app);

	const folderOfSocket = mkdtempSync(join(tmpdir(), 'trapline-'));
	process.on('exit', () => rmSync(folderOfSocket, { recursive: true, force: true }));
	const socket = join(folderOfSocket, 'gdb');
	const machine = spawnTethered(qemu, qemuArguments({ image, gdb: socket, ...options }));
	process.on('exit', () => machine.kill('SIGKILL'));
	machine.stdout?.pipe(process.stdout);
	machine.stdin?.on('error', () => {}); // It ended before it read everything.
	connectInput(join(dirname(image), 'input'), machine.stdin);
	for (const signal of ignoredSignals) process.on(signal, () => {});

	return new Promise((resolve, reject) => {
		const gdb = spawn(
			tools.gdb,
			// gdb retries until QEMU listens.
			[
				'-q',
				'-ex',
				'set confirm off',
				'-ex',
				`directory ${gdbPath(repository)} ${gdbPath(dirname(app.folder))}`,
				'-ex',
				`target remote ${socket}`,
				...gdbArguments,
				image,
			],
			{ stdio: 'inherit' },
		);
		gdb.on('error', () =>
			reject(new Mistake(`'${tools.gdb}' cannot be started; run 'make setup'.`)),
		);
		gdb.on('close', status => {
			machine.kill('SIGKILL');
			resolve(status ?? 1);
		});
		machine.on('exit', (status, signal) => {
			if (signal === null && status !== 0) reject(new Mistake(`QEMU ended with status ${status}.`));
		});
	});
}

if (isCommand('scripts/debug.ts')) await command('debug', main);
