import { describe, expect, test } from 'vitest';
import { files, read } from './files.ts';

const scripts = files(/\.(ts|sh)$|Makefile$/, ['scripts/', 'Makefile', 'test/', 'bench/']).filter(
	path => !path.startsWith('test/house/'),
);

/** What is said in one file only. */
const rules: readonly (readonly [what: string, home: string, pattern: RegExp])[] = [
	["QEMU's machine and firmware", 'scripts/qemu.ts', /'-bios'|'-M'|-M virt/],
	['the target architecture', 'scripts/toolchain.ts', /-march=|-mabi=|-mcmodel=/],
	['the callee-saved registers', 'scripts/toolchain.ts', /-fcall-saved/],
	['the linker script', 'scripts/toolchain.ts', /linker\.ld.*-T|-T.*linker\.ld/],
];

describe('one place', () => {
	test.for(rules)('%s: only in %s', ([, home, pattern]) => {
		const places = scripts.filter(path => pattern.test(read(path)));

		expect(places).toEqual([home]);
	});

	test('only scripts/terminal.ts prints, and only on standard error', () => {
		const printing = files(/\.ts$/, ['scripts/']).filter(path =>
			/\bconsole\.(log|error|warn)\(|process\.std(out|err)\.write/.test(read(path)),
		);

		expect(printing).toEqual(['scripts/terminal.ts']);
	});

	test('no file names a machine that it was written on, or a package host', () => {
		const leaking = files(/./)
			.filter(path => !path.startsWith('test/house/'))
			.filter(path => /(^|[^\w.])\/(work|farm)\/|"resolved": *"https?:/.test(read(path)));

		expect(leaking).toEqual([]);
	});
});
