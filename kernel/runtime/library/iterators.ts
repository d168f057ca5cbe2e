/** Iteration as the specification has it. Porffor iterates what it knows, and nothing else. */

import { codePoints } from './code-points.ts';
import { isGenerator } from './generators.ts';

type Result = { value?: unknown; done?: boolean };
type Step = (sent?: unknown) => Result;

export interface AnyIterator {
	next: Step;
	return?: Step;
	throw?: Step;
}

const iteratorSymbol: typeof Symbol.iterator = Symbol.iterator;

/** Walks what Porffor keeps in a list: what `entries()`, `keys()` and `values()` give. */
class ListIterator {
	private list: readonly unknown[] | null;
	private index = 0;

	constructor(list: readonly unknown[]) {
		this.list = list;
	}

	next(): Result {
		const list = this.list;
		if (list === null || this.index >= list.length) {
			this.list = null;
			return { value: undefined, done: true };
		}
		const value = list[this.index];
		this.index += 1;
		return { value, done: false };
	}

	/** Everything that is left, and the iterator is at its end. */
	rest(): readonly unknown[] {
		const list = this.list;
		if (list === null) return [];
		this.list = null;
		return this.index === 0 ? list : list.slice(this.index);
	}

	[Symbol.iterator](): this {
		return this;
	}
}

export function notIterable(x: unknown): TypeError {
	return new TypeError(`${typeof x === 'symbol' ? 'symbol' : String(x)} is not iterable`);
}

/** The list behind `x` if everything in it is there already, or null. */
function listOf(x: unknown): readonly unknown[] | null {
	if (Array.isArray(x)) return x;
	if (typeof x === 'string') return codePoints(x);
	if (typeof x !== 'object' || x === null) {
		if (typeof x === 'function') return null;
		throw notIterable(x);
	}
	if (x instanceof ListIterator) return x.rest();
	if (x instanceof Map) return mapEntries(x);
	if (x instanceof Set) return setValues(x);
	if (ArrayBuffer.isView(x)) return elements(x as Uint8Array);
	return null;
}

/** Starts an iteration of whatever is not a list. */
function start(x: unknown): AnyIterator {
	if (isGenerator(x)) return x as AnyIterator;
	const make = (x as { [Symbol.iterator]?: unknown })[iteratorSymbol];
	if (typeof make === 'function') {
		const it = make.call(x);
		if (typeof it !== 'object' || it === null) throw notIterable(x);
		return it;
	}
	if (x instanceof String) return new ListIterator(codePoints(x.valueOf()));
	throw notIterable(x);
}

function mapEntries(map: ReadonlyMap<unknown, unknown>): unknown[] {
	const all: unknown[] = [];
	map.forEach((value, key) => {
		all.push([key, value]);
	});
	return all;
}

function mapKeys(map: ReadonlyMap<unknown, unknown>): unknown[] {
	const all: unknown[] = [];
	map.forEach((_value, key) => {
		all.push(key);
	});
	return all;
}

function mapValues(map: ReadonlyMap<unknown, unknown>): unknown[] {
	const all: unknown[] = [];
	map.forEach(value => {
		all.push(value);
	});
	return all;
}

function setValues(set: ReadonlySet<unknown>): unknown[] {
	const all: unknown[] = [];
	set.forEach(value => {
		all.push(value);
	});
	return all;
}

export function elements(view: ArrayLike<unknown>): unknown[] {
	const all: unknown[] = [];
	for (let i = 0; i < view.length; i++) all.push(view[i]);
	return all;
}

/** Steps through anything that can be iterated: `items` itself, if that is not null. */
class Cursor {
	readonly items: readonly unknown[] | null;
	value: unknown = undefined;
	private it: AnyIterator | null = null;

	constructor(x: unknown) {
		this.items = Array.isArray(x) ? x : x instanceof Set || x instanceof Map ? null : listOf(x);
		if (this.items !== null) return;
		if (x instanceof Set || x instanceof Map) this.it = new CollectionIterator(x);
		else this.it = start(x);
	}

	/** Takes one step; false at the end. */
	more(): boolean {
		if (this.it === null) return false;
		const it = this.it;
		this.it = null;
		const result = it.next();
		if (typeof result !== 'object' || result === null) {
			throw new TypeError(`Iterator result ${String(result)} is not an object`);
		}
		if (result.done) return false;
		this.value = result.value;
		this.it = it;
		return true;
	}

	/** Tells the iterator that the loop was left before its end. */
	close(): void {
		const it = this.it;
		if (it === null) return;
		this.it = null;
		if (isGenerator(it) || typeof it.return === 'function') returnFrom(it, undefined);
	}
}

