/** `JSON.parse`, with revivers. [ECMA] "The JSON Object". */

import { objectKeys } from './objects.ts';

type Bag = Record<string, unknown>;
type Reviver = (this: unknown, key: string, value: unknown) => unknown;

/** `JSON.parse(text, reviver)`. */
export function parse(text: unknown, reviver?: Reviver): unknown {
	const source = new Source(String(text));
	const value = source.document();
	return typeof reviver === 'function' ? revive({ '': value }, '', reviver) : value;
}

function revive(holder: Bag, key: string, reviver: Reviver): unknown {
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
