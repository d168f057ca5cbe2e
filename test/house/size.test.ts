import { describe, expect, test } from 'vitest';
import { files, read } from './files.ts';

const exempt = new Set(['scripts/native/c/print.ts']);

/** Most lines that a file may have; the first rule that fits. Aim for half of it. */
const limits: readonly (readonly [pattern: RegExp, lines: number])[] = [
	[/^kernel\/main\.ts$/, 100],
	[/\.S$/, 200],
	[/\.(ts|ld|sh)$/, 300],
];

const limitOf = (path: string) => limits.find(([pattern]) => pattern.test(path))?.[1];

describe('size', () => {
	test.for(files(/\.(ts|S|ld|sh)$/))('%s is short enough to read', path => {
		const lines = read(path).split('\n').length - 1;

		if (!exempt.has(path)) expect(lines).toBeLessThanOrEqual(limitOf(path) ?? 0);
	});
});
