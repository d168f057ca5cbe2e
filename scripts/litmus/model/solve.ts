/**
 * Whether traces of several threads fit together: is there a global memory order that keeps every thread's
 * preserved program order and obeys the axioms? Every store that each load could return is tried, and every
 * order of the stores to each word; the rest is whether these pairs make a circle.
 *
 * For a load i that returns the value of the store s, the load value axiom says of the global memory order: s comes
 * before i, unless it is of the same thread; and every other store to the word comes before s or after i,
 * where one of the same thread that is before i in program order comes before s.
 *
 * [UNPRIV] "RVWMO Memory Consistency Model", "Memory Model Axioms".
 */

import { PartialOrder } from './order.ts';
import type { SharedEvent, SharedTrace } from './project.ts';

/** An event of one of the threads. */
export interface Node {
	readonly thread: number;
	readonly index: number; // in its trace
	readonly event: SharedEvent;
}

/** The values that words must have in the end, by address; and those that they begin with. */
export type Final = ReadonlyMap<number, { readonly wanted: bigint; readonly initial: bigint }>;

/** A global memory order, first to last, in which the traces fit together; undefined if there is none. */
export function solve(
	traces: readonly SharedTrace[],
	final: Final = new Map(),
): readonly Node[] | undefined {
	return new Search(traces, final).run();
}

/** The store that a load returns: a node, or what was there before. */
type Source = number | 'initial';

class Search {
	readonly #nodes: Node[] = [];
	readonly #final: Final;
	readonly #first: number[] = []; // the first node of each thread
	readonly #loads: number[] = []; // those that return what another thread wrote, or nobody
	readonly #stores = new Map<number, number[]>(); // by address
	readonly #sources = new Map<number, Source>(); // by load
	/** Pairs of stores to one word. */
	readonly #pairs: (readonly [number, number])[] = [];

	constructor(traces: readonly SharedTrace[], final: Final) {
		this.#final = final;
		for (const [thread, { events }] of traces.entries()) {
			const first = this.#nodes.length;
			this.#first.push(first);
			for (const [index, event] of events.entries()) this.#add({ thread, index, event }, first);
		}
		for (const stores of this.#stores.values()) {
			for (const [at, store] of stores.entries()) {
				for (const other of stores.slice(0, at)) this.#pairs.push([other, store]);
			}
		}
	}

	#add(node: Node, first: number): void {
		const number = this.#nodes.length;
		const { address, read, written } = node.event;
		this.#nodes.push(node);
		if (written !== undefined) {
			this.#stores.set(address, [...(this.#stores.get(address) ?? []), number]);
		}
		if (read?.own !== undefined) this.#sources.set(number, first + read.own);
		else if (read) this.#loads.push(number);
	}

	run(): readonly Node[] | undefined {
		const order = new PartialOrder(this.#nodes.length);
		for (const [number, { thread, event }] of this.#nodes.entries()) {
			const first = this.#first[thread] ?? 0;
			for (const earlier of event.before) if (!order.add(first + earlier, number)) return undefined;
		}
		return this.#chooseSources(0, order);
	}

	/** Tries each store that load `at` of `#loads` could return. */
	#chooseSources(at: number, order: PartialOrder): readonly Node[] | undefined {
		const load = this.#loads[at];
		if (load === undefined) return this.#orderStores(0, order);
		for (const source of this.#candidates(load)) {
			const grown = order.copy();
			this.#sources.set(load, source);
			if (!this.#returns(load, source, grown)) continue;
			const found = this.#chooseSources(at + 1, grown);
			if (found) return found;
		}
		this.#sources.delete(load);
		return undefined;
	}

	#candidates(load: number): readonly Source[] {
		const { thread, event } = this.#node(load);
		const stores = (this.#stores.get(event.address) ?? []).filter(store => {
			const other = this.#node(store);
			return other.thread !== thread && other.event.written === event.read?.value;
		});
		return event.read?.maybeInitial ? ['initial', ...stores] : stores;
	}

	/** What it means for the order that `load` returns `source`; `false` if that cannot be. */
	#returns(load: number, source: Source, order: PartialOrder): boolean {
		const { thread, index, event } = this.#node(load);
		const isEarlier = (node: Node) => node.thread === thread && node.index < index;
		if (source !== 'initial' && !order.add(source, load)) return false;
		for (const store of this.#stores.get(event.address) ?? []) {
			if (store === source || store === load) continue;
			if (source === 'initial') {
				if (!this.#comesAfter(store, load, order)) return false;
			} else if (isEarlier(this.#node(store)) && !order.add(store, source)) return false;
		}
		return this.#orderLoads(load, source, order);
	}

	/** Rule 2, for loads of what other threads wrote: they are in order if they return different stores. */
	#orderLoads(load: number, source: Source, order: PartialOrder): boolean {
		const { thread, event } = this.#node(load);
		for (let earlier = load - 1; earlier >= (this.#first[thread] ?? 0); earlier--) {
			const other = this.#node(earlier).event;
			if (other.address !== event.address) continue;
			const differs = other.read && this.#sources.get(earlier) !== source;
			if (differs && !order.add(earlier, load)) return false;
			if (other.written !== undefined) break;
		}
		return true;
	}

	/** `store` overwrites what `load` returned: it comes after the load, and after the SC of an LR. */
	#comesAfter(store: number, load: number, order: PartialOrder): boolean {
		if (store === load) return true;
		if (!order.add(load, store)) return false;
		const { thread, index } = this.#node(load);
		if (this.#node(store).thread === thread) return true;
		for (let at = load + 1; this.#nodes[at]?.thread === thread; at++) {
			if (this.#node(at).event.paired === index) return order.add(at, store);
		}
		return true;
	}

	/** Tries both orders of each pair of stores to one word. */
	#orderStores(at: number, order: PartialOrder): readonly Node[] | undefined {
		const pair = this.#pairs[at];
		if (!pair) return this.#isFinal(order) ? order.linear().map(at => this.#node(at)) : undefined;
		const [a, b] = pair;
		for (const [first, second] of [
			[a, b],
			[b, a],
		] as const) {
			if (order.isBefore(second, first)) continue;
			const grown = order.copy();
			if (!this.#overwrites(first, second, grown)) continue;
			const found = this.#orderStores(at + 1, grown);
			if (found) return found;
		}
		return undefined;
	}

	#overwrites(first: number, second: number, order: PartialOrder): boolean {
		if (!order.add(first, second)) return false;
		for (const [load, source] of this.#sources) {
			if (source === first && !this.#comesAfter(second, load, order)) return false;
		}
		return true;
	}

	#isFinal(order: PartialOrder): boolean {
		for (const [address, { wanted, initial }] of this.#final) {
			const stores = this.#stores.get(address) ?? [];
			const last = stores.find(store => !stores.some(other => order.isBefore(store, other)));
			const value = last === undefined ? initial : this.#node(last).event.written;
			if (value !== wanted) return false;
		}
		return true;
	}

	#node(number: number): Node {
		const node = this.#nodes[number];
		if (!node) throw new Error('No such node.');
		return node;
	}
}
