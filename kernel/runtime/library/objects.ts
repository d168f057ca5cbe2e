/** Properties in the order of the specification, which Porffor keeps in that of their creation. */

import { elementKeys } from './typed-arrays.ts';

type Bag = Record<string, unknown>;

const zero = 48;
const nine = 57;
const mostDigits = 10;

/** Whether `key` is what an array index looks like. */
export function isIndex(key: string): boolean {
	const length = key.length;
	if (length === 0 || length > mostDigits) return false;
	for (let i = 0; i < length; i++) {
		const unit = key.charCodeAt(i);
		if (unit < zero || unit > nine) return false;
	}
	return length === 1 || key.charCodeAt(0) !== zero;
}

/** Puts indices first, in the order of numbers; private members, which Porffor makes properties, go. */
function inOrder(keys: string[]): string[] {
	let isPlain = true;
	for (let i = 0; i < keys.length; i++) {
		const key = keys[i];
		const first = key.charCodeAt(0);
		if ((first >= zero && first <= nine) || (first === 95 && key.startsWith('__#'))) {
			isPlain = false;
			break;
		}
	}
	if (isPlain) return keys;
	const indices: string[] = [];
	const names: string[] = [];
	for (let i = 0; i < keys.length; i++) {
		const key = keys[i];
		if (isIndex(key)) indices.push(key);
		else if (!key.startsWith('__#')) names.push(key);
	}
	indices.sort((a, b) => Number(a) - Number(b));
	for (let i = 0; i < names.length; i++) indices.push(names[i]);
	return indices;
}

/** `Object.keys(x)`. */
export function objectKeys(x: object): string[] {
	const keys = inOrder(Object.keys(x));
	return isView(x) ? elementKeys(x).concat(keys) : keys;
}

function isView(x: object): boolean {
	return ArrayBuffer.isView(x) && !(x instanceof DataView);
}

/** `Object.getOwnPropertyNames(x)`. */
export function objectNames(x: object): string[] {
	return inOrder(Object.getOwnPropertyNames(x));
}

/** `Object.values(x)`. */
export function objectValues(x: object): unknown[] {
	const keys = objectKeys(x);
	const all: unknown[] = [];
	for (let i = 0; i < keys.length; i++) all.push((x as Bag)[keys[i]]);
	return all;
}

/** `Object.entries(x)`. */
export function objectEntries(x: object): [string, unknown][] {
	const keys = objectKeys(x);
	const all: [string, unknown][] = [];
	for (let i = 0; i < keys.length; i++) all.push([keys[i], (x as Bag)[keys[i]]]);
	return all;
}

/** The names that `for (… in x)` visits: inherited ones as well, each once. */
export function namesIn(x: unknown): string[] {
	if (x === null || x === undefined) return [];
	if (typeof x !== 'object' && typeof x !== 'function') {
		return typeof x === 'string' ? objectKeys(Object(x)) : [];
	}
	const all = objectKeys(x);
	let prototype = Object.getPrototypeOf(x);
	if (prototype === null || isBuiltIn(prototype)) return all;
	const seen = new Set<string>(Object.getOwnPropertyNames(x));
	while (prototype !== null && !isBuiltIn(prototype)) {
		const names = objectKeys(prototype);
		for (let i = 0; i < names.length; i++) {
			if (!seen.has(names[i])) all.push(names[i]);
		}
		const hidden = Object.getOwnPropertyNames(prototype);
		for (let i = 0; i < hidden.length; i++) seen.add(hidden[i]);
		prototype = Object.getPrototypeOf(prototype);
	}
	return all;
}

function isBuiltIn(prototype: object): boolean {
	return prototype === Object.prototype || prototype === Array.prototype;
}

/** Whether a loop over `namesIn(x)` still comes to `name`. */
export function isStillIn(name: string, x: object): boolean {
	return typeof x !== 'object' || name in x;
}
