import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { repository } from '../../scripts/repository.ts';

/** A copy of the repository's sources, in which a test may change a line. It ends with the test. */
export function copyOfRepository(): string {
	const copy = mkdtempSync(join(tmpdir(), 'trapline-'));
	onTestFinished(() => rmSync(copy, { recursive: true }));
	for (const name of ['boot', 'kernel', 'scripts', 'examples', 'linker.ld', 'package.json']) {
		cpSync(join(repository, name), join(copy, name), { recursive: true });
	}
	cpSync(join(repository, 'package-lock.json'), join(copy, 'package-lock.json'));
	symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
	return copy;
}
