import { isGenerator } from './generators.ts';
import { elements, list, notIterable } from './iterators.ts';

/** `Array.from(x, map)`. */
export function from(
	x: unknown,
	map?: (value: unknown, index: number) => unknown,
	self?: unknown,
): unknown[] {
	const source = isIterable(x) ? list(x) : elements(arrayLike(x));
	const all: unknown[] = [];
	for (let i = 0; i < source.length; i++) {
		all.push(map === undefined ? source[i] : map.call(self, source[i], i));
	}
	return all;
}

function isIterable(x: unknown): boolean {
	if (x === null || x === undefined) throw notIterable(x);
	if (typeof x === 'string' || Array.isArray(x)) return true;
	if (typeof x !== 'object') return false;
	return (
		x instanceof Map ||
		x instanceof Set ||
		ArrayBuffer.isView(x) ||
		typeof (x as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function' ||
		isGenerator(x)
	);
}

function arrayLike(x: unknown): ArrayLike<unknown> {
	const like = x as ArrayLike<unknown>;
	const length = Math.trunc(Number(like.length ?? 0));
	if (!(length > 0)) return [];
	const all: unknown[] = [];
	for (let i = 0; i < length; i++) all.push(like[i]);
	return all;
}
