/**
 * How deep the stack is at each instruction of a function, in bytes below where it was on entry. It is
 * read from the instructions themselves, so it is true of whatever the compiler made in the end.
 */

import type { CodeFunction } from './control-flow.ts';
import type { Instruction, Listing } from './listing.ts';

/** More than any stack has: depths that keep growing are no depths. */
const limit = 1 << 24;

/** The depth before each instruction; undefined if it is not the same sum on every run. */
export function stackDepths(
	code: CodeFunction,
	listing: Listing,
): ReadonlyMap<number, number> | undefined {
	const depths = new Map<number, number>([[code.address, 0]]);
	const queue = [code.address];
	for (let address = queue.pop(); address !== undefined; address = queue.pop()) {
		const instruction = code.instructions.get(address);
		const before = depths.get(address) ?? 0;
		if (!instruction) continue;
		const growth = growthBy(instruction, listing);
		if (growth === undefined || before + growth > limit) return undefined;
		for (const next of code.successors.get(address) ?? []) {
			const known = depths.get(next);
			if (known !== undefined && known >= before + growth) continue;
			depths.set(next, before + growth);
			queue.push(next);
		}
	}
	return depths;
}

/** Instructions whose first operand is not what they write. */
const writesNothing = /^(s[bhwd]|fs[wd]|b\w+|j|fence\S*)$/;

/** By how much an instruction moves `sp` down; undefined if that is not known before it runs. */
function growthBy(instruction: Instruction, listing: Listing): number | undefined {
	const [to, from = '', amount = ''] = instruction.operands.split(',');
	if (to !== 'sp' || writesNothing.test(instruction.mnemonic)) return 0;
	if (instruction.mnemonic !== 'add' || from !== 'sp') return undefined;
	const value = /^-?\d+$/.test(amount) ? Number(amount) : constantIn(amount, instruction, listing);
	return value === undefined ? undefined : -value;
}

/** The constant that the instructions just before one put into a register. */
function constantIn(register: string, at: Instruction, listing: Listing): number | undefined {
	const block = listing.blockAt(at.address);
	const index = block?.indexes.get(at.address) ?? 0;
	const before = block?.instructions.slice(Math.max(0, index - 24), index).reverse() ?? [];
	const definition = before.find(
		({ mnemonic, operands }) =>
			operands.split(',')[0] === register && !writesNothing.test(mnemonic),
	);
	const [, first = '', second = ''] = definition?.operands.split(',') ?? [];
	switch (definition?.mnemonic) {
		case 'li':
			return Number(first);
		case 'lui':
			return Number(first) << 12;
		case 'add':
		case 'addw': {
			const base = constantIn(first, definition, listing);
			return base === undefined || !/^-?\d+$/.test(second) ? undefined : base + Number(second);
		}
		default:
			return undefined;
	}
}
