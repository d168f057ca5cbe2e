/** Methods of strings that Porffor lacks or gets wrong. Each takes its receiver first. */

interface Text {
	charAt(index?: unknown): string;
	indexOf(searched: unknown, from?: unknown): number;
	lastIndexOf(searched: unknown, from?: unknown): number;
	match(pattern: unknown): RegExpMatchArray | null;
	search(pattern: unknown): number;
	substr(from?: unknown, count?: unknown): string;
	substring(from?: unknown, to?: unknown): string;
	toLowerCase(): string;
	toUpperCase(): string;
}

/** `ToIntegerOrInfinity`. */
function integer(x: unknown, missing: number): number {
	if (x === undefined) return missing;
	const value = Math.trunc(Number(x));
	return Number.isNaN(value) ? 0 : value;
}

function clamp(x: number, high: number): number {
	return Math.max(0, Math.min(x, high));
}

/** `x.charAt(index)`. */
export function charAt(x: Text, index?: unknown): string {
	if (typeof x !== 'string') return x.charAt(index);
	const at = integer(index, 0);
	return at >= 0 && at < x.length ? x.slice(at, at + 1) : '';
}

/** `x.substring(from, to)`. */
export function substring(x: Text, from?: unknown, to?: unknown): string {
	if (typeof x !== 'string') return x.substring(from, to);
	const length = x.length;
	const i = clamp(integer(from, 0), length);
	const j = clamp(integer(to, length), length);
	return i < j ? x.slice(i, j) : x.slice(j, i);
}

/** `x.substr(from, count)`. */
export function substr(x: Text, from?: unknown, count?: unknown): string {
	if (typeof x !== 'string') return x.substr(from, count);
	const length = x.length;
	const at = integer(from, 0);
	const start = at < 0 ? Math.max(0, length + at) : Math.min(at, length);
	const end = Math.min(start + Math.max(0, integer(count, length)), length);
	return start < end ? x.slice(start, end) : '';
}

/** `x.lastIndexOf(searched, from)`, of a string or an array. */
export function lastIndexOf(x: Text, searched: unknown, from?: unknown): number {
	if (from === undefined) return x.lastIndexOf(searched);
	if (typeof x !== 'string') return x.lastIndexOf(searched, from);
	const text = String(searched);
	const start = Number(from);
	return Number.isNaN(start) ? x.lastIndexOf(text) : x.lastIndexOf(text, start);
}

/** `x.search(pattern)`. */
export function search(x: Text, pattern: unknown): number {
	if (typeof x !== 'string') return x.search(pattern);
	const found = execute(x, pattern);
	return found === null ? -1 : found.index;
}

function execute(text: string, pattern: unknown): RegExpExecArray | null {
	if (!(pattern instanceof RegExp)) return new RegExp(String(pattern)).exec(text);
	const last = pattern.lastIndex;
	pattern.lastIndex = 0;
	const found = pattern.exec(text);
	pattern.lastIndex = last;
	return found;
}

/** `x.match(pattern)`. */
export function match(x: Text, pattern: unknown): RegExpMatchArray | null {
	if (typeof x !== 'string' || pattern instanceof RegExp) return x.match(pattern);
	return new RegExp(pattern === undefined ? '' : String(pattern)).exec(x);
}

/** One step of a change of case: where it begins, how far it goes, and what is added. */
type Range = readonly [first: number, last: number, distance: number, step: number];

/** From lower to upper case, as far as Latin, Greek, Cyrillic and Armenian go. */
const raising: readonly Range[] = [
	[0x61, 0x7a, -32, 1],
	[0xb5, 0xb5, 743, 1],
	[0xe0, 0xf6, -32, 1],
	[0xf8, 0xfe, -32, 1],
	[0xff, 0xff, 121, 1],
	[0x101, 0x12f, -1, 2],
	[0x131, 0x131, -232, 1],
	[0x133, 0x137, -1, 2],
	[0x13a, 0x148, -1, 2],
	[0x14b, 0x177, -1, 2],
	[0x17a, 0x17e, -1, 2],
	[0x17f, 0x17f, -300, 1],
	[0x3ac, 0x3ac, -38, 1],
	[0x3ad, 0x3af, -37, 1],
	[0x3b1, 0x3c1, -32, 1],
	[0x3c2, 0x3c2, -31, 1],
	[0x3c3, 0x3cb, -32, 1],
	[0x3cc, 0x3cc, -64, 1],
	[0x3cd, 0x3ce, -63, 1],
	[0x430, 0x44f, -32, 1],
	[0x450, 0x45f, -80, 1],
	[0x461, 0x481, -1, 2],
	[0x48b, 0x4bf, -1, 2],
	[0x561, 0x586, -48, 1],
	[0x1e01, 0x1e95, -1, 2],
	[0x1ea1, 0x1eff, -1, 2],
];

const sharpS = 0xdf;
const capitalDottedI = 0x130;

function isAscii(text: string): boolean {
	for (let i = 0; i < text.length; i++) {
		if (text.charCodeAt(i) > 127) return false;
	}
	return true;
}

function raise(unit: number): number {
	for (let i = 0; i < raising.length; i++) {
		const [first, last, distance, step] = raising[i];
		if (unit >= first && unit <= last && (unit - first) % step === 0) return unit + distance;
	}
	return unit;
}

function lower(unit: number): number {
	for (let i = 0; i < raising.length; i++) {
		const [first, last, distance, step] = raising[i];
		const from = unit - distance;
		// Several letters have one capital: only the first of a table's pairs goes back.
		if (distance === 743 || distance === -232 || distance === -300 || distance === -31) continue;
		if (from >= first && from <= last && (from - first) % step === 0) return from;
	}
	return unit;
}

/** `x.toUpperCase()`. */
export function toUpperCase(x: Text): string {
	if (typeof x !== 'string' || isAscii(x)) return x.toUpperCase();
	let text = '';
	for (let i = 0; i < x.length; i++) {
		const unit = x.charCodeAt(i);
		text += unit === sharpS ? 'SS' : String.fromCharCode(raise(unit));
	}
	return text;
}

/** `x.toLowerCase()`. */
export function toLowerCase(x: Text): string {
	if (typeof x !== 'string' || isAscii(x)) return x.toLowerCase();
	let text = '';
	for (let i = 0; i < x.length; i++) {
		const unit = x.charCodeAt(i);
		text += unit === capitalDottedI ? 'i\u0307' : String.fromCharCode(lower(unit));
	}
	return text;
}

interface Joined {
	join(by?: unknown): string;
}

/** `x.join(by)`: Porffor writes the numbers of a typed array where it should write their digits. */
export function join(x: Joined, by?: unknown): string {
	const between = by === undefined ? ',' : String(by);
	if (!ArrayBuffer.isView(x)) return x.join(between);
	const view = x as unknown as ArrayLike<number>;
	let text = '';
	for (let i = 0; i < view.length; i++) text += i === 0 ? `${view[i]}` : `${between}${view[i]}`;
	return text;
}
