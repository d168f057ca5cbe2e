/**
 * Checks what the linker made, and trusts nothing that came before it: no code that the trap vector can
 * reach uses floating point or comes from another object than those that are fit for interrupts.
 *
 * A call through a pointer counts as reaching every native function whose address is taken anywhere.
 */

import { transferOf } from './control-flow.ts';
import type { Block, Listing } from './listing.ts';

export interface TrapCheckInput {
	readonly listing: Listing;
	/** The object that an address came from. */
	readonly objectAt: (address: number) => string;
	/** The objects whose code may run in a trap. */
	readonly trusted: ReadonlySet<string>;
	/** The functions that a call through a pointer may reach. */
	readonly taken: readonly number[];
	/** A function as a message names it. */
	readonly describe: (address: number) => string;
}

/** F and D instructions, which all begin with `f`, and the CSRs of their state. */
const floatingPoint = /^f(?!ence)/;
const floatingPointState = /\bf(csr|rm|flags)\b/;

/** What is wrong, one message for each way into it; nothing if the trap vector leads to no such code. */
export function checkTrapCode(input: TrapCheckInput): readonly string[] {
	const { listing, describe } = input;
	const vector = listing.blockNamed('trapVector');
	if (!vector) return ['The image has no trapVector.'];
	const arrivals = new Map<number, Block | undefined>([[vector.address, undefined]]);
	const refusals: string[] = [];
	const wayTo = (block: Block) => {
		const way: string[] = [];
		for (let at: Block | undefined = block; at; at = arrivals.get(at.address)) {
			way.unshift(`    ${describe(at.address)}`);
		}
		return way.join('\n');
	};
	for (const address of arrivals.keys()) {
		const block = listing.blockAt(address);
		if (!block) continue;
		const object = input.objectAt(address);
		if (!input.trusted.has(object)) {
			refusals.push(
				`'${block.name}' of ${object} is ordinary code, and an interrupt may reach it:\n${wayTo(block)}`,
			);
			continue;
		}
		const found = block.instructions.find(
			({ mnemonic, operands }) =>
				floatingPoint.test(mnemonic) ||
				(mnemonic.startsWith('csr') && floatingPointState.test(operands)),
		);
		if (found) {
			const text = `${found.mnemonic} ${found.operands}`.trim();
			refusals.push(
				`'${block.name}' uses floating point, '${text}' at 0x${found.address.toString(16)}, ` +
					`and an interrupt may reach it:\n${wayTo(block)}`,
			);
		}
		for (const target of successorsOf(block, input)) {
			const next = listing.blockAt(target);
			if (next && !arrivals.has(next.address)) arrivals.set(next.address, block);
		}
	}
	return refusals;
}

function successorsOf(block: Block, { listing, taken }: TrapCheckInput): readonly number[] {
	const targets: number[] = [];
	for (const instruction of block.instructions) {
		const transfer = transferOf(instruction, block);
		if ('target' in transfer) targets.push(transfer.target);
		if (transfer.kind === 'indirectCall' || transfer.kind === 'indirectJump')
			targets.push(...taken);
	}
	const last = block.instructions.at(-1);
	// Hand-written code may run on into the next symbol; what gcc ends with a call does not return.
	const runsOn = last && transferOf(last, block).kind === 'none' && listing.blockAt(block.end);
	return runsOn ? [...targets, block.end] : targets;
}

/**
 * The functions of `blocks` whose address is made in their code or lies in the image's data. Any word
 * of data that could be such an address counts as one.
 */
export function takenFunctions(
	blocks: readonly Block[],
	data: readonly Uint8Array[],
): readonly number[] {
	const functions = new Set(blocks.map(({ address }) => address));
	const taken = new Set<number>();
	for (const block of blocks) {
		for (const instruction of block.instructions) {
			const { target } = instruction;
			if (target === undefined || !functions.has(target)) continue;
			if (transferOf(instruction, block).kind === 'none') taken.add(target);
		}
	}
	for (const bytes of data) {
		const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
		for (let at = 0; at + 8 <= bytes.byteLength; at += 8) {
			const word = Number(view.getBigUint64(at, true));
			if (functions.has(word)) taken.add(word);
		}
	}
	return [...taken].sort((a, b) => a - b);
}
