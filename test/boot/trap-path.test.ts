import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';
import { repository } from '../../scripts/repository.ts';
import { runTool } from '../../scripts/tool.ts';
import { tools } from '../../scripts/toolchain.ts';
import { bootImage } from '../harness/machine.ts';
import { copyOfRepository } from '../harness/repository-copy.ts';

/** The instructions of a function in a disassembly, without addresses. */
function instructionsOf(listing: string, name: string): readonly string[] {
	const start = listing.indexOf(`<${name}>:`);
	// The source lines in between may be empty, too: a function ends where the next begins.
	const length = listing.slice(start).search(/\n\n[0-9a-f]{16} </);
	const body = listing.slice(start, length < 0 ? undefined : start + length);
	return [...body.matchAll(/^ *[0-9a-f]+:\t(\S+)\t?([^#<\n]*)/gm)].map(
		([, mnemonic, operands]) => `${mnemonic} ${operands?.replace(/,?[0-9a-f]{8}\b/, '').trim()}`,
	);
}

async function listingOf(app: string): Promise<string> {
	const image = await buildApp(findApp(app));
	return readFileSync(join(dirname(image), 'kernel.asm'), 'utf8');
}

const tableFile = 'kernel/sync/handler-table.ts';

describe('trap path', () => {
	test('changing one line of handler-table.ts changes the trap path', async () => {
		const copy = copyOfRepository();
		const table = join(copy, tableFile);
		const source = readFileSync(table, 'utf8');
		const changed = source.replace(
			/(handle\(index: usize\): boolean \{[^}]*?)'acquire'/,
			"$1'relaxed'",
		);
		expect(changed).not.toBe(source);
		writeFileSync(table, changed);

		const built = spawnSync('scripts/command.sh', ['scripts/build.ts', 'examples/timer'], {
			cwd: copy,
			encoding: 'utf8',
		});

		expect(built.stderr).not.toMatch(/error/);
		const other = readFileSync(join(copy, 'build/timer/kernel.asm'), 'utf8');
		const before = instructionsOf(await listingOf('examples/timer'), 'dispatchTimer');
		const after = instructionsOf(other, 'dispatchTimer');
		expect(before).toContain('fence r,rw');
		expect(after.length).toBeGreaterThan(3);
		expect(after).not.toContain('fence r,rw');
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
	const expected = {
		'lr.d.aq': 'compareExchange',
		'sc.d.rl': 'compareExchange',
		'amoswap.d.aqrl': 'swap',
		fence: 'load',
	};

	test('the running table executes lr.d.aq, sc.d.rl, amoswap.d.aqrl and fence r,rw', async () => {
		const image = await buildApp(findApp('examples/handler-table'));
		const source = readFileSync(join(repository, tableFile), 'utf8').split('\n');
		const machine = bootImage(image, { trace: true });

		expect(await machine.exit()).toBe(0);

		const executed = await instructionsFrom(tableFile, image, executedInstructions(machine.log()));
		for (const [mnemonic, intrinsic] of Object.entries(expected)) {
			const lines = executed.filter(({ text }) => text.startsWith(mnemonic));
			expect(lines.length, mnemonic).toBeGreaterThan(0);
			for (const { line } of lines) expect(source[line - 1]).toContain(`${intrinsic}(`);
		}
		expect(
			executed.filter(({ text }) => /^(lr|sc|amo|fence)/.test(text)).map(({ text }) => text),
		).toEqual(expect.arrayContaining([expect.stringMatching(/^fence +r,rw/)]));
	});
});

interface Instruction {
	readonly address: string;
	readonly text: string;
}

/** The instructions that an `in_asm,exec` log shows as executed, one to a block. */
function executedInstructions(log: readonly string[]): readonly Instruction[] {
	const translated = new Map<string, string>();
	const executed = new Set<string>();
	for (const line of log) {
		const listed = /^0x([0-9a-f]+): +[0-9a-f]+ +(.+)$/.exec(line);
		if (listed?.[1]) translated.set(plain(listed[1]), listed[2]?.replace('.aq.rl', '.aqrl') ?? '');
		const traced = /^Trace \d+: \S+ \[[0-9a-f]+\/([0-9a-f]+)\//.exec(line);
		if (traced?.[1]) executed.add(plain(traced[1]));
	}
	return [...executed].map(address => ({ address, text: translated.get(address) ?? '' }));
}

/** A hexadecimal number without leading zeros. */
function plain(hex: string): string {
	return BigInt(`0x${hex}`).toString(16);
}

/** Those instructions that were compiled from a source file, with their lines in it. */
async function instructionsFrom(
	file: string,
	image: string,
	instructions: readonly Instruction[],
): Promise<readonly (Instruction & { readonly line: number })[]> {
	const inKernel = instructions.filter(({ address }) => address.length === 8);
	const places = await runTool(tools.addr2line, ['-e', image], {
		input: inKernel.map(({ address }) => `${address}\n`).join(''),
	});
	const lines = places.split('\n');
	return inKernel.flatMap((instruction, index) => {
		const [, path, line] = /^(\S+):(\d+)/.exec(lines[index] ?? '') ?? [];
		return path?.endsWith(file) ? [{ ...instruction, line: Number(line) }] : [];
	});
}
