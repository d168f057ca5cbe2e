// @ts-nocheck
export {};

// sort with a function
{
	const a = [5, 1, 4];
	console.log(
		a.sort((x, y) => x - y),
		a.sort((x, y) => y - x),
		a,
		a.sort(() => 0),
		['bb', 'a', 'ccc'].sort((x, y) => x.length - y.length),
		[3, 1, 2].sort((x, y) => (x < y ? 1 : -1)),
		[1, undefined, 0].sort((x, y) => x - y),
	);
}

// sort is stable
{
	const people = [
		['ann', 30],
		['bob', 25],
		['cid', 30],
		['dan', 25],
		['eve', 30],
	];
	console.log(
		people
			.sort((a, b) => a[1] - b[1])
			.map(p => p[0])
			.join(),
	);
	const many = Array.from({ length: 600 }, (_, i) => ({ k: i % 7, i }));
	many.sort((a, b) => a.k - b.k);
	let stable = true;
	for (let i = 1; i < many.length; i++)
		if (many[i - 1].k > many[i].k || (many[i - 1].k === many[i].k && many[i - 1].i > many[i].i))
			stable = false;
	console.log(stable, many[0].i, many[1].i, many.at(-1).i, many[300].k);
}

// copies instead of changes
{
	const a = [3, 1, 2];
	console.log(
		a.toSorted(),
		a.toReversed(),
		a.with(1, 9),
		a.toSpliced(1, 1, 'x', 'y'),
		a,
		a.toSorted((x, y) => y - x),
		a.with(-1, 0),
	);
	try {
		a.with(5, 1);
	} catch (e) {
		console.log(e.name);
	}
}

// fill and copyWithin
{
	console.log(
		[1, 2, 3].fill(0),
		[1, 2, 3].fill(9, 1),
		[1, 2, 3].fill(9, -2, -1),
		new Array(3).fill('x'),
		[1, 2, 3, 4, 5].copyWithin(0, 3),
		[1, 2, 3, 4, 5].copyWithin(1, 0, 3),
		[1, 2, 3].fill(),
		[].fill(1),
	);
}

// at and negative indices
{
	const a = ['a', 'b', 'c'];
	console.log(a.at(0), a.at(-1), a.at(5), a.at(-5), a.at(1.7), a['1'], a['-1'], a[1.5], a.at());
}

// keys, values and entries
{
	const a = ['x', 'y'];
	console.log(
		[...a.keys()],
		[...a.values()],
		[...a.entries()],
		[...[, 1].keys()],
		Object.keys([4, , 5]),
	);
	const it = a.entries();
	console.log(it.next(), it.next().value, it.next(), it[Symbol.iterator]() === it);
}

// Array as a constructor
{
	console.log(
		new Array(3).length,
		new Array(3, 4),
		Array(2).length,
		new Array('3'),
		Array.of(3),
		Array.of(),
		new Array(),
		[...new Array(2)],
		Array.isArray(new Array(1)),
	);
	try {
		new Array(-1);
	} catch (e) {
		console.log(e.name, e.message);
	}
}

// Array.from
{
	console.log(
		Array.from('abc'),
		Array.from({ length: 3 }),
		Array.from({ length: 2, 0: 'a', 1: 'b' }),
		Array.from([1, 2], x => x * 2),
		Array.from({ length: 3 }, (_, i) => i),
		Array.from(new Set([1, 1, 2])),
		Array.from(new Map([['a', 1]])),
		Array.from([1, , 3]),
		Array.from(new Uint8Array([1, 2])),
	);
}

// Array.isArray
{
	console.log(
		Array.isArray([]),
		Array.isArray({}),
		Array.isArray('a'),
		Array.isArray(new Uint8Array(1)),
		Array.isArray({ length: 0 }),
		Array.isArray(),
		Array.isArray(null),
		Array.isArray(Array.prototype),
	);
}

// holes
{
	const a = [1, , 3];
	console.log(
		a[1],
		1 in a,
		a.length,
		Object.keys(a).join(),
		a.indexOf(undefined),
		a.map(x => 0),
		a.forEach(x => x),
	);
	console.log(
		[...a],
		JSON.stringify(a),
		a.join('-'),
		a.flat().length,
		Array.from(a)[1],
		a.every(x => x),
		a.reduce((n, x) => n + x),
	);
}

// sparse arrays
{
	const a = [];
	a[5] = 1;
	console.log(
		a.length,
		0 in a,
		5 in a,
		Object.keys(a),
		a,
		a.filter(() => true),
		a.lastIndexOf(1),
	);
	delete a[5];
	console.log(a.length, a[5], 5 in a);
}

// elements that are not indices
{
	const a = [1, 2];
	a.name = 'arr';
	a['3'] = 4;
	a['01'] = 'no';
	a[-1] = 'neg';
	console.log(
		a.length,
		a.name,
		a[3],
		a['01'],
		a[-1],
		Object.keys(a).join(),
		a.slice().name,
		JSON.stringify(a),
	);
}

// array-likes
{
	const like = { length: 3, 0: 'a', 1: 'b', 2: 'c' };
	console.log(
		Array.prototype.map.call(like, x => x + '!'),
		Array.prototype.join.call(like, '-'),
		Array.prototype.slice.call(like, 1),
		Array.prototype.indexOf.call(like, 'b'),
		Array.from(like).length,
		[].concat(like).length,
		Array.prototype.filter.call('abc', c => c > 'a'),
	);
}

// spread
{
	const a = [1, 2];
	console.log(
		[...a, 3],
		[0, ...a, ...a],
		[...'hi'],
		[...new Set(a)],
		[...a.map(x => x * 2)],
		Math.max(...a, 5),
		[...[], ...[]],
		[...a.entries()],
		[...a] === a,
	);
}

// grouping
{
	const words = ['apple', 'bob', 'avocado', 'cat', 'bear'];
	const by = {};
	for (const w of words) (by[w[0]] ??= []).push(w);
	console.log(
		by,
		Object.keys(by),
		by.a.length,
		Object.entries(by)
			.map(([k, v]) => k + v.length)
			.join(),
		Math.max(...Object.values(by).map(v => v.length)),
	);
}
