/**
 * Litmus tests as the manual writes them: each hart's instructions, and an outcome in the end. All of them are
 * assembled in one go, so that the checker reads real instructions.
 */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allOutcomes, findExecution, findWays, type Ways } from '../../../scripts/litmus/check.ts';
import { Memory } from '../../../scripts/litmus/machine/memory.ts';
import { Program } from '../../../scripts/litmus/machine/program.ts';
import type { Outcome } from '../../../scripts/litmus/model/event.ts';
import type { SharedTrace } from '../../../scripts/litmus/model/project.ts';
import { runTool } from '../../../scripts/tool.ts';
import { assemblyFlags, tools } from '../../../scripts/toolchain.ts';

import { type Harts, outcomeText } from './reference.ts';

export interface Litmus {
	readonly name: string;
	/** Words x, y and z, if they are not 0. */
	readonly initial?: Readonly<Record<string, bigint>>;
	/** Instructions of each hart; s0, s1 and s2 point at x, y and z, t1 is 1 and t2 is 2. */
	readonly harts: readonly string[];
}

const locations = ['x', 'y', 'z'] as const;
const results = ['a0', 'a1', 'a2', 'a3'] as const;

/** Packs a0 to a3, small numbers all of them, into a0. */
const packed = [
	'andi a0,a0,255',
	...results
		.slice(1)
		.flatMap((register, at) => [
			`andi ${register},${register},255`,
			`slli ${register},${register},${8 * (at + 1)}`,
			`or a0,a0,${register}`,
		]),
];

/** What a trace stores to a word. */
function storedBy({ events }: SharedTrace, address: number): readonly bigint[] {
	return events.flatMap(event =>
		event.address === address && event.written !== undefined ? [event.written] : [],
	);
}

/** a0 to a3 of what a hart returned. */
function unpack(packed: Outcome, count: number): readonly number[] {
	if (typeof packed !== 'bigint') throw new Error(`A hart ended in a ${packed}.`);
	return Array.from({ length: count }, (_, at) => Number((packed >> BigInt(8 * at)) & 0xffn));
}

/** Every way to take one of each list. */
function product<T>(lists: readonly (readonly T[])[]): readonly (readonly T[])[] {
	const [first, ...rest] = lists;
	if (!first) return [[]];
	return product(rest).flatMap(others => first.map(each => [each, ...others]));
}

/** Assembled tests. */
export class Assembled {
	readonly #program: Program;

	constructor(program: Program) {
		this.#program = program;
	}

	/** Every way that the harts of a test can go; `at` is its place in what was assembled. */
	ways(test: Litmus, at: number): Ways {
		const memory = new Memory(address => this.#program.word(address));
		const addresses = locations.map(name => this.#program.address(name));
		for (const [index, name] of locations.entries()) {
			memory.setByte(addresses[index] ?? 0, Number(test.initial?.[name] ?? 0n));
		}
		const [s0 = 0, s1 = 0, s2 = 0] = addresses;
		const registers = { 6: 1n, 7: 2n, 8: BigInt(s0), 9: BigInt(s1), 18: BigInt(s2) };
		return findWays({
			program: this.#program,
			memory,
			threads: test.harts.map((_, hart) => ({
				steps: [{ entry: this.#program.address(`test${at}_${hart}`), args: [] }],
				registers,
				csrs: new Map(),
			})),
			device: () => 0n,
			panics: new Set(),
			leftOut: new Set(),
			visits: 1,
			scMayFail: true,
			watched: new Set(addresses),
		});
	}

	/** Can it end like this: `1:a0=1 1:a1=0 x=2`? */
	allows(test: Litmus, at: number, outcome: string): boolean {
		const wanted = outcome.split(' ').map(term => {
			const [, hart, name = '', value = ''] = /^(?:(\d):)?(\w+)=(\d+)$/.exec(term) ?? [];
			return { hart: hart === undefined ? undefined : Number(hart), name, value: BigInt(value) };
		});
		const final = new Map(
			wanted
				.filter(({ hart }) => hart === undefined)
				.map(({ name, value }) => [this.#program.address(name), value]),
		);
		const registers = wanted.filter(({ hart }) => hart !== undefined);
		const found = findExecution(
			this.ways(test, at),
			outcomes =>
				registers.every(({ hart, name, value }) => {
					const all = outcomes[hart ?? 0];
					const index = results.indexOf(name as (typeof results)[number]);
					return typeof all === 'bigint' && ((all >> BigInt(8 * index)) & 0xffn) === value;
				}),
			final,
		);
		return found !== undefined;
	}

	/** Every outcome of a random program, in the words of the reference: results, and the words in the end. */
	endings(test: Litmus, at: number, harts: Harts): readonly string[] {
		const ways = this.ways(test, at);
		const counts = harts.map(
			code => code.filter(({ op }) => !['store', 'fence', 'branch'].includes(op)).length,
		);
		const stored = locations.map(name => [
			...new Set([
				0n,
				...ways.threads.flatMap(traces =>
					traces.flatMap(each => storedBy(each, this.#program.address(name))),
				),
			]),
		]);
		const found = new Set<string>();
		for (const outcomes of allOutcomes(ways)) {
			const results = outcomes.map((packed, hart) => unpack(packed, counts[hart] ?? 0));
			for (const values of product(stored)) {
				const addresses = locations.map(name => this.#program.address(name));
				const final = new Map(addresses.map((address, word) => [address, values[word] ?? 0n]));
				const isSame = (others: readonly Outcome[]) => others.join() === outcomes.join();
				if (findExecution(ways, isSame, final)) found.add(outcomeText(results, values.map(Number)));
			}
		}
		return [...found].sort();
	}
}

export async function assemble(tests: readonly Litmus[]): Promise<Assembled> {
	const folder = mkdtempSync(join(tmpdir(), 'trapline-litmus-'));
	try {
		const source = join(folder, 'litmus.S');
		const image = join(folder, 'litmus.elf');
		const functions = tests.flatMap(({ harts }, at) =>
			harts.flatMap((code, hart) => [
				`test${at}_${hart}:`,
				...code.split(';').map(line => line.trim()),
				...packed,
				'ret',
			]),
		);
		const data = ['.data', '.balign 8', ...locations.map(name => `${name}: .dword 0`)];
		const padding = ['nop', 'nop']; // the reader takes four bytes at a time, also of the last instruction
		writeFileSync(source, `${['.text', ...functions, ...padding, ...data].join('\n')}\n`);
		const link = ['-nostdlib', '-static', '-Wl,-Ttext=0x80000000', '-Wl,--no-relax', '-Wl,-e,0'];
		await runTool(tools.gcc, [...assemblyFlags, ...link, '-o', image, source]);
		return new Assembled(new Program(readFileSync(image)));
	} finally {
		rmSync(folder, { recursive: true });
	}
}
