/** Ordinary TypeScript of many kinds: what it prints is compared with what node prints. */

import { sleep } from 'kernel:time';
import { big, double, greet, invert, tooBig } from './math.ts';

enum Level {
	Low,
	High = 5,
}

interface Shape {
	area(): number;
}

abstract class Named implements Shape {
	protected readonly name: string;

	constructor(name: string) {
		this.name = name;
	}

	abstract area(): number;

	toString(): string {
		return `${this.name}=${this.area()}`;
	}
}

class Square extends Named {
	#side: number;

	constructor(side: number) {
		super('square');
		this.#side = side;
	}

	area(): number {
		return this.#side ** 2;
	}

	override toString(): string {
		return `<${super.toString()}>`;
	}
}

class NotFound extends Error {
	readonly what: string;

	constructor(what: string) {
		super(`no ${what}`);
		this.name = 'NotFound';
		this.what = what;
	}
}

function* range(count: number): Generator<number> {
	for (let i = 0; i < count; i++) yield i;
}

async function find(what: string): Promise<never> {
	await sleep(2);
	throw new NotFound(what);
}

function bridge(): void {
	console.log(double(21), big(), invert(true), invert(false));
	greet('wörld €😀');
	for (const value of [256, -1, 1.5, Number.NaN]) {
		try {
			console.log(double(value));
		} catch (error) {
			console.log(error instanceof RangeError);
		}
	}
	try {
		tooBig();
	} catch (error) {
		console.log(error instanceof RangeError, error instanceof Error);
	}
}

/** A variable of this name is not the property. */
function namedLength(values: readonly number[], length: number): void {
	console.log(values[length], 'abc'[length]);
}

function values(): void {
	namedLength([10, 20, 30], 1);
	const shapes: readonly Shape[] = [new Square(2), new Square(3)];
	console.log(shapes.map(String).join(' '), Level.High, Level[0]);
	const words = new Map<string, number>();
	for (const word of 'the cat the dog the end'.split(' ')) {
		words.set(word, (words.get(word) ?? 0) + 1);
	}
	const sorted = [...words.entries()].sort((a, b) => b[1] - a[1]);
	console.log(sorted[0], words.size, [...range(4)], new Set('aab').size);
	const { a, ...rest } = { a: 1, b: 2, c: 3 };
	console.log(a, rest, Object.entries(rest).length);
	const count = (() => {
		let n = 0;
		return () => ++n;
	})();
	count();
	console.log('counter', count(), later);
	console.log(
		[1, 2, 3].reduce((sum, x) => sum + x, 0),
		'abc'.at(-1),
		'x'.padStart(3, '.'),
	);
	console.log(JSON.stringify({ a: [1, 'b', null], c: { d: true } }), JSON.parse('[1,2]').length);
	console.log(0xff, (255).toString(16), (3.14159).toFixed(2), 7 % 3, 2 ** 10);
	console.log(0.1 + 0.2, 1 / 3, 1e21, 1e-7, 123456789.125, 2 ** 53, -0, 1 / 0, Number.NaN);
	console.log(~5, ~2147483648, (2 ** 31) | 0, -8 >> 1, -8 >>> 28, Math.imul(65537, 65537));
}

function jumps(): void {
	for (let i = 0; i < 5; i++) {
		try {
			if (i % 2 === 0) continue;
			if (i === 3) break;
			console.log('odd', i);
		} finally {
			console.log('finally', i);
		}
	}
	outer: for (const x of [1, 2]) {
		for (const y of [1, 2]) {
			if (y === 2) continue outer;
			console.log(x * y);
		}
	}
}

const later = 'declared first';

values();
jumps();
bridge();

try {
	await find('cat');
} catch (error) {
	if (error instanceof NotFound) console.log(error.name, error.message, error.what);
} finally {
	console.log('finally');
}
const results = await Promise.allSettled([sleep(1).then(() => 'a'), find('dog'), 3]);
console.log(results.map(result => result.status).join());
