/** Command: builds an app into build/<name>/kernel.elf. `--help` prints build.help.txt. */

import { mkdirSync, openSync, realpathSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type App, defaultApp, findApp } from './app.ts';
import { folderArgument, startFolder } from './arguments.ts';
import { commonHash, isUpToDate, recordInputs, results } from './inputs.ts';
import { withLock } from './lock.ts';
import { command, exitOnSignals, isCommand, say } from './terminal.ts';
import { imageFolder, readVariant, usual, type Variant } from './variant.ts';

/** Builds `app`, unless its image is up to date; the answer is the image's path. */
export function buildApp(
	app: App,
	variant: Variant = usual,
	outDir: string = imageFolder(app, variant),
): Promise<string> {
	return withImage(app, outDir, variant, image => image);
}

/**
 * The same, and the answer is the image as an open file: another app of the same name, built in the
 * next moment, does not change it.
 */
export function openApp(app: App, variant: Variant): Promise<number> {
	return withImage(app, imageFolder(app, variant), variant, image => openSync(image, 'r'));
}

/** Gives the image of `app` to `use`, while nobody else builds in `outDir`. */
async function withImage<T>(
	app: App,
	outDir: string,
	variant: Variant,
	use: (image: string) => T,
): Promise<T> {
	mkdirSync(outDir, { recursive: true });
	return withLock(realpathSync(outDir), async () => {
		const common = await commonHash();
		const image = join(outDir, 'kernel.elf');
		if (isUpToDate(app, variant, outDir, common)) return use(image);

		// First of all the old image goes: a build that fails leaves none that looks new.
		for (const name of [...results, 'inputs.json']) rmSync(join(outDir, name), { force: true });
		const startedAtMs = Date.now();
		say(`build: ${relative(process.cwd(), app.folder) || app.folder} (${app.world})`);
		const { makeImage } = await import('./make-image.ts'); // It loads the compilers: slow.
		const files = await makeImage(app, outDir, variant);
		recordInputs(app, variant, outDir, common, files, startedAtMs);
		return use(image);
	});
}

async function main(args: readonly string[]): Promise<number> {
	exitOnSignals();
	const folder = folderArgument(args, process.env['APP']);
	const app = folder === undefined ? findApp(defaultApp) : findApp(folder, startFolder());
	await buildApp(app, readVariant(process.env));
	return 0;
}

if (isCommand('scripts/build.ts')) await command('build', main);
