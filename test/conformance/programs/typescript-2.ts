// @ts-nocheck
export {};

// tuples and mapped data
{
	type Entry = readonly [key: string, value: number, ...rest: boolean[]];
	const entries: Entry[] = [
		['a', 1],
		['b', 2, true, false],
	];
	const byKey: Record<string, number> = {};
	for (const [key, value, ...flags] of entries) byKey[key] = value + flags.length;
	const keys = Object.keys(byKey) as (keyof typeof byKey)[];
	console.log(byKey, keys.join(), entries[1]![2], entries.length, entries.map(([k]) => k).join(''));
}

// private, protected and static
{
	class Registry {
		private static instance?: Registry;
		static get(): Registry {
			return (Registry.instance ??= new Registry());
		}
		protected items: Map<string, number> = new Map();
		private constructor() {}
		add(k: string, n: number): this {
			this.items.set(k, n);
			return this;
		}
		get size(): number {
			return this.items.size;
		}
	}
	console.log(
		Registry.get() === Registry.get(),
		Registry.get().add('x', 1).add('y', 2).size,
		Registry.get().size,
		Object.keys(Registry.get()).join(),
		Registry.name,
	);
}

// this types and fluent classes
{
	class Builder {
		protected parts: string[] = [];
		add(p: string): this {
			this.parts.push(p);
			return this;
		}
		build(): string {
			return this.parts.join('');
		}
	}
	class Html extends Builder {
		tag(t: string, body: string): this {
			return this.add(`<${t}>${body}</${t}>`);
		}
	}
	console.log(
		new Html().add('x').tag('b', 'y').add('z').build(),
		new Builder().build() === '',
		new Html().tag('i', '').build(),
		new Html() instanceof Builder,
		new Builder().add('q').add('r').build(),
	);
}

// accessors with types
{
	class Temp {
		#c = 0;
		get f(): number {
			return (this.#c * 9) / 5 + 32;
		}
		set f(v: number) {
			this.#c = ((v - 32) * 5) / 9;
		}
		get celsius(): number {
			return this.#c;
		}
		static from(f: number): Temp {
			const t = new Temp();
			t.f = f;
			return t;
		}
	}
	console.log(
		Temp.from(212).celsius,
		Temp.from(32).celsius,
		new Temp().f,
		Temp.from(-40).celsius,
		Temp.from(98.6).celsius.toFixed(1),
	);
}

// exhaustive switches
{
	type Op = 'add' | 'sub' | 'neg';
	const apply = (op: Op, a: number, b?: number): number => {
		switch (op) {
			case 'add':
				return a + (b ?? 0);
			case 'sub':
				return a - (b ?? 0);
			case 'neg':
				return -a;
			default: {
				const never: never = op;
				throw new Error(`never ${never}`);
			}
		}
	};
	console.log(apply('add', 1, 2), apply('sub', 5), apply('neg', 3), apply('sub', 5, 6));
	try {
		apply('bad' as Op, 1);
	} catch (e) {
		console.log((e as Error).message);
	}
}

// async with types
{
	interface Result<T> {
		readonly ok: boolean;
		readonly value?: T;
	}
	const wrap = async <T>(f: () => Promise<T>): Promise<Result<T>> => {
		try {
			return { ok: true, value: await f() };
		} catch {
			return { ok: false };
		}
	};
	void (async (): Promise<void> => {
		const a = await wrap(async () => 5),
			b = await wrap<string>(() => Promise.reject(new Error('x')));
		console.log(a.ok, a.value, b.ok, b.value, Object.keys(b).join());
	})();
}

// iterators with types
{
	class Range implements Iterable<number> {
		constructor(
			readonly from: number,
			readonly to: number,
		) {}
		*[Symbol.iterator](): Iterator<number> {
			for (let i = this.from; i < this.to; i++) yield i;
		}
	}
	function* pairs<T>(it: Iterable<T>): Generator<[T, T]> {
		let last: T | undefined;
		for (const v of it) {
			if (last !== undefined) yield [last, v];
			last = v;
		}
	}
	console.log(
		[...new Range(0, 4)].join(),
		[...pairs(new Range(1, 4))].map(p => p.join('-')).join(),
		new Range(5, 5)[Symbol.iterator]().next().done,
		Math.max(...new Range(3, 7)),
		[...pairs('abc')].length,
	);
}

// keyof and index access
{
	const get = <T, K extends keyof T>(o: T, k: K): T[K] => o[k];
	const pick = <T extends object, K extends keyof T>(o: T, ...ks: K[]): Pick<T, K> =>
		Object.fromEntries(ks.map(k => [k, o[k]])) as Pick<T, K>;
	const o = { a: 1, b: 'two', c: [3] };
	console.log(
		get(o, 'b'),
		pick(o, 'a', 'c'),
		Object.keys(pick(o)).length,
		get(o, 'c')[0],
		get([7, 8], 1),
	);
}
