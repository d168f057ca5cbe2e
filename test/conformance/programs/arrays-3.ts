// @ts-nocheck
export {};

// nested arrays
{
	const m = [
		[1, 2, 3],
		[4, 5, 6],
	];
	const t = m[0].map((_, i) => m.map(r => r[i]));
	console.log(
		t,
		m.length,
		t.length,
		m[1][2],
		t[2][1],
		m.flat().reduce((a, b) => a + b),
		m.map(r => r.join()).join(';'),
		JSON.stringify(t),
	);
	m[0][0]++;
	m[1].push(7);
	console.log(m);
}

// two-dimensional tables
{
	const grid = Array.from({ length: 3 }, () => Array(3).fill(0));
	grid[1][1] = 5;
	grid[0][2] += 3;
	for (const row of grid) console.log(row.join(' '));
	const shared = Array(2).fill([]);
	shared[0].push(1);
	console.log(shared[1].length, shared[0] === shared[1], grid[0] === grid[1]);
}

// arrays as stacks and queues
{
	const s = [],
		q = [];
	for (let i = 0; i < 5; i++) {
		s.push(i);
		q.push(i);
	}
	const out = [];
	while (s.length) out.push(s.pop());
	while (q.length) out.push(q.shift());
	console.log(out.join(''), out.length, s.length, q.length, s.pop(), q.shift());
}

// binary search
{
	const a = Array.from({ length: 100 }, (_, i) => i * 3);
	const find = x => {
		let lo = 0,
			hi = a.length - 1;
		while (lo <= hi) {
			const mid = (lo + hi) >> 1;
			if (a[mid] === x) return mid;
			if (a[mid] < x) lo = mid + 1;
			else hi = mid - 1;
		}
		return -1;
	};
	console.log(find(0), find(297), find(150), find(151), find(-3), a.length);
}

// quick sort
{
	const sort = a =>
		a.length < 2
			? a
			: [
					...sort(a.slice(1).filter(x => x < a[0])),
					a[0],
					...sort(a.slice(1).filter(x => x >= a[0])),
				];
	console.log(sort([3, 6, 1, 8, 2, 9, 2]), sort([]), sort([1]), sort([2, 1]), sort(['b', 'a']));
}

// merging and zipping
{
	const zip = (...l) => l[0].map((_, i) => l.map(a => a[i]));
	const chunk = (a, n) => (a.length ? [a.slice(0, n), ...chunk(a.slice(n), n)] : []);
	const range = (a, b, s = 1) =>
		Array.from({ length: Math.ceil((b - a) / s) }, (_, i) => a + i * s);
	console.log(
		zip([1, 2], ['a', 'b']),
		chunk([1, 2, 3, 4, 5], 2),
		range(0, 5),
		range(1, 10, 3),
		zip(range(0, 2), range(5, 7), range(8, 10)),
	);
}

// chained methods
{
	console.log(
		[5, 3, 8, 1]
			.filter(x => x > 2)
			.map(x => x * x)
			.sort((a, b) => a - b)
			.slice(0, 2)
			.reverse()
			.join('>'),
		'the quick brown fox'
			.split(' ')
			.map(w => w[0].toUpperCase() + w.slice(1))
			.join(' '),
		[
			[3, 'c'],
			[1, 'a'],
		]
			.sort()
			.flat()
			.join(''),
		[1, 2, 3, 4].reduce((a, x) => (x % 2 ? [...a, x] : a), []).concat(9).length,
		[...'banana'].filter((c, i, a) => a.indexOf(c) === i).join(''),
	);
}

// destructive methods give the array
{
	const a = [3, 1];
	console.log(
		a.sort() === a,
		a.reverse() === a,
		a.fill(0) === a,
		a.copyWithin(0, 1) === a,
		a.push(1) === 3,
		a,
	);
}

// callbacks that change the array
{
	const a = [1, 2, 3, 4];
	const seen = [];
	a.forEach((x, i) => {
		seen.push(x);
		if (i === 1) a.pop();
	});
	console.log(seen.join(), a.length);
	const b = [1, 2, 3];
	console.log(
		b
			.map((x, i) => {
				b[i + 1] = 10;
				return x;
			})
			.join(),
		b.join(),
		b.length,
	);
}

// comparing arrays
{
	const eq = (a, b) => a.length === b.length && a.every((x, i) => x === b[i]);
	console.log(
		[1] === [1],
		eq([1, 2], [1, 2]),
		eq([1], [2]),
		[1, 2] == '1,2',
		JSON.stringify([1]) === JSON.stringify([1]),
		[1, 2] < [1, 3],
		[10] > [9],
	);
}

// large arrays
{
	const a = [];
	for (let i = 0; i < 20000; i++) a.push(i * 2);
	console.log(
		a.length,
		a[19999],
		a.indexOf(39998),
		a.reduce((x, y) => x + y),
		a.filter(x => x % 1000 === 0).length,
		a.slice(-3),
		a.lastIndexOf(0),
	);
	while (a.length > 10) a.pop();
	console.log(a.length, a.at(-1));
}

// iterator helpers by hand
{
	const take = (it, n) => {
		const out = [];
		for (const v of it) {
			if (n-- <= 0) break;
			out.push(v);
		}
		return out;
	};
	console.log(
		take([1, 2, 3], 2),
		take('hello', 3),
		take(new Set([1, 2]), 9),
		take([].values(), 1),
		take(new Map([[1, 2]]).keys(), 1),
	);
}

// array equality after conversion
{
	const a = [3, 2, 1];
	const b = Array.from(a).sort();
	const [x, ...rest] = b;
	console.log(a, b, x, rest, a.at(-1) === b[0], [...a].sort().join() === b.join());
}

// delete, length and in
{
	const a = [1, 2, 3];
	console.log(delete a[0], a[0], a.length, 0 in a, a.shift(), a.length, a[0]);
	a.length = 5;
	console.log(a.length, 4 in a, a.push('x'), a[5]);
}
