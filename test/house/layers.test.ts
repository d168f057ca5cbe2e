import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { files, read } from './files.ts';

/** Who may import whom. A folder may always import itself; nothing else is implied. */
const layers: Readonly<Record<string, readonly string[]>> = {
	'kernel/arch': [],
	'kernel/options': [],
	'kernel/sync': ['kernel/arch'],
	'kernel/drivers': ['kernel/arch', 'kernel/sync'],
	'kernel/platform': ['kernel/arch', 'kernel/sync', 'kernel/drivers'],
	'kernel/trap': ['kernel/arch', 'kernel/sync', 'kernel/drivers', 'kernel/platform'],
	'kernel/event': [
		'kernel/arch',
		'kernel/sync',
		'kernel/drivers',
		'kernel/platform',
		'kernel/trap',
	],
	'kernel/libc': ['kernel/arch', 'kernel/sync', 'kernel/platform', 'kernel/event'],
	'kernel/runtime': ['kernel/platform', 'kernel/trap', 'kernel/event'], // exported native functions
	'scripts/native/types': ['scripts/native'],
	'scripts/native/c': ['scripts/native/types'],
	'scripts/native/check': ['scripts/native', 'scripts/native/c', 'scripts/native/types'],
	'scripts/native': [
		'scripts/native/c',
		'scripts/native/types',
		'scripts/native/lower',
		'scripts/native/check',
	],
	'scripts/image': [],
};

/** Which intrinsic modules a folder may import: what it can do to the machine. */
const capabilities: Readonly<Record<string, readonly string[]>> = {
	'native:csr': ['kernel/arch'],
	'native:asm': ['kernel/arch'],
	'native:mmio': ['kernel/drivers'],
	'native:atomic': ['kernel/arch', 'kernel/sync'],
};

const layerOf = (path: string) =>
	Object.keys(layers)
		.filter(layer => path.startsWith(`${layer}/`))
		.sort((a, b) => b.length - a.length)[0];

function importsOf(path: string): readonly string[] {
	return ts.preProcessFile(read(path)).importedFiles.map(({ fileName }) => fileName);
}

describe('layers', () => {
	const layered = files(/(?<!\.d)\.ts$/).filter(path => layerOf(path) !== undefined);

	test.for(layered)('%s imports only downwards', path => {
		const from = layerOf(path) ?? '';
		for (const name of importsOf(path).filter(name => name.startsWith('.'))) {
			const target = join(dirname(path), name);
			const to = layerOf(target) ?? dirname(target);
			expect([from, ...(layers[from] ?? [])], `${path} imports ${target}`).toContain(to);
		}
	});

	test.for(files(/\.ts$/, ['kernel/', 'examples/']))('%s has only its own capabilities', path => {
		for (const name of importsOf(path)) {
			const allowed = capabilities[name];
			if (allowed === undefined || path.startsWith('examples/')) continue;
			expect(
				allowed.some(folder => path.startsWith(`${folder}/`)),
				`${path} imports ${name}`,
			).toBe(true);
		}
	});

	test.for(files(/\.ts$/, ['scripts/native/']))('%s touches neither files nor process', path => {
		expect(
			importsOf(path).filter(name => name.startsWith('node:') && name !== 'node:path'),
		).toEqual([]);
		expect(read(path)).not.toMatch(/\b(console|process)\./);
	});

	test('ordinary apps import only kernel modules and their own', () => {
		for (const path of files(/\.ts$/, ['examples/'])) {
			for (const name of importsOf(path)) {
				expect(name, path).toMatch(/^(\.\/|kernel:|native:)/);
			}
		}
	});
});
