/** What the hand-written assembly and the TypeScript of an image have to know of each other. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { InterruptCode } from './native/check/interrupts.ts';
import { repository } from './repository.ts';

const folder = join(repository, 'boot');

/** The paths of `boot/*.S`. */
export function bootSources(): readonly string[] {
	const names = readdirSync(folder).filter(name => name.endsWith('.S'));
	return names.sort().map(name => join(folder, name));
}

function symbolsAfter(directive: string, paths: readonly string[]): readonly string[] {
	const pattern = new RegExp(`^\\t\\.?${directive}\\s+(\\w+)`, 'gm');
	return paths.flatMap(path =>
		[...readFileSync(path, 'utf8').matchAll(pattern)].map(match => match[1] ?? ''),
	);
}

/** What the trap vector calls, and what assembly there is to call. */
export function interruptCode(): InterruptCode {
	return {
		entries: symbolsAfter('call', [join(folder, 'trap.S')]),
		assembly: symbolsAfter('globl', bootSources()),
	};
}
