/** Command: writes a small app to begin with into a new folder. `--help` prints new.help.txt. */

import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	realpathSync,
	rmdirSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { folderArgument, startFolder } from './arguments.ts';
import { repository } from './repository.ts';
import { command, isCommand, Mistake, say } from './terminal.ts';

const starter = join(repository, 'examples/starter');

/** The starter's module behind each module of a new app. */
function modules(isNative: boolean): Readonly<Record<string, string>> {
	return { 'main.ts': isNative ? 'native-main.ts' : 'main.ts', 'clock.ts': 'clock.ts' };
}

/**
 * The `tsconfig.json` of an app in `folder`, an absolute path without symbolic links. The paths of the
 * kernel's modules come with the configuration that it extends.
 */
export function editorConfiguration(folder: string): string {
	const here = relative(folder, repository).split(sep).join('/');
	const configuration = {
		extends: `${here}/examples/tsconfig.json`,
		include: ['**/*.ts', `${here}/kernel/runtime/*.d.ts`, `${here}/kernel/native/*.d.ts`],
		exclude: [`${here}/kernel/native/globals.d.ts`],
	};
	return `${JSON.stringify(configuration, null, '\t')}\n`;
}

/** Refuses a folder that the app cannot be written to, before anything is touched. */
function checkPlace(path: string, folder: string): void {
	if (existsSync(path)) {
		if (!statSync(path).isDirectory()) throw new Mistake(`'${folder}' is a file, not a folder.`);
		if (readdirSync(path).length > 0) {
			throw new Mistake(`The folder '${folder}' is not empty, so nothing was written.`);
		}
		return;
	}
	const parent = dirname(path);
	if (!existsSync(parent) || !statSync(parent).isDirectory()) {
		throw new Mistake(`There is no folder ${parent} to make '${folder}' in.`);
	}
}

/** Writes the app; whatever was written of it goes again if that fails. */
function writeApp(path: string, isNative: boolean): readonly string[] {
	const isNew = !existsSync(path);
	const written: string[] = [];
	if (isNew) mkdirSync(path);
	try {
		const texts = Object.entries(modules(isNative)).map(
			([name, source]) => [name, readFileSync(join(starter, source), 'utf8')] as const,
		);
		const configuration = ['tsconfig.json', editorConfiguration(realpathSync(path))] as const;
		for (const [name, text] of [...texts, configuration]) {
			writeFileSync(join(path, name), text, { flag: 'wx' });
			written.push(name);
		}
		return written;
	} catch (error) {
		for (const name of written) rmSync(join(path, name));
		if (isNew) rmdirSync(path);
		throw error;
	}
}

/** Makes an app in `folder`, relative to `from`; the answer is the names of its files. */
export function makeApp(folder: string, from: string, isNative: boolean): readonly string[] {
	const path = resolve(from, folder);
	checkPlace(path, folder);
	try {
		return writeApp(path, isNative);
	} catch (error) {
		const { code } = error as NodeJS.ErrnoException;
		if (code === undefined) throw error;
		throw new Mistake(`The app cannot be written into '${folder}' (${code}).`);
	}
}

/** As a shell reads it back. */
function quoted(text: string): string {
	return /^[\w@%+=:,./~-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

async function main(args: readonly string[]): Promise<number> {
	const folder = folderArgument(args, process.env['APP']);
	if (folder === undefined) throw new Mistake('Where to? For example: make new APP=../blink');
	const names = makeApp(folder, startFolder(), (process.env['NATIVE'] ?? '') !== '');
	say(`new: wrote ${names.join(', ')} into ${folder}`);
	say(`  make run APP=${quoted(folder)}   builds and boots it`);
	say(
		'  clock.ts handles an interrupt, main.ts waits for it; docs/dialect.md tells what handlers may do',
	);
	return 0;
}

if (isCommand('scripts/new.ts')) await command('new', main);
