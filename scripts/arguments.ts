/** The words behind a command's name: one app folder at most. */

import { Mistake } from './terminal.ts';

/** The folder that the words name, or else the one that APP does. */
export function folderArgument(
	args: readonly string[],
	app: string | undefined,
): string | undefined {
	const option = args.find(arg => arg.startsWith('-'));
	if (option !== undefined) throw new Mistake(`There is no option '${option}'; try --help.`);
	if (args.length > 1) {
		throw new Mistake(`One app folder at a time, and not ${args.length}: ${args.join(', ')}.`);
	}
	return args[0] || app || undefined;
}

/** Where the user is: npm moves to the repository before it starts a script, and remembers from where. */
export function startFolder(): string {
	const isScript = process.env['npm_lifecycle_script']?.includes('scripts/') ?? false;
	return (isScript && process.env['INIT_CWD']) || process.cwd();
}
