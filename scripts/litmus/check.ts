/** The exhaustive check of one shape: all outcomes that RVWMO allows, each with an execution that shows it. */

import { explore } from './explore.ts';
import type { Size } from './machine/instruction.ts';
import type { Memory } from './machine/memory.ts';
import type { Program } from './machine/program.ts';
import type { Event, Outcome } from './model/event.ts';
import { project, type SharedTrace, sharedWords } from './model/project.ts';
import { type Final, type Node, solve } from './model/solve.ts';
import type { Start } from './thread.ts';

/** Threads and what they start from. */
export interface Setting {
	readonly program: Program;
	readonly memory: Memory;
	readonly threads: readonly Start[];
	readonly device: (address: number) => bigint;
	readonly panics: ReadonlySet<number>;
	readonly leftOut: ReadonlySet<number>;
	readonly visits: number;
	readonly scMayFail: boolean;
	/** Words whose last value is asked for. */
	readonly watched: ReadonlySet<number>;
}

/** Every way that each thread can go. */
export interface Ways {
	readonly threads: readonly (readonly SharedTrace[])[];
	readonly executed: ReadonlySet<number>;
	readonly cut: number;
	readonly rounds: number;
	/** What a word holds before any thread runs. */
	readonly initial: (address: number) => bigint;
}

const mostRounds = 64;

/** Values that a thread writes, by address and size. */
type Written = ReadonlyMap<string, ReadonlySet<bigint>>;

/**
 * Finds the ways of each thread: once with no values but the initial ones, then with those that the others have
 * written on their ways, and so on until there are no new ones. There may always be more, of two threads that
 * count up one word; but in an execution each value comes, from store to load to store, through at most as
 * many stores as the threads do on their longest ways, so after as many rounds nothing is missing.
 */
export function findWays(setting: Setting): Ways {
	const { threads, memory, watched } = setting;
	let written: readonly Written[] = threads.map(() => new Map());
	for (let round = 1; round <= mostRounds; round++) {
		const known = written;
		const explored = threads.map((start, self) => {
			const others = (address: number, size: Size) => valuesOf(known, self, `${address} ${size}`);
			return explore(start, { ...setting, others });
		});
		const all = explored.map(({ traces, cut }) => [...traces.map(({ events }) => events), ...cut]);
		written = all.map((each, self) => writtenBy(each, known[self] ?? new Map()));
		const shared = sharedWords(all, watched);
		const isNew = !written.every((values, self) => isSame(values, known[self] ?? new Map()));
		if (isNew && round <= longestChain(all, shared)) continue;
		const initial = (address: number, size: Size) => memory.load(address, size);
		return {
			threads: explored.map(({ traces }) => project(traces, shared, initial)),
			executed: new Set(explored.flatMap(each => [...each.executed])),
			cut: explored.reduce((sum, { cut }) => sum + cut.length, 0),
			rounds: round,
			initial: address => initial(address, shared.get(address) ?? 8),
		};
	}
	throw new Error(`After ${mostRounds} rounds there are still new values.`);
}

/** The most stores to shared words that one execution can have. */
function longestChain(
	threads: readonly (readonly (readonly Event[])[])[],
	shared: ReadonlyMap<number, Size>,
): number {
	const stores = (events: readonly Event[]) =>
		events.filter(event => event.written !== undefined && shared.has(event.address)).length;
	return threads.reduce((sum, ways) => sum + Math.max(0, ...ways.map(stores)), 0);
}

function valuesOf(written: readonly Written[], self: number, word: string): readonly bigint[] {
	const values = new Set<bigint>();
	for (const [thread, each] of written.entries()) {
		if (thread === self) continue;
		for (const value of each.get(word) ?? []) values.add(value);
	}
	return [...values];
}

/** What was known to be written, and what a thread writes on its ways. */
function writtenBy(ways: readonly (readonly Event[])[], known: Written): Written {
	const values = new Map([...known].map(([word, each]) => [word, new Set(each)]));
	for (const events of ways) {
		for (const { address, size, written } of events) {
			if (written === undefined) continue;
			const word = `${address} ${size}`;
			values.set(word, (values.get(word) ?? new Set()).add(written));
		}
	}
	return values;
}

