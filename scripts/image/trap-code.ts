/**
 * The code of an image that the trap vector leads to, function by function: who calls whom, how much
 * stack that takes and how long it can last. Read from the disassembly, so after all inlining.
 */

import { type CallPlace, CodeFunction, type ReadTable, transferOf } from './control-flow.ts';
import type { Block, Listing } from './listing.ts';
import { type Length, longestPath } from './longest-path.ts';
import { stackDepths } from './stack-depth.ts';

/** The functions that a call through a pointer may reach, by the function that the call is in. */
export type PointerTargets = (caller: CodeFunction) => readonly number[];

/** One function on the deepest way, and how much of the stack it uses when it calls the next one. */
export interface Frame {
	readonly address: number;
	readonly bytes: number;
}

export interface StackUse {
	readonly bytes: number;
	readonly frames: readonly Frame[];
	/** Why there is no bound. */
	readonly unbounded?: 'recursion' | 'dynamic';
}

export class TrapCode {
	readonly listing: Listing;
	readonly #readTable: ReadTable;
	readonly #pointerTargets: PointerTargets;
	readonly #functions = new Map<number, CodeFunction | undefined>();
	readonly #stacks = new Map<number, StackUse | undefined>();
	readonly #lengths = new Map<number, Length>();

	constructor(listing: Listing, readTable: ReadTable, pointerTargets: PointerTargets) {
		this.listing = listing;
		this.#readTable = readTable;
		this.#pointerTargets = pointerTargets;
	}

	functionAt(address: number): CodeFunction | undefined {
		if (this.#functions.has(address)) return this.#functions.get(address);
		this.#functions.set(address, undefined); // while it is read: it does not return by calling itself
		const block = this.listing.blockAt(address);
		const found =
			block?.address === address
				? new CodeFunction(block, this.listing, this.#readTable, target =>
						target === undefined ? true : (this.functionAt(target)?.returns ?? false),
					)
				: undefined;
		this.#functions.set(address, found);
		return found;
	}

	targets(caller: CodeFunction, call: CallPlace): readonly number[] {
		return call.target === undefined ? this.#pointerTargets(caller) : [call.target];
	}

	/** How deep the stack is in a function when it comes to one of its instructions. */
	depthAt(address: number, instruction: number): number {
		const code = this.functionAt(address);
		return (code && stackDepths(code, this.listing)?.get(instruction)) ?? 0;
	}

	/** The most stack that a function and all that it calls may use. */
	stackOf(address: number): StackUse {
		if (this.#stacks.has(address)) {
			return this.#stacks.get(address) ?? { ...noStack(address), unbounded: 'recursion' };
		}
		this.#stacks.set(address, undefined);
		const use = this.#stackOf(address);
		this.#stacks.set(address, use);
		return use;
	}

	#stackOf(address: number): StackUse {
		const code = this.functionAt(address);
		if (!code) return noStack(address);
		const depths = stackDepths(code, this.listing);
		if (!depths) return { ...noStack(address), unbounded: 'dynamic' };
		let deepest: StackUse = { ...noStack(address), bytes: Math.max(...depths.values()) };
		deepest = { ...deepest, frames: [{ address, bytes: deepest.bytes }] };
		for (const call of code.calls.values()) {
			const own = depths.get(call.instruction.address) ?? 0;
			for (const target of this.targets(code, call)) {
				const callee = this.stackOf(target);
				const frames = [{ address, bytes: own }, ...callee.frames];
				if (callee.unbounded) return { ...callee, frames };
				if (own + callee.bytes > deepest.bytes) deepest = { bytes: own + callee.bytes, frames };
			}
		}
		return deepest;
	}

	/** The most instructions from a function's first to its return; undefined if it has loops. */
	lengthOf(address: number): Length {
		if (this.#lengths.has(address)) return this.#lengths.get(address);
		this.#lengths.set(address, undefined);
		const code = this.functionAt(address);
		const length =
			code &&
			longestPath(code, instruction => {
				const call = code.calls.get(instruction);
				if (!call) return 0;
				const lengths = this.targets(code, call).map(target => this.lengthOf(target));
				return lengths.every(known => known !== undefined) ? Math.max(0, ...lengths) : undefined;
			});
		this.#lengths.set(address, length);
		return length;
	}
}

const noStack = (address: number): StackUse => ({ bytes: 0, frames: [{ address, bytes: 0 }] });

/** One of the trap vector's branches: what it saves on the stack, and which functions it calls. */
export interface TrapEntry {
	readonly block: Block;
	readonly isException: boolean;
	readonly frameBytes: number;
	readonly calls: readonly number[];
}

/** [PRIV] "Machine Trap-Vector Base-Address (mtvec) Register": exceptions go to the first entry. */
export function trapEntries(listing: Listing): readonly TrapEntry[] {
	const vector = listing.blockNamed('trapVector');
	const jumps = vector?.instructions.flatMap(({ target }) => target ?? []) ?? [];
	return [...new Set(jumps)].flatMap(address => {
		const block = listing.blockAt(address);
		if (!block) return [];
		const isException = address === jumps[0];
		const calls = block.instructions.flatMap(instruction => {
			const transfer = transferOf(instruction, block);
			return transfer.kind === 'call' ? transfer.target : [];
		});
		return [{ block, isException, frameBytes: savedBytes(block), calls }];
	});
}

/** The frame ends behind the highest register saved, at a multiple of 16. */
function savedBytes({ instructions }: Block): number {
	const ends = instructions.map(({ mnemonic, operands }) => {
		const offset = mnemonic === 'sd' ? /,(\d+)\(sp\)$/.exec(operands)?.[1] : undefined;
		return offset === undefined ? 0 : Number(offset) + 8;
	});
	return Math.ceil(Math.max(0, ...ends) / 16) * 16;
}
