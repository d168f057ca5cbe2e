/** Command: writes the pages under docs/ that are made from the source. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentDiagnostics, documentRefusals } from './native/document.ts';
import { repository } from './repository.ts';
import { command, isCommand, say } from './terminal.ts';

/** The source of every chapter of diagnostics, in the order of their codes. */
export function diagnosticsChapters(): readonly string[] {
	const folder = join(repository, 'scripts/native');
	const index = readFileSync(join(folder, 'diagnostics.ts'), 'utf8');
	const names = [...index.matchAll(/^export \* from '(.*)';$/gm)].map(([, name]) => name ?? '');
	const firstCode = (chapter: string) => /'(NT\d{4})'/.exec(chapter)?.[1] ?? '';
	return names
		.map(name => readFileSync(join(folder, name), 'utf8'))
		.sort((a, b) => firstCode(a).localeCompare(firstCode(b)));
}

/** The pages that are made, by their paths, with what they must be. */
export function madePages(): ReadonlyMap<string, string> {
	const chapters = diagnosticsChapters();
	return new Map([
		['docs/diagnostics.md', documentDiagnostics(chapters)],
		['docs/dialect/refused.md', documentRefusals(chapters)],
	]);
}

if (isCommand('scripts/document.ts')) {
	await command('docs', async () => {
		for (const [path, text] of madePages()) {
			writeFileSync(join(repository, path), text);
			say(`docs: wrote ${path}`);
		}
		return 0;
	});
}
