import { expect, test } from 'vitest';
import { madePages } from '../../scripts/document.ts';
import { read } from './files.ts';

test.for([...madePages()])('%s is what `make docs` writes', ([path, text]) => {
	expect(read(path)).toBe(text);
});
