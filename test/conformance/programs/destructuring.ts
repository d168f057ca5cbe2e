// @ts-nocheck
export {};

// array patterns
{
	const [a, , b = 9, ...c] = [1, 2, undefined, 4, 5];
	const [x, [y, [z]]] = [1, [2, [3]]];
	const [p, q] = 'hi';
	const [m] = [];
	console.log(a, b, c, x, y, z, p, q, m);
}

// object patterns
{
	const {
		a,
		b: bb,
		c = 3,
		d: { e = 5, f } = {},
		...rest
	} = { a: 1, b: 2, d: { f: 6 }, g: 7, h: 8 };
	console.log(a, bb, c, e, f, rest);
	const { length } = 'four',
		{ [0]: first, ['x' + 1]: x1 = 'none' } = ['zero'];
	console.log(length, first, x1);
}

// assignments
{
	let a,
		b,
		c = {},
		d = [];
	[a, b] = [1, 2];
	[a, b] = [b, a];
	({ x: c.y, z: d[0] = 'dflt' } = { x: 5 });
	[c.list, ...d] = [1, 2, 3];
	console.log(a, b, c, d, ([a] = [9]), a);
}

// swapping elements
{
	const v = [3, 1, 2];
	[v[0], v[1]] = [v[1], v[0]];
	let i = 0;
	[v[i++], v[i++]] = ['a', 'b'];
	const o = { p: 1, q: 2 };
	[o.p, o.q] = [o.q, o.p];
	console.log(v, i, o, v[2]);
}

// defaults are evaluated late
{
	const log = [];
	const d = x => (log.push(x), x);
	const [a = d(1), b = d(2)] = [undefined, 5];
	const { c = d(3), e = d(4) } = { c: null };
	const [f = a + b, g = f] = [];
	console.log(a, b, c, e, f, g, log.join());
}

// parameters
{
	const f = ([a, b = 2], { c, ...d } = { c: 3 }, ...[e, g]) =>
		[a, b, c, Object.keys(d).length, e, g].join();
	console.log(
		f([1]),
		f([1, 5], { c: 6, z: 7 }, 8, 9),
		f('ab'),
		(({ length }) => length)('abc'),
		(([x]) => x)(new Set([7])),
	);
}

// loops
{
	for (const [k, v] of Object.entries({ a: 1, b: 2 })) console.log(k, v);
	for (const { x, y = 'no' } of [{ x: 1 }, { x: 2, y: 3 }]) console.log(x, y);
	for (let [i, j] = [0, 10]; i < j; [i, j] = [i + 3, j - 3]) console.log(i, j);
	for (const [[a], { b }] of [[[1], { b: 2 }]]) console.log(a, b);
}

// iterators are closed
{
	let closed = 0;
	const it = {
		[Symbol.iterator]: () => ({
			n: 0,
			next() {
				return { value: this.n++, done: false };
			},
			return() {
				closed++;
				return {};
			},
		}),
	};
	const [a, b] = it;
	const [...none] = [];
	console.log(a, b, closed, none.length);
	const [c] = (function* () {
		try {
			yield 'g';
			yield 'h';
		} finally {
			closed += 10;
		}
	})();
	console.log(c, closed);
}

// what cannot be taken apart
{
	const t = f => {
		try {
			return f();
		} catch (e) {
			return e.name;
		}
	};
	console.log(
		t(() => {
			const { a } = null;
			return a;
		}),
		t(() => {
			const [a] = undefined;
			return a;
		}),
		t(() => {
			const [a] = {};
			return a;
		}),
		t(() => {
			const { a } = 5;
			return a;
		}),
		t(() => (({ a: { b } }) => b)({})),
		t(() => {
			const {} = 0;
			return 'fine';
		}),
	);
}

// results of functions
{
	const divmod = (a, b) => [Math.floor(a / b), a % b];
	const stats = l => ({
		min: Math.min(...l),
		max: Math.max(...l),
		sum: l.reduce((a, b) => a + b, 0),
	});
	const [q, r] = divmod(17, 5);
	const { min, max, sum: total } = stats([3, 1, 2]);
	console.log(q, r, min, max, total, divmod(...[9, 2])[0]);
}

// fibonacci by swapping
{
	let [a, b] = [0, 1];
	const out = [];
	for (let i = 0; i < 10; i++) {
		out.push(a);
		[a, b] = [b, a + b];
	}
	console.log(out.join(), a, b, out.length, out.at(-1));
}

// maps and nested data
{
	const m = new Map([
		['x', { pos: [1, 2] }],
		['y', { pos: [3, 4] }],
	]);
	for (const [
		name,
		{
			pos: [px, py],
		},
	] of m)
		console.log(name, px, py);
	const [[k1]] = m;
	const { size } = m;
	const {
		data: {
			items: [{ id }, ...others],
		},
	} = { data: { items: [{ id: 7 }, { id: 8 }] } };
	console.log(k1, size, id, others);
}

// order of evaluation
{
	const log = [];
	const o = {
		get a() {
			log.push('a');
			return 1;
		},
		get b() {
			log.push('b');
			return undefined;
		},
	};
	const { b = log.push('dflt'), a } = o;
	const target = {};
	[(log.push('t1'), target).x, (log.push('t2'), target).y] = (log.push('src'), [1, 2]);
	console.log(a, b, target, log.join(), log.length);
}
