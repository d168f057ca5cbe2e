/**
 * The most instructions from a function's first to its return, functions that it calls included.
 * Ways that never return, into a panic, do not count, and nor do their loops.
 */

import type { CodeFunction } from './control-flow.ts';

/** Undefined if the function may go in circles, or calls one that does. */
export type Length = number | undefined;

/** `lengthOf` gives the length of what a call may reach; undefined also if that is not known. */
export function longestPath(code: CodeFunction, lengthOf: (instruction: number) => Length): Length {
	const useful = leadingTo(code.ends(), code);
	const waiting = new Map<number, number>();
	for (const address of useful) {
		for (const next of successorsIn(address, code, useful)) {
			waiting.set(next, (waiting.get(next) ?? 0) + 1);
		}
	}
	if ((waiting.get(code.address) ?? 0) > 0) return undefined;

	// In topological order: what is never ready lies in a circle.
	const before = new Map<number, number>([[code.address, 0]]);
	const ready = useful.has(code.address) ? [code.address] : [];
	let done = 0;
	let longest = 0;
	for (let address = ready.pop(); address !== undefined; address = ready.pop()) {
		done += 1;
		const called = code.calls.has(address) ? lengthOf(address) : 0;
		if (called === undefined) return undefined;
		const length = (before.get(address) ?? 0) + 1 + called;
		longest = Math.max(longest, length);
		for (const next of successorsIn(address, code, useful)) {
			before.set(next, Math.max(before.get(next) ?? 0, length));
			const left = (waiting.get(next) ?? 0) - 1;
			waiting.set(next, left);
			if (left === 0) ready.push(next);
		}
	}
	return done === useful.size ? longest : undefined;
}

function successorsIn(
	address: number,
	code: CodeFunction,
	useful: ReadonlySet<number>,
): readonly number[] {
	const successors = new Set(code.successors.get(address) ?? []);
	return [...successors].filter(next => useful.has(next));
}

/** The instructions from which one of `ends` can be reached. */
function leadingTo(ends: readonly number[], code: CodeFunction): ReadonlySet<number> {
	const predecessors = new Map<number, number[]>();
	for (const [address, successors] of code.successors) {
		for (const next of successors) {
			const known = predecessors.get(next) ?? [];
			known.push(address);
			predecessors.set(next, known);
		}
	}
	const found = new Set(ends);
	for (const address of found) for (const from of predecessors.get(address) ?? []) found.add(from);
	return found;
}
