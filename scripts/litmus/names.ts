/** What the kernel's sources call their functions: `Class.method`, or the function's own name. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';

const lines = new Map<string, readonly string[]>();

function linesOf(file: string): readonly string[] {
	const known = lines.get(file) ?? readFileSync(join(repository, file), 'utf8').split('\n');
	lines.set(file, known);
	return known;
}

/** The function that holds a place of a source, `file:line`; in assembly, the label before it. */
export function functionAt(place: string): string {
	const [file = '', line] = place.split(':');
	const before = linesOf(file).slice(0, Number(line));
	const last = (pattern: RegExp) =>
		before.map(text => pattern.exec(text)?.[1]).findLast(name => name !== undefined);
	if (file.endsWith('.S')) return last(/^([A-Za-z]\w*):/) ?? file;
	const plain = last(/^(?:export )?function (\w+)\(/);
	return plain ?? `${last(/^(?:export )?class (\w+)/)}.${last(/^\t(?:private )?(\w+)\(.*\{$/)}`;
}
