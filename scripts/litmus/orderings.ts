/**
 * Every instruction of an image that orders memory for the interrupt core: each fence, each `.aq` and each `.rl`
 * that comes from kernel/sync, from kernel/arch/riscv64/barrier.ts or from boot/start.S. The same line may be
 * in the image many times, inlined; it is one ordering.
 */

import { readElf } from '../image/elf.ts';
import { runTool } from '../tool.ts';
import { tools } from '../toolchain.ts';
import type { Instruction } from './machine/instruction.ts';
import type { Program } from './machine/program.ts';

export interface Ordering {
	/** `HandlerTable.handle`, `afterLock`; of a barrier that several call, `writeBeforeRead in openInbox`. */
	readonly name: string;
	/** What is removed: `fence r,rw`, `lr.d.aq`, `amoswap.d.rl`. */
	readonly order: string;
	/** The image's words without it, by address. */
	readonly cleared: ReadonlyMap<number, number>;
}

const nop = 0x0000_0013;
const [aqBit, rlBit] = [1 << 26, 1 << 25];

interface Found {
	readonly address: number;
	readonly order: string;
	readonly word: number; // without the order
}

/** What a kernel source calls the function that holds one of its lines. */
export type NameOf = (place: string) => string;

export async function findOrderings(
	path: string,
	elf: Buffer,
	program: Program,
	nameOf: NameOf,
): Promise<readonly Ordering[]> {
	const found = functionsOf(elf).flatMap(([start, end]) => [...ordersIn(program, start, end)]);
	const chains = await placesOf(path, found);
	const orderings = new Map<
		string,
		{ name: string; order: string; cleared: Map<number, number> }
	>();
	for (const [at, { address, order, word }] of found.entries()) {
		const [place = '', ...callers] = chains[at] ?? [];
		if (!/^(kernel\/sync\/|kernel\/arch\/riscv64\/barrier\.ts|boot\/start\.S)/.test(place))
			continue;
		const caller = callers.find(each => !each.startsWith('kernel/arch/'));
		const isBarrier = place.startsWith('kernel/arch/') && caller !== undefined;
		const name = isBarrier ? `${nameOf(place)} in ${nameOf(caller)}` : nameOf(place);
		const key = `${place} ${name} ${order}`;
		const known = orderings.get(key) ?? { name, order, cleared: new Map() };
		known.cleared.set(address, word);
		orderings.set(key, known);
	}
	return [...orderings.values()];
}

function functionsOf(elf: Buffer): readonly (readonly [start: number, end: number])[] {
	const { symbols, code } = readElf(elf);
	const starts = symbols
		.filter(({ executable, kind }) => executable && (kind === 'function' || kind === 'label'))
		.map(({ address }) => address)
		.filter(address => address >= code.start && address < code.end);
	const sorted = [...new Set(starts)].sort((a, b) => a - b);
	return sorted.map((start, at) => [start, sorted[at + 1] ?? code.end]);
}

function* ordersIn(program: Program, start: number, end: number): Generator<Found> {
	for (let address = start; address < end; ) {
		const word = program.word(address);
		if ((word & 3) !== 3) {
			address += 2;
			continue;
		}
		const instruction =
			(word & 0x7f) === 0x2f || (word & 0x7f) === 0x0f ? program.instruction(address) : undefined;
		if (instruction) yield* ordersOf(instruction, address, word);
		address += 4;
	}
}

function* ordersOf(instruction: Instruction, address: number, word: number): Generator<Found> {
	if (instruction.kind === 'fence') {
		const { pred, succ } = instruction;
		const isForMemory = (pred.reads || pred.writes) && (succ.reads || succ.writes);
		if (isForMemory) yield { address, order: `fence ${fenceText(word)}`, word: nop };
		return;
	}
	const { kind } = instruction;
	if (kind !== 'amo' && kind !== 'lr' && kind !== 'sc') return;
	const width = instruction.size === 4 ? 'w' : 'd';
	const name = `${kind === 'amo' ? `amo${instruction.name}` : kind}.${width}`;
	if (instruction.aq) yield { address, order: `${name}.aq`, word: word & ~aqBit };
	if (instruction.rl) yield { address, order: `${name}.rl`, word: word & ~rlBit };
}

function fenceText(word: number): string {
	const set = (at: number) =>
		['w', 'r', 'o', 'i']
			.filter((_, bit) => (word >>> (at + bit)) & 1)
			.reverse()
			.join('');
	return `${set(24)},${set(20)}`;
}

/** For each address its place, `file:line`, and after it those of the calls that were inlined there. */
async function placesOf(
	path: string,
	found: readonly Found[],
): Promise<readonly (readonly string[])[]> {
	const input = found.map(({ address }) => `${address.toString(16)}\n`).join('');
	const answer = await runTool(tools.addr2line, ['-a', '-i', '-e', path], { input });
	return answer
		.split(/^0x[0-9a-f]+$/m)
		.slice(1)
		.map(lines =>
			[...lines.matchAll(/((?:kernel|boot)\/\S+:\d+)/g)].map(([, place = '']) => place),
		);
}
