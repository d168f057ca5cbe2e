/** An app: a folder anywhere on disk with a `main.ts`, ordinary or native. */

import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { repository } from './repository.ts';
import { Mistake } from './terminal.ts';

export const defaultApp = 'examples/shell';

export interface App {
	readonly name: string; // the folder's own name; the image lies in build/<name>
	readonly folder: string; // absolute, symbolic links resolved
	readonly main: string;
	readonly world: 'native' | 'ordinary';
}

/** Comments and blank lines, then the directive: how a native module begins. */
const directive = /^(?:\uFEFF|\s|(?:#!|\/\/)[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*(['"])use native\1/;

/** Whether a module begins with `'use native'`. */
export function isNativeSource(text: string): boolean {
	return directive.test(text);
}

/** Whether the module in `path` is native. A file that does not exist is not. */
export function isNativeModule(path: string): boolean {
	return existsSync(path) && isNativeSource(readFileSync(path, 'utf8'));
}

/** Finds the app in `folder`, relative to `from`; a `Mistake` names the path. */
export function findApp(folder: string, from: string = repository): App {
	const path = resolve(from, folder);
	if (!existsSync(path)) throw new Mistake(`There is no folder '${folder}' (looked for ${path}).`);
	if (!statSync(path).isDirectory()) {
		throw new Mistake(`'${folder}' is not a folder; an app is a folder with a main.ts in it.`);
	}
	const real = realpathSync(path);
	const main = join(real, 'main.ts');
	if (!existsSync(main)) {
		throw new Mistake(`The folder '${folder}' has no main.ts, so it is not an app (${main}).`);
	}
	const name = basename(real);
	if (name === '') throw new Mistake(`The root folder cannot be an app: its image needs a name.`);
	return { name, folder: real, main, world: isNativeModule(main) ? 'native' : 'ordinary' };
}
