/** Runs `make` and the scripts behind it as a user would, from the repository's root. */

import { spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { repository } from '../../scripts/repository.ts';

export interface Visit {
	readonly status: number | null;
	readonly output: string; // what came out on standard output
	readonly bytes: Buffer; // the same, as bytes
	readonly said: string; // standard error
}

/** What an outer make or npm leaves in the environment, and would change an inner one. */
const outer =
	/^(MAKE|MFLAGS|npm_|INIT_CWD|APP$|SMP$|MEM$|QEMU_ARGS$|EOF$|MEASURE$|TESTS$|VITEST|NODE_OPTIONS)/;

const environment = Object.fromEntries(
	Object.entries(process.env).filter(([name]) => !outer.test(name)),
);

export function visit(
	program: string,
	args: readonly string[],
	options: {
		readonly input?: string | Buffer;
		readonly cwd?: string;
		readonly env?: Readonly<Record<string, string>>;
	} = {},
): Promise<Visit> {
	const child = spawn(program, args, {
		cwd: options.cwd ?? repository,
		env: { ...environment, ...options.env },
		stdio: ['pipe', 'pipe', 'pipe'],
		detached: true, // a group of its own, which ends with the test
	});
	onTestFinished(() => {
		if (child.exitCode === null && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
	});
	const output: Buffer[] = [];
	const said: Buffer[] = [];
	child.stdout.on('data', chunk => output.push(chunk));
	child.stderr.on('data', chunk => said.push(chunk));
	child.stdin.on('error', () => {});
	child.stdin.end(options.input ?? '');
	return new Promise((resolve, reject) => {
		child.on('error', reject);
		child.on('close', status => {
			const bytes = Buffer.concat(output);
			resolve({ status, bytes, output: bytes.toString(), said: Buffer.concat(said).toString() });
		});
	});
}

/** `make` with these words, such as `run` and `SMP=2`. */
export function make(words: readonly string[], input: string | Buffer = ''): Promise<Visit> {
	return visit('make', words, { input });
}

/** The command behind `npm start`. */
export function start(
	app: string,
	env: Readonly<Record<string, string>> = {},
	input: string | Buffer = '',
): Promise<Visit> {
	return visit('scripts/command.sh', ['scripts/qemu.ts', app], { input, env });
}
