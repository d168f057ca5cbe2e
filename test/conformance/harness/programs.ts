/**
 * The programs of the suite. Each block at the top level of a file in `programs/` is one, and the
 * comment above it is its name; the file's name is the area.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

export interface Program {
	readonly id: number; // what its lines on the console begin with
	readonly area: string;
	readonly name: string;
	readonly text: string;
}

const folder = join(import.meta.dirname, '../programs');

/** Every program of the suite, in the order of the files. */
export function readPrograms(): readonly Program[] {
	return readdirSync(folder)
		.filter(name => name.endsWith('.ts'))
		.sort()
		.flatMap(programsIn)
		.map((program, index) => ({ ...program, id: index + 1 }));
}

function programsIn(name: string): readonly Omit<Program, 'id'>[] {
	const source = readFileSync(join(folder, name), 'utf8');
	const file = ts.createSourceFile(name, source, ts.ScriptTarget.ES2023, true);
	return file.statements.filter(ts.isBlock).map(block => {
		const comment = ts.getLeadingCommentRanges(source, block.pos)?.at(-1);
		if (comment === undefined) throw new Error(`${name}: a program has no name`);
		return {
			area: name.replace(/(-\d+)?\.ts$/, ''),
			name: source.slice(comment.pos, comment.end).replace(/^\/\/\s*/, ''),
			text: source.slice(block.getStart(file) + 1, block.end - 1).replaceAll('\n\t', '\n'),
		};
	});
}
