/** What Porffor's typed arrays lack. */

interface Sortable {
	sort(compare?: (a: unknown, b: unknown) => number): unknown;
}

/** By size, with -0 before 0 and NaN at the end. */
function byValue(a: unknown, b: unknown): number {
	const x = a as number;
	const y = b as number;
	if (x < y) return -1;
	if (x > y) return 1;
	if (x === 0 && y === 0) return 1 / x < 1 / y ? -1 : 1 / x > 1 / y ? 1 : 0;
	if (Number.isNaN(x)) return Number.isNaN(y) ? 0 : 1;
	return Number.isNaN(y) ? -1 : 0;
}

/** `x.sort(compare)`: the elements of a typed array are compared as the numbers that they are. */
export function sort(x: Sortable, compare?: (a: unknown, b: unknown) => number): unknown {
	if (compare !== undefined) return x.sort(compare);
	return ArrayBuffer.isView(x) ? x.sort(byValue) : x.sort();
}

/** `x.BYTES_PER_ELEMENT`. */
export function elementSize(x: { readonly BYTES_PER_ELEMENT?: unknown }): unknown {
	if (!ArrayBuffer.isView(x) || x instanceof DataView) return x.BYTES_PER_ELEMENT;
	const view = x as Uint8Array;
	const one = view.length > 0 ? view : new (view.constructor as Uint8ArrayConstructor)(1);
	return one.byteLength / one.length;
}

/** `key in x`: Porffor's typed arrays have no elements when they are asked for them. */
export function has(key: string | number | symbol, x: object): boolean {
	if (typeof x !== 'object' || !ArrayBuffer.isView(x) || typeof key === 'symbol') return key in x;
	const index = Number(key);
	const { length } = x as unknown as ArrayLike<number>;
	return `${index}` === `${key}` ? index >= 0 && index < length && index % 1 === 0 : key in x;
}

/** The names of the elements of a typed array. */
export function elementKeys(view: unknown): string[] {
	const { length } = view as ArrayLike<number>;
	const keys: string[] = [];
	for (let i = 0; i < length; i++) keys.push(`${i}`);
	return keys;
}
