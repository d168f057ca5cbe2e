/** The files that the rules of the house speak about: what git tracks or would track. */

import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../scripts/repository.ts';

const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
	cwd: repository,
	encoding: 'utf8',
})
	.split('\n')
	.filter(path => path !== '' && existsSync(join(repository, path)));

/** Paths relative to the repository that begin with one of `folders` and match `pattern`. */
export function files(pattern: RegExp, folders: readonly string[] = ['']): readonly string[] {
	return listed.filter(
		path => pattern.test(path) && folders.some(folder => path.startsWith(folder)),
	);
}

export function read(path: string): string {
	return readFileSync(join(repository, path), 'utf8');
}
