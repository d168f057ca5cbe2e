/** Apps that a test writes itself, outside of the repository. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { repository } from '../../scripts/repository.ts';

/** An app folder outside of the repository; its image goes with it. */
export function appFolder(files: Readonly<Record<string, string>>): string {
	const folder = mkdtempSync(join(tmpdir(), 'app-'));
	for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
	onTestFinished(() => {
		rmSync(folder, { recursive: true });
		rmSync(imageFolder(folder), { recursive: true, force: true });
	});
	return folder;
}

/** A folder outside of the repository that goes when the tests of its file are done. */
export function emptyFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'app-'));
	afterAll(() => rmSync(folder, { recursive: true }));
	return folder;
}

/** Where the image of an app lies. */
export function imageFolder(app: string): string {
	return join(repository, 'build', basename(app));
}
