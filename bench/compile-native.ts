/**
 * Command: what `make build` does from the start of node until there is the native object file of an
 * app: all of the kernel's native half, and the app's. bench/compile-time.ts takes its time.
 */

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { findApp } from '../scripts/app.ts';
import { assembleBoot } from '../scripts/link.ts';
import { compileNativeObject } from '../scripts/make-image.ts';
import { repository } from '../scripts/repository.ts';
import { command } from '../scripts/terminal.ts';
import { usual } from '../scripts/variant.ts';

await command('compile-native', async ([folder = '']) => {
	const app = findApp(folder);
	const outDir = join(repository, 'build', app.name);
	mkdirSync(outDir, { recursive: true });
	const boot = assembleBoot(outDir);
	const { object } = await compileNativeObject(app, outDir, usual);
	await Promise.all([boot, object]);
	return 0;
});
