import { isGenerator } from './generators.ts';
import { list } from './iterators.ts';

/** What the constructor of a collection or a typed array is given: `x`, or what `x` yields. */
export function source(x: unknown): unknown {
	if (typeof x !== 'object' || x === null || Array.isArray(x)) return x;
	if (x instanceof ArrayBuffer || ArrayBuffer.isView(x)) return x;
	const isIterable =
		x instanceof Map ||
		x instanceof Set ||
		typeof (x as { [Symbol.iterator]?: unknown })[Symbol.iterator] === 'function' ||
		isGenerator(x);
	return isIterable ? list(x) : x;
}
