// @ts-nocheck
export {};

// unique values
{
	const uniq = a => [...new Set(a)],
		by = (a, f) => [...new Map(a.map(x => [f(x), x])).values()];
	console.log(
		uniq([1, 1, 2, 3, 3]),
		uniq([...'abca']).join(''),
		by(
			[
				{ id: 1, v: 'a' },
				{ id: 2, v: 'b' },
				{ id: 1, v: 'c' },
			],
			x => x.id,
		).map(x => x.v),
		uniq([]).length,
		uniq([NaN, NaN]).length,
	);
}

// WeakMap and WeakSet
{
	const k1 = {},
		k2 = () => 1,
		w = new WeakMap([[k1, 'one']]),
		s = new WeakSet([k1]);
	w.set(k2, 'two');
	console.log(
		w.get(k1),
		w.get(k2),
		w.has({}),
		w.delete(k1),
		w.has(k1),
		s.has(k1),
		s.has(k2),
		s.add(k2) === s,
		s.delete(k1),
		s.has(k1),
	);
	try {
		w.set('str', 1);
	} catch (e) {
		console.log(e.name);
	}
}

// private data in a WeakMap
{
	const priv = new WeakMap();
	class A {
		constructor(n) {
			priv.set(this, { n });
		}
		get n() {
			return priv.get(this).n;
		}
		inc() {
			priv.get(this).n++;
			return this;
		}
	}
	const a = new A(1),
		b = new A(10);
	console.log(a.inc().inc().n, b.inc().n, Object.keys(a).length, priv.has(a), priv.has({}));
}

// WeakRef
{
	const o = { v: 1 },
		r = new WeakRef(o);
	console.log(
		r.deref() === o,
		r.deref().v,
		typeof r,
		r instanceof WeakRef,
		Object.prototype.toString.call(r),
	);
}

// types of collections
{
	console.log(
		typeof new Map(),
		new Map() instanceof Map,
		new Map() instanceof Object,
		Map.name,
		Object.prototype.toString.call(new Set()),
		new Set().constructor === Set,
		Map.length,
		new Map().toString(),
	);
	for (const C of [Map, Set])
		try {
			C();
		} catch (e) {
			console.log(e.name);
		}
	try {
		new Map([1]);
	} catch (e) {
		console.log(e.name);
	}
}

// caches
{
	class LRU {
		#m = new Map();
		constructor(n) {
			this.n = n;
		}
		get(k) {
			if (!this.#m.has(k)) return undefined;
			const v = this.#m.get(k);
			this.#m.delete(k);
			this.#m.set(k, v);
			return v;
		}
		set(k, v) {
			this.#m.delete(k);
			this.#m.set(k, v);
			if (this.#m.size > this.n) this.#m.delete(this.#m.keys().next().value);
			return this;
		}
		keys() {
			return [...this.#m.keys()].join();
		}
	}
	const c = new LRU(2).set('a', 1).set('b', 2);
	console.log(
		c.get('a'),
		c.set('c', 3).keys(),
		c.get('b'),
		c.set('a', 9).keys(),
		c.get('c'),
		c.keys(),
	);
}

// graphs
{
	const g = new Map([
		['a', ['b', 'c']],
		['b', ['d']],
		['c', ['d']],
		['d', []],
	]);
	const bfs = s => {
		const seen = new Set([s]),
			q = [s];
		for (const n of q)
			for (const m of g.get(n))
				if (!seen.has(m)) {
					seen.add(m);
					q.push(m);
				}
		return [...seen];
	};
	const topo = () => {
		const out = [],
			seen = new Set();
		const visit = n => {
			if (seen.has(n)) return;
			seen.add(n);
			g.get(n).forEach(visit);
			out.unshift(n);
		};
		[...g.keys()].forEach(visit);
		return out;
	};
	console.log(
		bfs('a'),
		topo().join(),
		bfs('d').length,
		[...g.values()].flat().length,
		bfs('b').join(),
	);
}

// nested collections
{
	const m = new Map([
		['s', new Set([1])],
		['m', new Map([['x', [1]]])],
	]);
	m.get('s').add(2);
	m.get('m').get('x').push(2);
	console.log(
		[...m.get('s')].join(),
		m.get('m').get('x').length,
		m.get('m').size,
		m.get('q')?.get('x'),
		[...m].length,
	);
}

// maps with default values
{
	class DefaultMap {
		constructor(f) {
			this.f = f;
			this.m = new Map();
		}
		get(k) {
			if (!this.m.has(k)) this.m.set(k, this.f(k));
			return this.m.get(k);
		}
	}
	const d = new DefaultMap(() => []);
	d.get('a').push(1);
	d.get('a').push(2);
	d.get('b');
	console.log(
		d.get('a'),
		d.m.size,
		d.get('b').length,
		new DefaultMap(k => k * 2).get(21),
		[...d.m.keys()].join(),
	);
}
