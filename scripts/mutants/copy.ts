/** A copy of the repository to put faults into: its sources, and a link to its packages. */

import {
	copyFileSync,
	existsSync,
	mkdirSync,
	mkdtempSync,
	readFileSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { repository } from '../repository.ts';
import { Mistake } from '../terminal.ts';
import { runTool } from '../tool.ts';
import type { Change } from './faults/fault.ts';

/** Makes a copy in build/, of what git tracks or would track, as it is now. */
export async function copyRepository(): Promise<string> {
	const build = join(repository, 'build');
	mkdirSync(build, { recursive: true });
	const copy = mkdtempSync(join(build, 'mutant-'));
	const list = ['ls-files', '--cached', '--others', '--exclude-standard'];
	const paths = (await runTool('git', list, { cwd: repository })).split('\n').filter(Boolean);
	for (const path of paths) {
		const [from, to] = [join(repository, path), join(copy, path)];
		if (!existsSync(from)) continue;
		mkdirSync(dirname(to), { recursive: true });
		copyFileSync(from, to);
	}
	symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
	await runTool('git', ['init', '--quiet'], { cwd: copy }); // tests ask git which files there are
	return copy;
}

/** `text` with `from`, which must be in it once, replaced. */
export function changed(text: string, { file, from, to }: Change): string {
	const places = text.split(from).length - 1;
	if (places !== 1) throw new Mistake(`${file} has this ${places} times, and not once:\n${from}`);
	return text.replace(from, () => to);
}

/** Changes files of the copy; the answer puts them back. */
export function applyChanges(copy: string, changes: readonly Change[]): () => void {
	const originals = new Map<string, string>();
	const undo = () => {
		for (const [path, text] of originals) writeFileSync(path, text);
	};
	try {
		for (const change of changes) {
			const path = join(copy, change.file);
			const text = readFileSync(path, 'utf8');
			if (!originals.has(path)) originals.set(path, text);
			writeFileSync(path, changed(text, change));
		}
	} catch (error) {
		undo();
		throw error;
	}
	return undo;
}

export function removeCopy(copy: string): void {
	rmSync(copy, { recursive: true, force: true });
}
