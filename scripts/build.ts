/** Command: builds an app into build/<name>/kernel.elf. `--help` prints build.help.txt. */

import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type App, defaultApp, findApp } from './app.ts';
import { folderArgument, startFolder } from './arguments.ts';
import { commonHash, isUpToDate, recordInputs } from './inputs.ts';
import type { Purpose } from './link.ts';
import { withLock } from './lock.ts';
import { repository } from './repository.ts';
import { command, exitOnSignals, isCommand, say } from './terminal.ts';

const results = ['kernel.elf', 'kernel.asm', 'kernel.sym', 'handlers.txt'] as const;

/** Builds `app`, unless its image is up to date; the answer is the image's path. */
export async function buildApp(
	app: App,
	outDir: string = join(repository, 'build', app.name),
	purpose: Purpose = 'run',
): Promise<string> {
	mkdirSync(outDir, { recursive: true });
	return withLock(realpathSync(outDir), async () => {
		const common = await commonHash();
		const image = join(outDir, 'kernel.elf');
		if (isUpToDate(app, outDir, common)) return image;

		// First of all the old image goes: a build that fails leaves none that looks new.
		for (const name of [...results, 'inputs.json']) rmSync(join(outDir, name), { force: true });
		const startedAtMs = Date.now();
		say(`build: ${relative(process.cwd(), app.folder) || app.folder} (${app.world})`);
		const { makeImage } = await import('./make-image.ts'); // It loads the compilers: slow.
		const files = await makeImage(app, outDir, purpose);
		recordInputs(app, outDir, common, files, startedAtMs);
		return image;
	});
}

async function main(args: readonly string[]): Promise<number> {
	exitOnSignals();
	const folder = folderArgument(args, process.env['APP']);
	await buildApp(folder === undefined ? findApp(defaultApp) : findApp(folder, startFolder()));
	return 0;
}

if (isCommand(import.meta.filename)) await command('build', main);
