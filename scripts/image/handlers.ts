/** The handlers of an image: who they are, how much stack they need and how long they can last. */

import type { StackUse, TrapCode, TrapEntry } from './trap-code.ts';

export interface Handler {
	readonly address: number;
	/** The deepest that the stack is when the handler and all that it calls have been called. */
	readonly stackBytes: number;
	/** Instructions from the first to the return; undefined if there are loops. */
	readonly length: number | undefined;
}

/** The functions that the entries' code calls through pointers, in order of address. */
export function findHandlers(code: TrapCode, entries: readonly TrapEntry[]): readonly Handler[] {
	const arrivals = new Map<number, number>(); // how deep the stack is on arrival
	const handlers = new Set<number>();
	const arrive = (address: number, depth: number) => {
		if ((arrivals.get(address) ?? -1) >= depth) return;
		arrivals.set(address, depth);
		const found = code.functionAt(address);
		for (const [place, call] of found?.calls ?? []) {
			for (const target of found ? code.targets(found, call) : []) {
				if (call.target === undefined) handlers.add(target);
				arrive(target, depth + code.depthAt(address, place));
			}
		}
	};
	for (const { calls, frameBytes } of entries) {
		for (const address of calls) arrive(address, frameBytes);
	}
	return [...handlers]
		.sort((a, b) => a - b)
		.map(address => ({
			address,
			stackBytes: (arrivals.get(address) ?? 0) + code.stackOf(address).bytes,
			length: code.lengthOf(address),
		}));
}

/** The deepest use of a stack that several entries share, the entry's own frame first. */
export function deepestUse(code: TrapCode, entries: readonly TrapEntry[]): StackUse {
	let deepest: StackUse = { bytes: 0, frames: [] };
	for (const { block, calls, frameBytes } of entries) {
		for (const target of calls) {
			const use = code.stackOf(target);
			const frames = [{ address: block.address, bytes: frameBytes }, ...use.frames];
			if (use.unbounded) return { ...use, frames };
			const bytes = frameBytes + use.bytes;
			if (bytes > deepest.bytes) deepest = { bytes, frames };
		}
	}
	return deepest;
}

/** A table with aligned columns: numbers to the right, names to the left. */
export function printColumns(rows: readonly (readonly string[])[]): string {
	const isNumber = (column: number) =>
		rows.slice(1).every(row => /^(\d+|loops)$/.test(row[column] ?? ''));
	const columns = (rows[0] ?? []).map((_, column) => ({
		width: Math.max(...rows.map(row => row[column]?.length ?? 0)),
		isRight: rows.length > 1 && isNumber(column),
	}));
	const print = (row: readonly string[]) =>
		columns.map(({ width, isRight }, column) =>
			isRight ? (row[column] ?? '').padStart(width) : (row[column] ?? '').padEnd(width),
		);
	return rows.map(row => `${print(row).join('  ').trimEnd()}\n`).join('');
}
