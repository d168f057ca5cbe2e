import { expect, test } from 'vitest';
import { diagnosticsPage } from '../../scripts/document.ts';
import { read } from './files.ts';

test('docs/diagnostics.md is what `make docs` writes', () => {
	expect(read('docs/diagnostics.md')).toBe(diagnosticsPage());
});
