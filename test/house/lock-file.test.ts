import { describe, expect, test } from 'vitest';
import { read } from './files.ts';

interface Entry {
	readonly version?: string;
	readonly resolved?: string;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const packages: Readonly<Record<string, Entry>> = JSON.parse(read('package-lock.json')).packages;

describe('package-lock.json', () => {
	test('has an entry for each platform of each package, or `npm ci` refuses it elsewhere', () => {
		const names = Object.values(packages).flatMap(entry =>
			Object.keys(entry.optionalDependencies ?? {}),
		);

		expect(names.length).toBeGreaterThan(20);
		for (const name of names) expect(packages[`node_modules/${name}`]?.version, name).toBeTruthy();
	});

	test('names no registry', () => {
		expect(Object.values(packages).filter(entry => entry.resolved !== undefined)).toEqual([]);
	});

	test('pins what package.json names to one version', () => {
		const { devDependencies } = JSON.parse(read('package.json'));

		for (const version of Object.values(devDependencies)) expect(version).toMatch(/^\d/);
	});
});
