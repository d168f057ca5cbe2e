/** Leaves of a trace what other threads can see: events on words that another thread accesses, and some thread writes. */

import type { Size } from '../machine/instruction.ts';
import type { Event, Outcome, Trace } from './event.ts';

/** An event on a shared word; events and sets of them are numbered anew. */
export interface SharedEvent {
	readonly pc: number;
	readonly address: number;
	readonly size: Size;
	readonly read:
		| { readonly value: bigint; readonly own: number | undefined; readonly maybeInitial: boolean }
		| undefined;
	readonly written: bigint | undefined;
	readonly before: number[]; // events of this thread that come before it
	readonly paired: number | undefined;
}

export interface SharedTrace {
	readonly events: readonly SharedEvent[];
	readonly outcome: Outcome;
	/** The words and values that only another thread's store can give. */
	readonly needs: readonly string[];
	/** The words and values that it writes. */
	readonly offers: readonly string[];
}

/**
 * The words that threads share, by address, and those of `watched`; throws if they are accessed in parts.
 */
export function sharedWords(
	threads: readonly (readonly (readonly Event[])[])[],
	watched: ReadonlySet<number>,
): ReadonlyMap<number, Size> {
	const users = new Map<number, { readonly size: Set<Size>; by: Set<number>; written: boolean }>();
	for (const [thread, ways] of threads.entries()) {
		for (const events of ways) {
			for (const { address, size, written } of events) {
				const user = users.get(address) ?? { size: new Set(), by: new Set(), written: false };
				user.size.add(size);
				user.by.add(thread);
				if (written !== undefined) user.written = true;
				users.set(address, user);
			}
		}
	}
	const shared = new Map<number, Size>();
	for (const [address, { size, by, written }] of users) {
		if (!watched.has(address) && (by.size < 2 || !written)) continue;
		const [only = 1, ...others] = size;
		if (others.length > 0) throw new Error(`Mixed sizes at ${address.toString(16)}.`);
		shared.set(address, only);
	}
	for (const [address, size] of shared) {
		for (let at = address + 1; at < address + size; at++) {
			if (users.has(at)) throw new Error(`Mixed sizes at ${at.toString(16)}.`);
		}
	}
	return shared;
}

/** The traces of one thread as others see them, each once. */
export function project(
	traces: readonly Trace[],
	shared: ReadonlyMap<number, Size>,
	initial: (address: number, size: Size) => bigint,
): readonly SharedTrace[] {
	const found = new Map<string, SharedTrace>();
	for (const trace of traces) {
		const projected = projectOne(trace, shared, initial);
		found.set(keyOf(projected), projected);
	}
	return [...found.values()];
}

function keyOf({ events, outcome }: SharedTrace): string {
	const texts = events.map(({ pc, address, read, written, before, paired }) =>
		[pc, address, read?.value, read?.own, written, before.join('.'), paired].join(),
	);
	return `${outcome} ${texts.join(' ')}`;
}

function projectOne(
	trace: Trace,
	shared: ReadonlyMap<number, Size>,
	initial: (address: number, size: Size) => bigint,
): SharedTrace {
	const numbers = new Map<number, number>();
	const stored = new Set<number>();
	const events: SharedEvent[] = [];
	for (const [index, event] of trace.events.entries()) {
		const { pc, address, size, read, written, before, paired } = event;
		if (!shared.has(address)) continue;
		const own = read?.own === undefined ? undefined : numbers.get(read.own);
		const maybeInitial =
			read !== undefined && !stored.has(address) && initial(address, size) === read.value;
		const earlier = [...numbers].filter(([at]) => (before >> BigInt(at)) & 1n).map(([, at]) => at);
		numbers.set(index, events.length);
		if (written !== undefined) stored.add(address);
		events.push({
			pc,
			address,
			size,
			read: read && { value: read.value, own, maybeInitial },
			written,
			before: earlier,
			paired: paired === undefined ? undefined : numbers.get(paired),
		});
	}
	const needs = events
		.filter(({ read }) => read && read.own === undefined && !read.maybeInitial)
		.map(({ address, read }) => `${address}=${read?.value}`);
	const offers = events
		.filter(({ written }) => written !== undefined)
		.map(({ address, written }) => `${address}=${written}`);
	return { events, outcome: trace.outcome, needs, offers };
}
