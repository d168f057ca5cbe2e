/** How values look on the console: as in node, entry by entry. */

import { isError, stackText } from './errors.ts';
import { enclose, type Layout } from './layout.ts';
import { linesOf } from './lines.ts';
import { plainText } from './plain.ts';
import { quoteText } from './quote.ts';

const mostElements = 100;
const defaultDepth = 2;

type Bag = Record<string | symbol, unknown>;

/** One walk through a value. */
class Inspector implements Layout {
	indent = 0;
	/** How deep the value lies that was shown last. */
	lastDepth = 0;
	private readonly deepest: number;
	private readonly open: unknown[] = [];
	private readonly circular: unknown[] = [];

	constructor(deepest: number) {
		this.deepest = deepest;
	}

	show(value: unknown, depth: number, isTop = false): string {
		if (typeof value === 'string') return isTop ? value : quoteText(value, this.indent);
		if (typeof value === 'number') return plainText(value);
		if (value === null) return 'null';
		if (typeof value === 'symbol') return String(value);
		if (typeof value !== 'object' && typeof value !== 'function') return `${value}`;
		if (this.open.indexOf(value) >= 0) {
			if (this.circular.indexOf(value) < 0) this.circular.push(value);
			return `[Circular *${this.circular.indexOf(value) + 1}]`;
		}
		return this.showObject(value, depth);
	}

	private showObject(value: object, depth: number): string {
		const isList = Array.isArray(value);
		const isFunction = typeof value === 'function';
		const keys = keysOf(value, isList || isView(value));
		const tag = tagOf(value);
		let name = isFunction ? '' : constructorName(value);
		if (tag !== '' && tag !== name) name = `${name === '' ? 'Object' : name} [${tag}]`;

		let head = '';
		if (isFunction) {
			head = functionText(value as unknown as { readonly name: unknown });
		} else if (isError(value)) {
			head = stackText(value);
			if (this.indent > 0) head = linesOf(head).join(`\n${' '.repeat(this.indent)}`);
			if (!head.includes('\n    at ')) head = `[${head}]`;
		} else if (value instanceof Date) {
			head = Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
		} else if (value instanceof RegExp) head = String(value);
		else if (value instanceof Number) head = `[Number: ${this.show(value.valueOf(), 0)}]`;
		else if (value instanceof String) head = `[String: ${quoteText(value.valueOf(), 0)}]`;
		else if (value instanceof Boolean) head = `[Boolean: ${value.valueOf()}]`;
		else if (value instanceof WeakMap || value instanceof WeakSet) {
			return `${name} { <items unknown> }`;
		}
		if (head !== '' && keys.length === 0) return head;
		if (depth > this.deepest)
			return head !== '' ? head : `[${isList ? 'Array' : name || 'Object'}]`;
		return this.showEntries(value as Bag, depth + 1, head, name, keys);
	}

	private showEntries(
		value: Bag,
		depth: number,
		head: string,
		name: string,
		keys: readonly (string | symbol)[],
	): string {
		this.open.push(value);
		this.lastDepth = depth;
		const parts: string[] = [];
		let left = '{';
		let right = '}';
		let isGrouped = false;
		let prefix = name === 'Object' ? '' : name;
		if (head !== '') prefix = head;
		else if (Array.isArray(value) || isView(value)) {
			const list = value as unknown as readonly unknown[];
			this.addElements(list, depth, parts);
			prefix = name === 'Array' && Array.isArray(value) ? '' : `${name}(${list.length})`;
			[left, right, isGrouped] = ['[', ']', true];
		} else if (value instanceof Map) {
			prefix = `${name}(${value.size})`;
			this.addPairs(value, depth, parts);
		} else if (value instanceof Set) {
			prefix = `${name}(${value.size})`;
			this.addValues(value, depth, parts);
		} else if (value instanceof ArrayBuffer) {
			parts.push(...bufferParts(value));
		} else if (value instanceof Promise) {
			parts.push('<pending>');
		}
		if (Object.getPrototypeOf(value) === null && head === '') {
			prefix = `[Object: null prototype]${prefix}`;
		}
		for (let i = 0; i < keys.length; i++) {
			parts.push(this.showProperty(value, keys[i], depth, !isGrouped));
		}
		this.open.pop();
		const at = this.circular.indexOf(value);
		if (at >= 0) prefix = prefix === '' ? `<ref *${at + 1}>` : `<ref *${at + 1}> ${prefix}`;
		if (parts.length === 0) return `${prefix === '' ? '' : `${prefix} `}${left}${right}`;
		const list = isGrouped && keys.length === 0 ? (value as unknown as unknown[]) : undefined;
		return enclose(this, parts, prefix, left, right, depth, isGrouped, list);
	}

