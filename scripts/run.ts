/**
 * Connects a program that talks on its standard input and output with ours: every byte, both ways.
 *
 * A terminal is switched to raw, so that Ctrl-C and the rest reach the guest, and Ctrl-A X leaves.
 * When a pipe or file ends, an EOT follows, as if a user had typed Ctrl-D; behind a line without an end
 * another one, since on a terminal the first Ctrl-D hands over the line and the second ends the input.
 */

import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:os';
import { Mistake, say } from './terminal.ts';

const endOfTransmission = 0x04;
const lineEnds: readonly (number | undefined)[] = [0x0a, 0x0d, undefined]; // undefined: no input at all
const escapePrefix = 0x01; // Ctrl-A
const leaveKey = /[xX]/;

/** The number that the first of `files` has in the program, and the others after it. */
export const firstFile = 3;

/**
 * Starts a program that is killed when this process ends, even by SIGKILL, so that no QEMU is left
 * behind: the kernel sends the signal when the parent dies.
 */
export function spawnTethered(
	program: string,
	args: readonly string[],
	errors: 'inherit' | 'pipe' = 'inherit',
	files: readonly number[] = [],
): ChildProcess {
	return spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...args], {
		stdio: ['pipe', 'pipe', errors, ...files],
	});
}

/** Runs `program` on our terminal or pipes; the answer is its exit status, or 128 + its signal. */
export async function runInTerminal(
	program: string,
	args: readonly string[],
	keepInputOpen: boolean,
	files: readonly number[] = [],
): Promise<number> {
	const child = spawnTethered(program, args, 'inherit', files);
	const { stdin, stdout } = child;
	if (stdin === null || stdout === null) throw new Error('A tethered program has pipes.');
	process.on('exit', () => child.kill('SIGKILL'));
	stdin.on('error', () => {}); // It ended before it read everything: its status says why.

	const left = process.stdin.isTTY ? connectTerminal(child) : connectPipe(child, keepInputOpen);
	stdout.pipe(process.stdout);
	process.stdout.on('error', () => child.kill('SIGKILL')); // Nobody reads any more: `| head -1`.

	const status = await new Promise<number>((resolve, reject) => {
		child.on('error', () =>
			reject(new Mistake(`'${program}' cannot be started; run 'make setup'.`)),
		);
		child.on('close', (code, signal) =>
			resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)),
		);
	});
	if (process.stdin.isTTY) process.stdin.setRawMode(false);
	process.stdin.destroy();
	return left.byUser ? 0 : status;
}

function connectPipe(child: ChildProcess, keepInputOpen: boolean): { readonly byUser: boolean } {
	const { stdin } = child;
	let lastByte: number | undefined;
	process.stdin.on('data', (chunk: Buffer) => {
		lastByte = chunk.at(-1);
	});
	process.stdin.once('end', () => {
		if (keepInputOpen || !stdin?.writable) return;
		stdin.write(Buffer.alloc(lineEnds.includes(lastByte) ? 1 : 2, endOfTransmission));
	});
	if (stdin !== null) process.stdin.pipe(stdin, { end: false });
	return { byUser: false };
}

function connectTerminal(child: ChildProcess): { byUser: boolean } {
	const left = { byUser: false };
	let isPrefixed = false;
	process.stdin.setRawMode(true);
	say('The terminal belongs to the app now. Ctrl-A X leaves; Ctrl-A Ctrl-A sends one Ctrl-A.');
	process.stdin.on('data', (chunk: Buffer) => {
		const passed: number[] = [];
		for (const byte of chunk) {
			if (isPrefixed && leaveKey.test(String.fromCharCode(byte))) {
				left.byUser = true;
				child.kill('SIGKILL');
				return;
			}
			// Behind the prefix any other key is itself; the prefix alone is held back.
			if (isPrefixed || byte !== escapePrefix) passed.push(byte);
			isPrefixed = !isPrefixed && byte === escapePrefix;
		}
		if (passed.length > 0) child.stdin?.write(Buffer.from(passed));
	});
	return left;
}
