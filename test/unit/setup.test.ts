import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';

const script = join(repository, 'scripts/setup.sh');

/** Runs the set-up with a PATH that holds only these stand-ins, and a few tools of the system. */
function setup(commands: Readonly<Record<string, string>>) {
	const bin = mkdtempSync(join(tmpdir(), 'trapline-'));
	for (const tool of ['dirname', 'sh']) symlinkSync(`/usr/bin/${tool}`, join(bin, tool));
	for (const [name, body] of Object.entries(commands)) {
		writeFileSync(join(bin, name), `#!/bin/sh\n${body}\n`);
		chmodSync(join(bin, name), 0o755);
	}
	const result = spawnSync('/bin/sh', [script, 'test'], {
		env: { PATH: bin },
		input: 'never read',
		encoding: 'utf8',
	});
	return { status: result.status, output: result.stdout, said: result.stderr };
}

describe('setup', () => {
	test.for(['v20.18.3', 'v18.20.0'])('node %s is too old, and that is said', version => {
		const run = setup({ node: `echo ${version}` });

		expect(run.status).toBe(1);
		expect(run.said).toBe(`setup: Node.js 20.19 or newer is needed, and this one is ${version}.\n`);
	});

	test('no node at all is said', () => {
		expect(setup({}).said).toContain(
			'Node.js 20.19 or newer is needed, and there is no node here.',
		);
	});

	test('without the right to install, the packages are named and nothing is installed', () => {
		const run = setup({
			node: 'echo v22.1.0',
			id: 'echo 1000',
			'apt-get': 'echo must not run; exit 9',
			'apt-cache': 'exit 1',
		});

		expect(run.status).toBe(1);
		expect(run.output).toBe('');
		expect(run.said).toMatch(
			/neither root nor sudo here; .*: gcc-riscv64-unknown-elf .*qemu-system-misc gdb-multiarch gcc libc6-dev gcc-aarch64-linux-gnu libc6-dev-arm64-cross qemu-user\n$/,
		);
		expect(run.said).not.toContain('must not run');
	});

	test('root installs what is missing, by the name that the system has for it', () => {
		const run = setup({
			node: 'echo v20.19.0',
			id: 'echo 0',
			env: 'shift; "$@"',
			'apt-get': 'echo "apt-get $*"; case "$*" in *install*) exit 3 ;; esac',
			'apt-cache': 'exit 0',
		});

		expect(run.status).toBe(1);
		expect(run.said).toContain('apt-get -q -y -o Dpkg::Use-Pty=0 update');
		expect(run.said).toMatch(/install --no-install-recommends .*qemu-system-riscv gdb-multiarch/);
		expect(run.said).toMatch(/apt-get failed; install these Debian packages, then try again: gcc-/);
	});

	test('nothing missing is said by nothing', () => {
		const run = spawnSync(script, ['test'], { encoding: 'utf8', input: 'never read' });

		expect(run.status).toBe(0);
		expect(run.stdout + run.stderr).toBe('');
	});
});