	private addElements(list: readonly unknown[], depth: number, parts: string[]): void {
		this.indent += 2;
		let shown = 0;
		let i = 0;
		const isFull = isView(list);
		for (; i < list.length && shown < mostElements; shown++) {
			if (isFull || i in list) {
				parts.push(this.show(list[i], depth));
				i += 1;
				continue;
			}
			let holes = 0;
			while (i < list.length && !(i in list)) {
				holes += 1;
				i += 1;
			}
			parts.push(`<${holes} empty item${holes > 1 ? 's' : ''}>`);
		}
		this.indent -= 2;
		addMore(parts, list.length - i);
	}

	private addPairs(map: ReadonlyMap<unknown, unknown>, depth: number, parts: string[]): void {
		this.indent += 2;
		map.forEach((value, key) => {
			parts.push(`${this.show(key, depth)} => ${this.show(value, depth)}`);
		});
		this.indent -= 2;
	}

	private addValues(set: ReadonlySet<unknown>, depth: number, parts: string[]): void {
		this.indent += 2;
		set.forEach(value => {
			parts.push(this.show(value, depth));
		});
		this.indent -= 2;
	}

	private showProperty(value: Bag, key: string | symbol, depth: number, isNamed: boolean): string {
		const property = Object.getOwnPropertyDescriptor(value, key);
		let text: string;
		if (property !== undefined && (property.get !== undefined || property.set !== undefined)) {
			const both = property.get !== undefined && property.set !== undefined;
			text = both ? '[Getter/Setter]' : property.get === undefined ? '[Setter]' : '[Getter]';
		} else {
			this.indent += isNamed ? 2 : 2;
			text = this.show(value[key], depth);
			this.indent -= 2;
		}
		if (typeof key === 'symbol') return `[${String(key)}]: ${text}`;
		return `${isIdentifier(key) ? key : quoteText(key, 0)}: ${text}`;
	}
}

function addMore(parts: string[], rest: number): void {
	if (rest > 0) parts.push(`... ${rest} more item${rest > 1 ? 's' : ''}`);
}

function isView(value: unknown): boolean {
	return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

function keysOf(value: object, isList: boolean): (string | symbol)[] {
	const all: (string | symbol)[] = [];
	const names = Object.keys(value);
	for (let i = 0; i < names.length; i++) {
		if (!isList || !isIndex(names[i])) all.push(names[i]);
	}
	const symbols = Object.getOwnPropertySymbols(value);
	for (let i = 0; i < symbols.length; i++) {
		if (Object.prototype.propertyIsEnumerable.call(value, symbols[i])) all.push(symbols[i]);
	}
	return all;
}

function isDigit(unit: number): boolean {
	return unit >= 48 && unit <= 57;
}

function isIndex(key: string): boolean {
	for (let i = 0; i < key.length; i++) {
		if (!isDigit(key.charCodeAt(i))) return false;
	}
	return key === '0' || (key !== '' && key.charCodeAt(0) !== 48);
}

function isIdentifier(key: string): boolean {
	for (let i = 0; i < key.length; i++) {
		const unit = key.charCodeAt(i);
		const isLetter = (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || unit === 95;
		if (!isLetter && (i === 0 || !isDigit(unit))) return false;
	}
	return key !== '';
}

/** The name of the constructor of `value`, or of the nearest prototype that has one. */
function constructorName(value: object): string {
	if (Array.isArray(value)) return 'Array';
	const { constructor } = value as { readonly constructor?: unknown };
	if (typeof constructor !== 'function') return '';
	const { name } = constructor as { readonly name?: unknown };
	return typeof name === 'string' ? name : '';
}

function tagOf(value: object): string {
	const tag = (value as Bag)[Symbol.toStringTag];
	return typeof tag === 'string' ? tag : '';
}

function functionText(value: { readonly name: unknown }): string {
	const name = typeof value.name === 'string' ? value.name : '';
	return name === '' ? '[Function (anonymous)]' : `[Function: ${name}]`;
}

function bufferParts(buffer: ArrayBuffer): string[] {
	const bytes = new Uint8Array(buffer);
	const shown: string[] = [];
	for (let i = 0; i < bytes.length && i < 50; i++)
		shown.push(`0${bytes[i].toString(16)}`.slice(-2));
	return [`[Uint8Contents]: <${shown.join(' ')}>`, `byteLength: ${bytes.length}`];
}

/** `value` as text, down to `deepest` levels below it. */
export function inspect(value: unknown, deepest: number = defaultDepth): string {
	return new Inspector(deepest).show(value, 0);
}