function isSame(a: Written, b: Written): boolean {
	const count = (written: Written) =>
		[...written.values()].reduce((sum, { size }) => sum + size, 0);
	return count(a) === count(b); // from one round to the next, values only come
}

/** An execution in which every thread comes to its outcome. */
export interface Execution {
	readonly outcomes: readonly Outcome[];
	readonly order: readonly Node[];
}

/** The first execution that `wanted` holds for; undefined if RVWMO allows none. */
export function findExecution(
	ways: Ways,
	wanted: (outcomes: readonly Outcome[]) => boolean,
	final: ReadonlyMap<number, bigint> = new Map(),
): Execution | undefined {
	const words: Final = new Map(
		[...final].map(([address, value]) => [
			address,
			{ wanted: value, initial: ways.initial(address) },
		]),
	);
	for (const outcomes of outcomesOf(ways.threads)) {
		if (!wanted(outcomes)) continue;
		for (const traces of fitting(withOutcomes(ways.threads, outcomes))) {
			const order = solve(traces, words);
			if (order) return { outcomes, order };
		}
	}
	return undefined;
}

/** Every combination of outcomes that RVWMO allows. */
export function allOutcomes(ways: Ways): readonly (readonly Outcome[])[] {
	return outcomesOf(ways.threads).filter(outcomes => {
		for (const traces of fitting(withOutcomes(ways.threads, outcomes))) {
			if (solve(traces)) return true;
		}
		return false;
	});
}

type Threads = readonly (readonly SharedTrace[])[];

/** Every combination of outcomes that the threads have on their ways. */
function outcomesOf(threads: Threads): readonly (readonly Outcome[])[] {
	return threads.reduceRight<readonly (readonly Outcome[])[]>(
		(rest, traces) => {
			const own = [...new Set(traces.map(({ outcome }) => outcome))];
			return own.flatMap(outcome => rest.map(others => [outcome, ...others]));
		},
		[[]],
	);
}

function withOutcomes(threads: Threads, outcomes: readonly Outcome[]): Threads {
	return threads.map((traces, self) => traces.filter(({ outcome }) => outcome === outcomes[self]));
}

/** A trace with its needs and offers as sets of numbered values. */
interface Numbered {
	readonly trace: SharedTrace;
	readonly needs: bigint;
	readonly offers: bigint;
}

/** Combinations of traces in which each load that needs another thread's value finds one that writes it. */
function* fitting(threads: Threads): Generator<readonly SharedTrace[]> {
	const bits = new Map<string, bigint>();
	const set = (values: readonly string[]) =>
		values.reduce((all, value) => {
			const bit = bits.get(value) ?? 1n << BigInt(bits.size);
			bits.set(value, bit);
			return all | bit;
		}, 0n);
	const numbered = threads.map(traces =>
		traces.map(
			(trace): Numbered => ({ trace, needs: set(trace.needs), offers: set(trace.offers) }),
		),
	);
	const union = (traces: readonly Numbered[]) =>
		traces.reduce((all, { offers }) => all | offers, 0n);
	for (const combination of combinations(numbered)) {
		const isSupplied = combination.every(
			({ needs }, self) =>
				(needs & ~union(combination.filter((_, thread) => thread !== self))) === 0n,
		);
		if (isSupplied) yield combination.map(({ trace }) => trace);
	}
}

/** Combinations, less those of a trace that needs what no trace of the others writes. */
function* combinations(threads: readonly (readonly Numbered[])[]): Generator<readonly Numbered[]> {
	const all = threads.map(traces => traces.reduce((offers, each) => offers | each.offers, 0n));
	const possible = threads.map((traces, self) => {
		const others = all.reduce(
			(offers, each, thread) => (thread === self ? offers : offers | each),
			0n,
		);
		return traces.filter(({ needs }) => (needs & ~others) === 0n);
	});
	yield* product(possible);
}

function* product<T>(lists: readonly (readonly T[])[]): Generator<readonly T[]> {
	const [first, ...rest] = lists;
	if (!first) {
		yield [];
		return;
	}
	for (const others of product(rest)) {
		for (const each of first) yield [each, ...others];
	}
}
