import { describe, expect, test } from 'vitest';
import { files, read } from './files.ts';

/** `[KEY] "Section Title"` or `[KEY] 3.1 "Section Title"`: how a manual is cited in this house. */
const citation = /\[([A-Z][A-Z0-9]+)\](?=,|;|\s+(?:[\d.]+\s+)?["\d])/g;

const known = new Set(
	[...read('docs/references.md').matchAll(/^\|\s*\[([A-Z0-9]+)\]/gm)].map(match => match[1]),
);

describe('citations', () => {
	test('the list of references is not empty', () => {
		expect(known.size).toBeGreaterThan(5);
	});

	test.for(
		files(/\.(ts|S|ld|md)$/, ['kernel/', 'boot/', 'scripts/', 'linker.ld', 'docs/decisions']),
	)('%s cites what docs/references.md lists', path => {
		for (const [, key] of read(path).matchAll(citation)) {
			expect(known, `${path} cites [${key}]`).toContain(key);
		}
	});

	test('nobody cites by page number', () => {
		const paged = files(/\.(ts|S|ld)$/, ['kernel/', 'boot/', 'linker.ld']).filter(path =>
			/\[[A-Z]+\][^.\n]*\b(page|p\.)\s*\d/.test(read(path)),
		);

		expect(paged).toEqual([]);
	});
});
