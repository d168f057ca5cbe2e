/** `JSON.stringify`, with replacers and `toJSON`. [ECMA] "The JSON Object". */

import { objectKeys } from './objects.ts';

type Bag = Record<string, unknown>;
type Replacer = (this: unknown, key: string, value: unknown) => unknown;

const mostIndent = 10;

interface Settings {
	readonly replacer: Replacer | null;
	readonly keys: readonly string[] | null;
	readonly gap: string;
	readonly open: unknown[]; // what is being written, against cycles
}

/** `JSON.stringify(value, replacer, space)`. */
export function stringify(
	value: unknown,
	replacer?: Replacer | readonly unknown[] | null,
	space?: unknown,
): string | undefined {
	let keys: string[] | null = null;
	if (Array.isArray(replacer)) {
		keys = [];
		for (let i = 0; i < replacer.length; i++) {
			const key = String(replacer[i]);
			if (keys.indexOf(key) < 0) keys.push(key);
		}
	}
	const settings: Settings = {
		replacer: typeof replacer === 'function' ? (replacer as Replacer) : null,
		keys,
		gap: gapOf(space),
		open: [],
	};
	return write({ '': value }, '', value, '', settings);
}

function gapOf(space: unknown): string {
	const plain = space instanceof Number || space instanceof String ? space.valueOf() : space;
	if (typeof plain === 'number') {
		return ' '.repeat(Math.min(mostIndent, Math.max(0, Math.trunc(plain))));
	}
	return typeof plain === 'string' ? plain.slice(0, mostIndent) : '';
}

function write(
	holder: unknown,
	key: string,
	given: unknown,
	indent: string,
	settings: Settings,
): string | undefined {
	let value = given;
	if (typeof value === 'object' && value !== null) {
		if (value instanceof Date) {
			value = Number.isNaN(value.getTime()) ? null : value.toISOString();
		} else {
			const convert = (value as { toJSON?: unknown }).toJSON;
			if (typeof convert === 'function') value = convert.call(value, key);
		}
	}
	if (settings.replacer !== null) value = settings.replacer.call(holder, key, value);
	if (value instanceof Number || value instanceof String || value instanceof Boolean) {
		value = value.valueOf();
	}
	if (value === null) return 'null';
	if (typeof value === 'string') return quote(value);
	if (typeof value === 'number') {
		return value - value === 0 ? `${value}` : 'null';
	}
	if (typeof value === 'boolean') return value ? 'true' : 'false';
	if (typeof value !== 'object') return undefined;
	if (settings.open.indexOf(value) >= 0) {
		throw new TypeError('Converting circular structure to JSON');
	}
	settings.open.push(value);
	const text = Array.isArray(value)
		? writeArray(value, indent, settings)
		: writeObject(value as Bag, indent, settings);
	settings.open.pop();
	return text;
}

function writeArray(list: readonly unknown[], indent: string, settings: Settings): string {
	const inner = indent + settings.gap;
	const parts: string[] = [];
	for (let i = 0; i < list.length; i++) {
		const text = write(list, `${i}`, list[i], inner, settings);
		parts.push(text === undefined ? 'null' : text);
	}
	return enclose('[', parts, ']', indent, settings.gap);
}

function writeObject(bag: Bag, indent: string, settings: Settings): string {
	const inner = indent + settings.gap;
	const isCollection = bag instanceof Map || bag instanceof Set;
	const keys = settings.keys === null ? (isCollection ? [] : objectKeys(bag)) : settings.keys;
	const colon = settings.gap === '' ? ':' : ': ';
	const parts: string[] = [];
	for (let i = 0; i < keys.length; i++) {
		const key = keys[i];
		const text = write(bag, key, bag[key], inner, settings);
		if (text !== undefined) parts.push(quote(key) + colon + text);
	}
	return enclose('{', parts, '}', indent, settings.gap);
}

function enclose(
	left: string,
	parts: readonly string[],
	right: string,
	indent: string,
	gap: string,
): string {
	if (parts.length === 0) return left + right;
	if (gap === '') return left + parts.join(',') + right;
	const inner = `\n${indent}${gap}`;
	return `${left}${inner}${parts.join(`,${inner}`)}\n${indent}${right}`;
}

const escapes: Readonly<Record<number, string>> = {
	8: '\\b',
	9: '\\t',
	10: '\\n',
	12: '\\f',
	13: '\\r',
	34: '\\"',
	92: '\\\\',
};

/** `text` as a string of JSON. */
export function quote(text: string): string {
	let quoted = '"';
	let from = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		if (unit >= 32 && unit !== 34 && unit !== 92 && (unit < 0xd800 || unit > 0xdfff)) continue;
		if (isPair(text, i)) {
			i += 1;
			continue;
		}
		const hex = `000${unit.toString(16)}`;
		quoted += text.slice(from, i) + (escapes[unit] ?? `\\u${hex.slice(hex.length - 4)}`);
		from = i + 1;
	}
	return `${quoted}${text.slice(from)}"`;
}

function isPair(text: string, index: number): boolean {
	const high = text.charCodeAt(index);
	if (high < 0xd800 || high > 0xdbff || index + 1 >= text.length) return false;
	const low = text.charCodeAt(index + 1);
	return low >= 0xdc00 && low <= 0xdfff;
}
