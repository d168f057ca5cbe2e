/** JSON with replacers, revivers and `toJSON`. [ECMA] "The JSON Object". */

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

/** `JSON.parse(text, reviver)`. */
export function parse(text: unknown, reviver?: Replacer): unknown {
	const source = new Source(String(text));
	const value = source.document();
	return typeof reviver === 'function' ? revive({ '': value }, '', reviver) : value;
}

function revive(holder: Bag, key: string, reviver: Replacer): unknown {
	const value = holder[key];
	if (typeof value === 'object' && value !== null) {
		const keys = objectKeys(value);
		for (let i = 0; i < keys.length; i++) {
			const revived = revive(value as Bag, keys[i], reviver);
			if (revived === undefined) delete (value as Bag)[keys[i]];
			else (value as Bag)[keys[i]] = revived;
		}
	}
	return reviver.call(holder, key, value);
}

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/;
const unescaped: Readonly<Record<string, string>> = {
	b: '\b',
	f: '\f',
	n: '\n',
	r: '\r',
	t: '\t',
	'"': '"',
	'/': '/',
	'\\': '\\',
};

/** A text that is read from left to right. */
class Source {
	private readonly text: string;
	private at = 0;

	constructor(text: string) {
		this.text = text;
	}

	/** The one value that the text is. */
	document(): unknown {
		const value = this.value();
		this.skip();
		if (this.at < this.text.length) this.fail();
		return value;
	}

	private fail(): never {
		if (this.at >= this.text.length) throw new SyntaxError('Unexpected end of JSON input');
		const found = this.text.charAt(this.at);
		throw new SyntaxError(`Unexpected token '${found}' in JSON at position ${this.at}`);
	}

	private skip(): void {
		for (; this.at < this.text.length; this.at += 1) {
			const unit = this.text.charCodeAt(this.at);
			if (unit !== 32 && unit !== 9 && unit !== 10 && unit !== 13) return;
		}
	}

	private takes(character: string): boolean {
		this.skip();
		if (this.text.charAt(this.at) !== character) return false;
		this.at += 1;
		return true;
	}

	private expect(character: string): void {
		if (!this.takes(character)) this.fail();
	}

	private value(): unknown {
		this.skip();
		const unit = this.at < this.text.length ? this.text.charCodeAt(this.at) : 0;
		if (unit === 0x7b) return this.object();
		if (unit === 0x5b) return this.array();
		if (unit === 0x22) return this.string();
		if (unit === 0x74) return this.word('true', true);
		if (unit === 0x66) return this.word('false', false);
		if (unit === 0x6e) return this.word('null', null);
		return this.number();
	}

	private word(word: string, value: unknown): unknown {
		if (this.text.slice(this.at, this.at + word.length) !== word) this.fail();
		this.at += word.length;
		return value;
	}

	private number(): number {
		let end = this.at;
		for (; end < this.text.length; end++) {
			const unit = this.text.charCodeAt(end);
			const isDigit = unit >= 48 && unit <= 57;
			if (!isDigit && unit !== 43 && unit !== 45 && unit !== 46 && unit !== 69 && unit !== 101)
				break;
		}
		const found = number.exec(this.text.slice(this.at, end));
		if (found === null) this.fail();
		this.at += found[0].length;
		return Number(found[0]);
	}

	private string(): string {
		this.at += 1;
		let value = '';
		let from = this.at;
		for (; this.at < this.text.length; this.at += 1) {
			const unit = this.text.charCodeAt(this.at);
			if (unit === 0x22) {
				value += this.text.slice(from, this.at);
				this.at += 1;
				return value;
			}
			if (unit < 32) this.fail();
			if (unit !== 0x5c) continue;
			value += this.text.slice(from, this.at) + this.escape();
			from = this.at + 1;
		}
		return this.fail();
	}

	/** What an escape stands for; leaves the place at its last character. */
	private escape(): string {
		this.at += 1;
		const kind = this.text.charAt(this.at);
		if (kind !== 'u') {
			const value = unescaped[kind];
			if (value === undefined) this.fail();
			return value;
		}
		const hex = this.text.slice(this.at + 1, this.at + 5);
		if (!/^[0-9a-fA-F]{4}$/.test(hex)) this.fail();
		this.at += 4;
		return String.fromCharCode(Number.parseInt(hex, 16));
	}

	private array(): unknown[] {
		this.at += 1;
		const list: unknown[] = [];
		if (this.takes(']')) return list;
		do list.push(this.value());
		while (this.takes(','));
		this.expect(']');
		return list;
	}

	private object(): Bag {
		this.at += 1;
		const bag: Bag = {};
		if (this.takes('}')) return bag;
		do {
			this.skip();
			if (this.text.charAt(this.at) !== '"') this.fail();
			const key = this.string();
			this.expect(':');
			bag[key] = this.value();
		} while (this.takes(','));
		this.expect('}');
		return bag;
	}
}
