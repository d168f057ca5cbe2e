/** Programs as modules of their own, which print through a console that knows whose line it is. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Program } from './programs.ts';

/** The module of the programs' console, in the machine and in node. */
export const consoleModule = 'kernel:conformance-console';

/** Where the module of a program lies. */
export function moduleOf(folder: string, { id }: Program): string {
	return join(folder, `${id}.ts`);
}

/** Writes a module for each program into `folder`. */
export function writeSources(folder: string, programs: readonly Program[]): void {
	mkdirSync(folder, { recursive: true });
	for (const program of programs) {
		const lines = [
			'// @ts-nocheck',
			`import { consoleOf } from '${consoleModule}';`,
			`const $console = consoleOf(${program.id});`,
			program.text.replaceAll(/\bconsole\b/g, '$console'),
		];
		writeFileSync(moduleOf(folder, program), lines.join('\n'));
	}
}

/** Writes the main module that runs `programs` one after the other; the answer is its path. */
export function writeMain(folder: string, name: string, programs: readonly Program[]): string {
	const path = join(folder, `${name}.ts`);
	const lines = programs.map(program => `import './${program.id}.ts';`);
	writeFileSync(path, ['// @ts-nocheck', ...lines, ''].join('\n'));
	return path;
}

/** What each program printed, by its id. */
export function splitOutput(output: string): ReadonlyMap<number, string> {
	const printed = new Map<number, string>();
	for (const line of output.split('\n')) {
		const [, id, text] = /^(\d+)\|(.*)$/.exec(line) ?? [];
		if (id === undefined) continue;
		printed.set(Number(id), `${printed.get(Number(id)) ?? ''}${text}\n`);
	}
	return printed;
}
