/**
 * The only file that prints. Everything goes to standard error: standard output belongs to the app.
 */

import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { repository } from './repository.ts';

/** A mistake of the user's, told in whole sentences and without a stack trace. */
export class Mistake extends Error {
	override readonly name = 'Mistake';
}

/** The signals by which a user ends a program. */
const endings = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Ending = (typeof endings)[number];

/** The user ended a tool that runs for us, with Ctrl-C for example: nothing to tell. */
export class Interrupted extends Error {
	override readonly name = 'Interrupted';
	readonly status: number; // 128 + the signal's number, as shells report it

	constructor(signal: Ending) {
		super(signal);
		this.status = 128 + constants.signals[signal];
	}
}

/** Whether a signal is one by which a user ends a program. */
export function isEnding(signal: NodeJS.Signals | null): signal is Ending {
	return endings.some(ending => ending === signal);
}

/** Prints one line on standard error. */
export function say(line: string): void {
	process.stderr.write(`${line}\n`);
}

/** Says what a step does now; `done` adds how long it took. Quick steps stay on one line. */
export function step(what: string): { done(note?: string): void } {
	const start = performance.now();
	return {
		done(note = '') {
			const seconds = ((performance.now() - start) / 1000).toFixed(1);
			say(`  ${what.padEnd(24)} ${seconds.padStart(5)} s${note === '' ? '' : `  ${note}`}`);
		},
	};
}

/**
 * Whether node was started with the module in `source`, a path below the repository, and it was not
 * imported by another: as it is, or as scripts/command.sh makes it.
 */
export function isCommand(source: `scripts/${string}.ts`): boolean {
	const started = process.argv[1];
	if (started === undefined) return false;
	return realpathSync(started)
		.replace(/\.\w+$/, '.ts')
		.endsWith(`/${source}`);
}

/**
 * Runs a command's `main` with the arguments behind the script's name; `--help` prints the command's
 * `.help.txt` instead. A `Mistake` becomes its sentence and status 1, the user's Ctrl-C its status and
 * not a word; anything else is a bug in these scripts and keeps its stack.
 */
export async function command(
	name: string,
	main: (args: readonly string[]) => Promise<number>,
): Promise<void> {
	const args = process.argv.slice(2);
	const help = join(repository, `scripts/${name}.help.txt`);
	try {
		if (args[0] === '--help' && existsSync(help)) say(readFileSync(help, 'utf8').trimEnd());
		else process.exitCode = await main(args);
	} catch (error) {
		// A signal to all of us may be on its way here, and that tool may have failed of it: let it come.
		await new Promise(resolve => setTimeout(resolve, 20));
		if (error instanceof Interrupted) {
			process.exitCode = error.status;
			return;
		}
		if (error instanceof Mistake) {
			say(`${name}: ${error.message}`);
		} else {
			say(`${name}: this is a bug in the build scripts: ${(error as Error)?.stack ?? error}`);
		}
		process.exitCode = 1;
	}
}

/** Ends the process with 128 + the signal's number, as shells report it, after `exit` listeners. */
export function exitOnSignals(): void {
	for (const signal of endings) {
		process.once(signal, () => process.exit(128 + constants.signals[signal]));
	}
}
