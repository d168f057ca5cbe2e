import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';
import { repository } from '../../scripts/repository.ts';
import { boot } from '../harness/machine.ts';

/** The instructions of a function in a disassembly, without addresses. */
function instructionsOf(listing: string, name: string): readonly string[] {
	const start = listing.indexOf(`<${name}>:`);
	const body = listing.slice(start, listing.indexOf('\n\n', start));
	return [...body.matchAll(/^ *[0-9a-f]+:\t(\S+)\t?([^#<\n]*)/gm)].map(
		([, mnemonic, operands]) => `${mnemonic} ${operands?.replace(/,?[0-9a-f]{8}\b/, '').trim()}`,
	);
}

async function listingOf(app: string): Promise<string> {
	const image = await buildApp(findApp(app));
	return readFileSync(join(dirname(image), 'kernel.asm'), 'utf8');
}

/** A copy of the repository's sources, in which a test may change a line. */
function copyOfRepository(): string {
	const copy = mkdtempSync(join(tmpdir(), 'trapline-'));
	onTestFinished(() => rmSync(copy, { recursive: true }));
	for (const name of ['boot', 'kernel', 'scripts', 'examples', 'linker.ld', 'package.json']) {
		cpSync(join(repository, name), join(copy, name), { recursive: true });
	}
	cpSync(join(repository, 'package-lock.json'), join(copy, 'package-lock.json'));
	symlinkSync(join(repository, 'node_modules'), join(copy, 'node_modules'));
	return copy;
}

describe('trap path', () => {
	test('changing one line of handler-table.ts changes the trap path', async () => {
		const copy = copyOfRepository();
		const table = join(copy, 'kernel/sync/handler-table.ts');
		const source = readFileSync(table, 'utf8');
		const changed = source.replace(
			/(handle\(index: usize\): boolean \{[^}]*?)'acquire'/,
			"$1'relaxed'",
		);
		expect(changed).not.toBe(source);
		writeFileSync(table, changed);

		const built = spawnSync('node', ['--import', 'tsx', 'scripts/build.ts', 'examples/timer'], {
			cwd: copy,
			encoding: 'utf8',
		});

		expect(built.stderr).not.toMatch(/error/);
		const other = readFileSync(join(copy, 'build/timer/kernel.asm'), 'utf8');
		const before = instructionsOf(await listingOf('examples/timer'), 'dispatchTimer');
		const after = instructionsOf(other, 'dispatchTimer');
		expect(before).toContain('fence r,rw');
		expect(after).toEqual(before.filter(instruction => instruction !== 'fence r,rw'));
	});

	test('dispatch has no lock, no read-modify-write and one indirect jump', async () => {
		const listing = await listingOf('examples/timer');

		for (const name of ['dispatchSoftware', 'dispatchTimer', 'dispatchExternal']) {
			const code = instructionsOf(listing, name);
			expect(code.length).toBeGreaterThan(3);
			expect(code.filter(line => /^(amo|lr|sc)[a-z]*\.[wd]/.test(line))).toEqual([]);
			expect(code.filter(line => /^(jr|jalr) (?!ra)/.test(line))).toHaveLength(1);
		}
	});
});

describe('atomics', () => {
	/** Register and unregister, as they are in the image. */
	const lines = {
		register: [/^lr\.d\.aq\b/, /^sc\.d\.rl\b/],
		unregister: [/^amoswap\.d\.aqrl\b/],
	};

	test('register is one lr.d.aq and sc.d.rl, unregister one amoswap.d.aqrl', async () => {
		const listing = await listingOf('examples/handler-table');
		const code = [...listing.matchAll(/^ *[0-9a-f]+:\t((?:lr|sc|amo)\S+)/gm)].map(
			match => match[1],
		);

		for (const pattern of [...lines.register, ...lines.unregister]) {
			expect(code.some(mnemonic => pattern.test(mnemonic ?? ''))).toBe(true);
		}
	});

	test('and these are what the running app executes', async () => {
		const machine = await boot('examples/handler-table', { trace: true });

		expect(await machine.exit()).toBe(0);

		// Each translated block is listed once, and traced by its address each time it runs.
		const executed = executedInstructions(machine.log());
		for (const mnemonic of ['lr.d.aq', 'sc.d.rl', 'amoswap.d.aqrl', 'fence']) {
			expect(
				executed.some(line => line.replace('.aq.rl', '.aqrl').startsWith(mnemonic)),
				mnemonic,
			).toBe(true);
		}
	});
});

/** The instructions that an `in_asm,exec` log shows as executed, one to a block. */
function executedInstructions(log: readonly string[]): readonly string[] {
	const translated = new Map<string, string>();
	const executed = new Set<string>();
	for (const line of log) {
		const listed = /^0x([0-9a-f]+): +[0-9a-f]+ +(.+)$/.exec(line);
		if (listed) translated.set(BigInt(`0x${listed[1]}`).toString(16), listed[2]?.trim() ?? '');
		const traced = /^Trace \d+: \S+ \[[0-9a-f]+\/([0-9a-f]+)\//.exec(line);
		if (traced) executed.add(BigInt(`0x${traced[1]}`).toString(16));
	}
	return [...executed].map(address => translated.get(address) ?? '');
}
