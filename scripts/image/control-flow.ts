/**
 * What an instruction does to the flow of control, and which places follow it within its function.
 *
 * A function is what runs from a symbol, with the part that gcc moves away as `.cold`: a jump between
 * these is a jump, and one to any other symbol is a call at the end of the function.
 *
 * [UNPRIV] "Control Transfer Instructions".
 */

import type { Block, Instruction, Listing } from './listing.ts';

export type Transfer =
	| { readonly kind: 'none' | 'return' | 'jumpTable' | 'stop' }
	| { readonly kind: 'branch' | 'jump' | 'call'; readonly target: number }
	| { readonly kind: 'indirectJump' | 'indirectCall' };

const branch = /^b(eq|ne|lt|ge|gt|le)/;

export function transferOf(instruction: Instruction, block: Block): Transfer {
	const { mnemonic, target } = instruction;
	if (mnemonic === 'ret') return { kind: 'return' };
	if (mnemonic === 'mret' || mnemonic === 'unimp') return { kind: 'stop' };
	if (mnemonic === 'jr' || mnemonic === 'jalr') {
		const isCall = mnemonic === 'jalr';
		if (target !== undefined) return { kind: isCall ? 'call' : 'jump', target };
		if (isCall) return { kind: 'indirectCall' };
		return { kind: isJumpTable(instruction, block) ? 'jumpTable' : 'indirectJump' };
	}
	if (target === undefined) return { kind: 'none' };
	if (mnemonic === 'j') return { kind: 'jump', target };
	if (mnemonic === 'jal') return { kind: 'call', target };
	return branch.test(mnemonic) ? { kind: 'branch', target } : { kind: 'none' };
}

/** `lw rX,…; add rX,rX,rY; jr rX`: a distance from a table. A pointer to a function would be loaded by `ld`. */
function isJumpTable(jump: Instruction, block: Block): boolean {
	const index = block.indexes.get(jump.address) ?? 0;
	const [add, load] = [block.instructions[index - 1], block.instructions[index - 2]];
	const register = jump.operands;
	return (
		add?.mnemonic === 'add' &&
		add.operands.startsWith(`${register},`) &&
		load?.mnemonic === 'lw' &&
		add.operands.includes(load.operands.split(',')[0] ?? '?')
	);
}

/** A direct or indirect call, or a jump to another function. */
export interface CallPlace {
	readonly instruction: Instruction;
	readonly target: number | undefined; // unknown if indirect
	readonly isTail: boolean;
	readonly returns: boolean;
}

/** A function's instructions that can run, with what follows each. */
export class CodeFunction {
	readonly name: string;
	readonly address: number;
	/** What follows an instruction; an instruction that leaves the function has nothing. */
	readonly successors = new Map<number, readonly number[]>();
	readonly instructions = new Map<number, Instruction>();
	readonly calls = new Map<number, CallPlace>();
	readonly returns: boolean;
	readonly #listing: Listing;
	readonly #readTable: ReadTable;

	/** `doesReturn` says of another function whether it ever returns. */
	constructor(
		block: Block,
		listing: Listing,
		readTable: ReadTable,
		doesReturn: (target: number | undefined) => boolean,
	) {
		this.name = block.name;
		this.address = block.address;
		this.#listing = listing;
		this.#readTable = readTable;
		const queue = [block.address];
		for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
			if (this.successors.has(address)) continue;
			const home = listing.blockAt(address);
			const instruction = home?.instructions[home.indexes.get(address) ?? -1];
			if (!home || !instruction) continue;
			this.instructions.set(address, instruction);
			const next = this.#next(instruction, home, doesReturn);
			this.successors.set(address, next);
			queue.push(...next);
		}
		this.returns = this.ends().length > 0;
	}

	/** The instructions that lead back to the caller: returns, and calls that return to it. */
	ends(): readonly number[] {
		return [...this.instructions.values()]
			.map(({ address, mnemonic }) => ({ address, mnemonic, call: this.calls.get(address) }))
			.filter(({ mnemonic, call }) => mnemonic === 'ret' || (call?.isTail && call.returns))
			.map(({ address }) => address);
	}

	#next(
		instruction: Instruction,
		home: Block,
		doesReturn: (target: number | undefined) => boolean,
	): readonly number[] {
		const { address } = instruction;
		const transfer = transferOf(instruction, home);
		const after = addressAfter(instruction, home);
		const leave = (target: number | undefined, isTail: boolean) =>
			this.calls.set(address, { instruction, target, isTail, returns: doesReturn(target) });
		switch (transfer.kind) {
			case 'return':
			case 'stop':
				return [];
			case 'jumpTable':
				return this.#tableTargets(instruction, home);
			case 'call':
			case 'indirectCall': {
				const target = transfer.kind === 'call' ? transfer.target : undefined;
				leave(target, false);
				return after < home.end && doesReturn(target) ? [after] : [];
			}
			case 'indirectJump':
				leave(undefined, true);
				return [];
			case 'jump':
			case 'branch': {
				const others = transfer.kind === 'branch' ? [after] : [];
				if (this.#isInside(transfer.target)) return [transfer.target, ...others];
				leave(transfer.target, true);
				return others;
			}
			case 'none':
				if (after < home.end || this.#isInside(after)) return [after];
				leave(after, true);
				return [];
		}
	}

	#isInside(address: number): boolean {
		const block = this.#listing.blockAt(address);
		return block !== undefined && plainName(block.name) === plainName(this.name);
	}

	/** Where a jump through a table may go; anywhere that only a jump can reach if no table is found. */
	#tableTargets(jump: Instruction, home: Block): readonly number[] {
		const before = home.instructions.slice(0, home.indexes.get(jump.address)).reverse();
		const [add, load] = before;
		const distance = load?.operands.split(',')[0];
		const base = add?.operands.split(',').find((name, at) => at > 0 && name !== distance);
		const table = before.find(({ operands }) => operands.startsWith(`${base},`))?.target;
		const targets: number[] = [];
		for (let entry = table; table !== undefined && entry !== undefined; entry += 4) {
			const target = table + (this.#readTable(entry) ?? Number.NaN);
			if (!this.#isInside(target)) break;
			targets.push(target);
		}
		if (targets.length > 0) return targets;
		return home.instructions
			.filter((_, index) => {
				const previous = home.instructions[index - 1];
				const kind = previous && transferOf(previous, home).kind;
				return kind !== undefined && kind !== 'none' && kind !== 'branch';
			})
			.map(({ address }) => address);
	}
}

/** A signed 32-bit word of the image's constants. */
export type ReadTable = (address: number) => number | undefined;

const plainName = (name: string) => name.replace(/\.cold(\.\d+)?$/, '');

function addressAfter(instruction: Instruction, home: Block): number {
	const index = home.indexes.get(instruction.address) ?? -1;
	return home.instructions[index + 1]?.address ?? home.end;
}
