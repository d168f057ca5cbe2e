// @ts-nocheck
export {};

// enums
{
	enum Dir {
		Up,
		Down = 5,
		Left,
		Right = 'R'.length,
	}
	enum Color {
		Red = 'RED',
		Green = 'GREEN',
	}
	console.log(
		Dir.Up,
		Dir.Left,
		Dir[5],
		Dir[Dir.Up],
		Color.Red,
		Object.keys(Color).join(),
		Dir.Right,
		Object.values(Color).includes('GREEN'),
	);
}

// const enums and flags
{
	const enum Flag {
		A = 1 << 0,
		B = 1 << 1,
		C = 1 << 2,
		AB = A | B,
	}
	let f: number = Flag.A | Flag.C;
	console.log(f, (f & Flag.C) !== 0, (f & Flag.B) !== 0, (f &= ~Flag.A), Flag.AB, f === Flag.C);
}

// parameter properties
{
	class P {
		constructor(
			public x: number,
			private y = 2,
			readonly z?: string,
		) {}
		sum(): number {
			return this.x + this.y;
		}
	}
	const p = new P(1);
	console.log(p.x, p.sum(), p.z, Object.keys(p).join(), new P(1, 5, 'z').sum());
}

// abstract classes and interfaces
{
	interface Shape {
		area(): number;
		readonly name?: string;
	}
	abstract class Base implements Shape {
		abstract area(): number;
		describe(): string {
			return `${this.constructor.name}:${this.area()}`;
		}
	}
	class Sq extends Base {
		constructor(protected s: number) {
			super();
		}
		override area() {
			return this.s ** 2;
		}
	}
	const shapes: Shape[] = [new Sq(3), { area: () => 7, name: 'lit' }];
	console.log(
		new Sq(2).describe(),
		shapes.map(s => s.area()).join(),
		shapes[1]!.name,
		shapes[0] instanceof Base,
		(shapes[0] as Sq).describe(),
	);
}

// generics
{
	function first<T>(l: readonly T[], or: T): T {
		return l.length > 0 ? l[0]! : or;
	}
	class Box<T> {
		constructor(private v: T) {}
		map<U>(f: (v: T) => U): Box<U> {
			return new Box(f(this.v));
		}
		get(): T {
			return this.v;
		}
	}
	const pair = <A, B>(a: A, b: B): [A, B] => [a, b];
	console.log(
		first([1, 2], 0),
		first<string>([], 'none'),
		new Box(5)
			.map(n => n + 1)
			.map(String)
			.get(),
		pair('a', 1),
		new Box<number[]>([1]).get().length,
	);
}

// overloads and unions
{
	function f(x: string): string;
	function f(x: number): number;
	function f(x: string | number) {
		return typeof x === 'string' ? x.length + 's' : x * 2;
	}
	type Shape = { kind: 'circle'; r: number } | { kind: 'rect'; w: number; h: number };
	const area = (s: Shape): number => {
		switch (s.kind) {
			case 'circle':
				return s.r * s.r;
			case 'rect':
				return s.w * s.h;
		}
	};
	console.log(
		f('abc'),
		f(4),
		area({ kind: 'circle', r: 3 }),
		area({ kind: 'rect', w: 2, h: 5 }),
		f('') === '0s',
	);
}

// type guards
{
	const isStr = (x: unknown): x is string => typeof x === 'string';
	const show = (x: unknown): string =>
		isStr(x)
			? `s${x.length}`
			: Array.isArray(x)
				? `a${x.length}`
				: x === null
					? 'null'
					: x instanceof Date
						? 'date'
						: typeof x === 'object' && 'k' in x
							? 'has k'
							: typeof x;
	console.log(
		show('ab'),
		show([1]),
		show(null),
		show(new Date(0)),
		show({ k: 1 }),
		show({}),
		show(undefined),
		show(5),
	);
}

// assertions that vanish
{
	const o = { a: { b: 1 } } as const,
		x: unknown = 'str',
		n = <number>(5 as unknown);
	const conf = { port: 80, host: 'h' } satisfies Record<string, unknown>;
	let late!: string;
	late = 'set';
	console.log(o.a.b, (x as string).length, n + 1, conf.port, late, (o as any)?.zz, o!.a!.b);
}

// namespaces
{
	const Geometry = {
		PI2: Math.PI * 2,
		circumference(r: number) {
			return Geometry.PI2 * r;
		},
	};
	type Alias = typeof Geometry;
	const g: Alias = Geometry;
	console.log(
		g.circumference(1).toFixed(3),
		Object.keys(Geometry).join(),
		typeof g,
		g === Geometry,
		'PI2' in g,
	);
}

// optional and readonly members
{
	interface Options {
		readonly depth?: number;
		name: string;
		cb?(n: number): void;
	}
	const run = ({ depth = 2, name, cb }: Options): string => {
		cb?.(depth);
		return name.repeat(depth);
	};
	let got = 0;
	console.log(
		run({ name: 'a' }),
		run({ name: 'b', depth: 3 }),
		run({
			name: 'c',
			cb: n => {
				got = n;
			},
		}),
		got,
		run({ name: '', depth: 1 }) === '',
	);
}
