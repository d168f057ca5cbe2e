/** Command: writes the pages under docs/ that are made from the source. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentDiagnostics } from './native/document.ts';
import { repository } from './repository.ts';
import { command, isCommand, say } from './terminal.ts';

const page = join(repository, 'docs/diagnostics.md');

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

/** What docs/diagnostics.md must be. */
export function diagnosticsPage(): string {
	return documentDiagnostics(diagnosticsChapters());
}

if (isCommand('scripts/document.ts')) {
	await command('docs', async () => {
		writeFileSync(page, diagnosticsPage());
		say('docs: wrote docs/diagnostics.md');
		return 0;
	});
}