/** Walks a Map or a Set that may change on the way. */
class CollectionIterator {
	private readonly source: Map<unknown, unknown> | Set<unknown>;
	private keys: unknown[];
	private index = 0;

	constructor(source: Map<unknown, unknown> | Set<unknown>) {
		this.source = source;
		this.keys = source instanceof Map ? mapKeys(source) : setValues(source);
	}

	next(): Result {
		const source = this.source;
		for (;;) {
			if (this.index >= this.keys.length && !this.readMore())
				return { value: undefined, done: true };
			const key = this.keys[this.index];
			this.index += 1;
			if (source.has(key)) {
				return { value: source instanceof Map ? [key, source.get(key)] : key, done: false };
			}
		}
	}

	[Symbol.iterator](): this {
		return this;
	}

	/** Whether something came behind the last key. */
	private readMore(): boolean {
		const { source, keys } = this;
		if (keys.length === 0) return false;
		const last = keys[keys.length - 1];
		const all = source instanceof Map ? mapKeys(source) : setValues(source);
		let at = all.length - 1;
		while (at >= 0 && all[at] !== last) at -= 1;
		if (at < 0) return false;
		this.keys = all;
		this.index = at + 1;
		return this.index < all.length;
	}
}

/** What is thrown into a generator to end it; its `catch` clauses let it through. */
class Return {
	readonly isReturn = true;
	readonly value: unknown;

	constructor(value: unknown) {
		this.value = value;
	}
}

/** `it.return(value)`: a generator of Porffor's leaves its `finally` blocks out. */
export function returnFrom(it: AnyIterator, value: unknown): Result {
	if (!isGenerator(it)) return (it.return as Step).call(it, value);
	const mark = new Return(value);
	try {
		return (it as Required<AnyIterator>).throw(mark);
	} catch (error) {
		if (error === mark) return { value, done: true };
		throw error;
	}
}

/** A loop over `x`. */
export function cursor(x: unknown): Cursor {
	return new Cursor(x);
}

/** `x` where Porffor iterates it as it should, or a list of what is in it. */
export function iterable(x: unknown): unknown {
	if (Array.isArray(x)) return x;
	return list(x);
}

/** Everything that `x` yields. */
export function list(x: unknown): readonly unknown[] {
	const items = listOf(x);
	if (items !== null) return items;
	const all: unknown[] = [];
	const steps = new Cursor(x);
	while (steps.more()) all.push(steps.value);
	return all;
}

/** The first `count` of what `x` yields, for a pattern; the rest is not asked for. */
export function take(x: unknown, count: number): readonly unknown[] {
	const items = listOf(x);
	if (items !== null) return items;
	const all: unknown[] = [];
	const steps = new Cursor(x);
	while (all.length < count && steps.more()) all.push(steps.value);
	if (all.length === count) steps.close();
	return all;
}

/** `x[Symbol.iterator]()`. */
export function iterator(x: unknown): AnyIterator {
	if (x instanceof Set || x instanceof Map) return new CollectionIterator(x) as AnyIterator;
	if (x instanceof ListIterator || x instanceof CollectionIterator) return x as AnyIterator;
	const items = listOf(x);
	return items === null ? start(x) : new ListIterator(items);
}

interface Keyed {
	entries(): unknown;
	keys(): unknown;
	values(): unknown;
}

/** `x.entries()`. */
export function entries(x: Keyed): unknown {
	if (x instanceof Map) return new ListIterator(mapEntries(x));
	if (x instanceof Set) return new ListIterator(setValues(x).map(value => [value, value]));
	if (!isList(x)) return x.entries();
	const all: unknown[] = [];
	for (let i = 0; i < x.length; i++) all.push([i, x[i]]);
	return new ListIterator(all);
}

/** `x.keys()`. */
export function keys(x: Keyed): unknown {
	if (x instanceof Map) return new ListIterator(mapKeys(x));
	if (x instanceof Set) return new ListIterator(setValues(x));
	if (!isList(x)) return x.keys();
	const all: unknown[] = [];
	for (let i = 0; i < x.length; i++) all.push(i);
	return new ListIterator(all);
}

/** `x.values()`. */
export function values(x: Keyed): unknown {
	if (x instanceof Map) return new ListIterator(mapValues(x));
	if (x instanceof Set) return new ListIterator(setValues(x));
	return isList(x) ? new ListIterator(elements(x)) : x.values();
}

function isList(x: unknown): x is ArrayLike<unknown> {
	return Array.isArray(x) || (typeof x === 'object' && x !== null && ArrayBuffer.isView(x));
}
