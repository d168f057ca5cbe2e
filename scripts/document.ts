/** Command: writes the pages under docs/ that are made from the source. */

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentDiagnostics } from './native/document.ts';
import { repository } from './repository.ts';
import { command, isCommand, say } from './terminal.ts';

const page = join(repository, 'docs/diagnostics.md');

/** What docs/diagnostics.md must be. */
export function diagnosticsPage(): string {
	return documentDiagnostics(
		readFileSync(join(repository, 'scripts/native/diagnostics.ts'), 'utf8'),
	);
}

if (isCommand(import.meta.filename)) {
	await command('docs', async () => {
		writeFileSync(page, diagnosticsPage());
		say('docs: wrote docs/diagnostics.md');
		return 0;
	});
}
