/** Which functions a call through a pointer may reach, in code that the compiler has inlined into. */

import type { CodeFunction } from './control-flow.ts';
import { readLineUnits } from './debug-line.ts';
import type { Elf } from './elf.ts';
import { readScopes } from './scopes.ts';
import type { PointerTargets } from './trap-code.ts';

/**
 * `held` says for each function, as it was written, what the pointers that it calls may hold. A piece of
 * code may call what the functions inlined into it may call; the debugging information names them. Code
 * that it does not tell of may call everything in `taken`.
 */
export function pointerTargets(
	elf: Elf,
	held: ReadonlyMap<string, readonly string[]>,
	addressOf: (symbol: string) => number | undefined,
	taken: readonly number[],
): PointerTargets {
	const inlined = functionsInlined(elf);
	return (caller: CodeFunction) => {
		const written = inlined.get(caller.address) ?? [];
		const known = [...written].flatMap(name => held.get(name) ?? []);
		const isKnown = [...written].some(name => held.has(name));
		return isKnown ? [...new Set(known.flatMap(name => addressOf(name) ?? []))] : taken;
	};
}

/** The functions whose code lies in the function that begins at an address, itself included. */
function functionsInlined(elf: Elf): ReadonlyMap<number, ReadonlySet<string>> {
	const tables = new Set(readLineUnits(elf).map(unit => unit.offset));
	const found = new Map<number, Set<string>>();
	for (const scope of [...readScopes(elf, tables).values()].flat()) {
		let root = scope;
		while (root.parent) root = root.parent;
		for (const [start] of root.ranges) {
			const names = found.get(start) ?? new Set();
			found.set(start, names.add(scope.name));
		}
	}
	return found;
}
