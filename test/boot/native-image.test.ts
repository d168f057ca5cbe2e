import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';

async function symbolsOf(app: string): Promise<readonly string[]> {
	const image = await buildApp(findApp(app));
	const table = readFileSync(join(dirname(image), 'kernel.sym'), 'utf8');
	return table.split('\n').map(line => line.split(' ').at(-1) ?? '');
}

/** What only an image with ordinary code holds: Porffor's runtime, the C library, and a heap. */
const ofOrdinary =
	/^(porf|p\d+_|__porf)|^_?(malloc|calloc|realloc|free|sbrk|printf|vfprintf|snprintf|strtod|setjmp|longjmp|abort|exit|errno|fmod|mmap)(_r)?$|heap.*(arena|free)/i;

describe('native image', () => {
	test.for(['examples/handler-table', 'examples/timer'])(
		'%s holds no Porffor, no C library and no heap',
		async app => {
			const symbols = await symbolsOf(app);

			expect(symbols).toContain('kernelMain');
			expect(symbols.filter(name => ofOrdinary.test(name))).toEqual([]);
		},
	);

	test('the same pattern finds all three in an image with ordinary code', async () => {
		const symbols = await symbolsOf('examples/shell');

		const found = symbols.filter(name => ofOrdinary.test(name)).join(' ');

		expect(found).toMatch(/porf_/);
		expect(found).toMatch(/\bmalloc\b/);
		expect(found).toMatch(/\bsnprintf\b/);
	});
});
