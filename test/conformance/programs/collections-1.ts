// @ts-nocheck
export {};

// Map basics
{
	const m = new Map([
		['a', 1],
		['b', 2],
	]);
	console.log(
		m.get('a'),
		m.get('z'),
		m.has('b'),
		m.size,
		m.set('c', 3) === m,
		m.delete('a'),
		m.delete('a'),
		m.size,
		[...m.keys()].join(),
	);
	m.clear();
	console.log(m.size, m.get('b'), [...m].length);
}

// keys of a Map
{
	const o = {},
		f = () => 1,
		m = new Map();
	m.set(1, 'num')
		.set('1', 'str')
		.set(o, 'obj')
		.set(f, 'fn')
		.set(NaN, 'nan')
		.set(null, 'null')
		.set(undefined, 'undef')
		.set(true, 'bool')
		.set(-0, 'zero');
	console.log(
		m.get(1),
		m.get('1'),
		m.get(o),
		m.get({}),
		m.get(f),
		m.get(NaN),
		m.get(null),
		m.get(undefined),
		m.get(true),
		m.get(0),
		m.size,
		Object.is([...m.keys()].at(-1), 0),
	);
}

// order of a Map
{
	const m = new Map([
		[3, 'c'],
		[1, 'a'],
	]);
	m.set(2, 'b').set(3, 'changed');
	console.log([...m].join(';'));
	m.delete(3);
	m.set(3, 'again');
	console.log(
		[...m.keys()].join(),
		[...m.values()].join(),
		[...m.entries()][0],
		m.size,
		m.keys().next().value,
	);
}

// Map.forEach
{
	const m = new Map([
			['x', 1],
			['y', 2],
		]),
		log = [];
	console.log(
		m.forEach((v, k, all) => log.push(`${k}${v}${all.size}`)),
		log.join(),
	);
	m.forEach((v, k) => {
		if (k === 'x') {
			m.delete('y');
			m.set('z', 9);
		}
		log.push(k);
	});
	console.log(log.join(), m.size, log.length);
}

// Map from iterables
{
	const m = new Map(Object.entries({ a: 1, b: 2 }));
	const inverse = new Map([...m].map(([k, v]) => [v, k]));
	console.log(
		inverse.get(1),
		new Map(m).size,
		new Map(m) === m,
		new Map().size,
		new Map(null).size,
		Object.fromEntries(m),
		new Map([...m, ...inverse]).size,
		new Map([
			[1, 2],
			[1, 3],
		]).get(1),
	);
}

// grouping with a Map
{
	const by = new Map();
	for (const w of ['one', 'two', 'three', 'four', 'five'])
		by.set(w.length, [...(by.get(w.length) ?? []), w]);
	for (const [n, ws] of by) console.log(n, ws.join());
	console.log([...by.keys()].sort().join(), Math.max(...by.keys()), by.size);
}

// counting with a Map
{
	const count = new Map();
	for (const c of 'mississippi') count.set(c, (count.get(c) || 0) + 1);
	const sorted = [...count].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]));
	console.log(
		sorted.map(([c, n]) => c + n).join(),
		count.size,
		sorted[0][0],
		count.get('m'),
		[...count.values()].reduce((a, b) => a + b),
	);
}

// large maps
{
	const m = new Map();
	for (let i = 0; i < 3000; i++) m.set('k' + i, i);
	for (let i = 0; i < 3000; i += 2) m.delete('k' + i);
	let sum = 0;
	for (const [, v] of m) sum += v;
	console.log(m.size, sum, m.get('k1'), m.has('k2'), m.get('k2999'), [...m.keys()][10]);
}

// Set basics
{
	const s = new Set([1, 2, 2, 3, '1', NaN, NaN, 0, -0]);
	console.log(
		s.size,
		s.has(2),
		s.has('2'),
		s.has(NaN),
		s.add(4) === s,
		s.delete(1),
		s.delete(1),
		s.size,
		[...s].join(),
	);
	s.clear();
	console.log(s.size, s.has(2));
}

// Set of objects
{
	const a = { n: 1 },
		b = { n: 1 },
		s = new Set([a, b, a]);
	console.log(
		s.size,
		s.has(a),
		s.has({ n: 1 }),
		[...s].map(o => o.n).join(),
		s.delete(a),
		s.has(a),
		s.size,
	);
}

// set operations by hand
{
	const a = new Set([1, 2, 3]),
		b = new Set([2, 3, 4]);
	const union = new Set([...a, ...b]),
		inter = new Set([...a].filter(x => b.has(x))),
		diff = new Set([...a].filter(x => !b.has(x)));
	console.log(
		[...union].join(),
		[...inter].join(),
		[...diff].join(),
		[...a].every(x => union.has(x)),
		union.size,
	);
}

// Set.forEach and iterators
{
	const s = new Set(['a', 'b']),
		log = [];
	s.forEach((v, k, all) => log.push(v + k + all.size));
	console.log(
		log.join(),
		[...s.entries()],
		[...s.keys()].join() === [...s.values()].join(),
		s[Symbol.iterator]().next(),
		new Set('hello').size,
		[...new Set('hello')].join(''),
	);
}

// changes while iterating a Set
{
	const s = new Set([1, 2, 3]),
		seen = [];
	for (const x of s) {
		seen.push(x);
		if (x === 1) {
			s.delete(1);
			s.delete(2);
			s.add(5);
			s.add(1);
		}
		if (seen.length > 9) break;
	}
	console.log(seen.join(), [...s].join(), s.size, seen.length, s.has(2));
}
