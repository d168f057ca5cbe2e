import { withImports } from '../../scripts/fuzz/imports.ts';
import { files, read } from '../house/files.ts';

/** The pages on the forms of the dialect; what they refuse is on a page of its own. */
export const pages = files(/\.md$/, ['docs/dialect/']).filter(
	path => !path.endsWith('/refused.md'),
);

/** The `ts` blocks of the pages, each with its section, and with the imports that it leaves out. */
export const snippets = pages.flatMap(page =>
	read(page)
		.split(/^## /m)
		.flatMap(section =>
			[...section.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => ({
				page,
				title: section.split('\n', 1)[0] ?? '',
				code: withImports(code),
				/** There are no such instructions on the host. */
				isHardware: /\b(asm|\w+Csr|withLock)[(<]/.test(code),
			})),
		),
);
