// @ts-nocheck
export {};

// literals and length
{
	const a = [1, 2, 3];
	console.log(a.length, a[0], a[3], a[-1], [].length, [,].length, [1, , 3].length);
	a.length = 1;
	console.log(a, a[1]);
	a[3] = 'x';
	console.log(a.length, a, 2 in a);
	a.length = 0;
	console.log(a);
}

// push, pop, shift and unshift
{
	const a = [];
	console.log(
		a.push(1),
		a.push(2, 3),
		a.pop(),
		a,
		a.shift(),
		a,
		a.unshift(0),
		a.unshift(-2, -1),
		a,
		[].pop(),
		[].shift(),
		a.push(),
		a.unshift(),
	);
}

// splice
{
	const a = [1, 2, 3, 4, 5];
	console.log(
		a.splice(1, 2),
		a,
		a.splice(-1),
		a,
		a.splice(1, 0, 'x', 'y'),
		a,
		a.splice(0, 1, 'z'),
		a,
		a.splice(1),
		a,
		a.splice(),
		a.splice(undefined),
		a,
	);
}

// slice
{
	const a = [1, 2, 3, 4];
	console.log(
		a.slice(),
		a.slice(1),
		a.slice(-2),
		a.slice(1, 3),
		a.slice(1, -1),
		a.slice(3, 1),
		a.slice(9),
		a.slice(-9, 2),
		a.slice() === a,
		a,
	);
}

// concat
{
	console.log(
		[1].concat(2, [3], [[4]]),
		[].concat(),
		[].concat('ab', null, undefined),
		[1, , 3].concat([, 5]).length,
		[1].concat([2, 3], 4).length,
		Array.prototype.concat.call([1], 2),
	);
}

// join and toString
{
	console.log(
		[1, null, undefined, 2].join(),
		[1, [2, [3]]].toString(),
		[1, 2].join(''),
		[1, 2].join(' - '),
		[].join(),
		[null].join(),
		[[]].join(),
		[1, 2].join(undefined),
		[true, 1.5, 'x'].join('|'),
		String([1, , 2]),
	);
}

// reverse
{
	const a = [1, 2, 3];
	console.log(
		a.reverse(),
		a,
		a.reverse() === a,
		[].reverse(),
		[1, , 3].reverse(),
		1 in [1, , 3].reverse(),
	);
}

// indexOf, lastIndexOf and includes
{
	const a = [1, 2, NaN, 2, '1', null];
	console.log(
		a.indexOf(2),
		a.lastIndexOf(2),
		a.indexOf(NaN),
		a.includes(NaN),
		a.includes('2'),
		a.indexOf(2, 2),
		a.lastIndexOf(2, 2),
		a.indexOf(1, -3),
		a.includes(1, 1),
		a.includes(null),
		[,].includes(undefined),
		[,].indexOf(undefined),
		a.lastIndexOf(2, -4),
	);
}

// find and findIndex
{
	const a = [{ n: 1 }, { n: 2 }, { n: 3 }, { n: 2 }];
	console.log(
		a.find(x => x.n === 2) === a[1],
		a.findIndex(x => x.n === 2),
		a.findLast(x => x.n === 2) === a[3],
		a.findLastIndex(x => x.n > 9),
		a.find(x => x.n > 9),
		a.findIndex(x => x.n > 9),
		[, 1].find(x => x === undefined),
		[5, 6].find((x, i) => i === 1),
	);
}

// map
{
	console.log(
		[1, 2].map(x => x * 2),
		[1, 2].map((x, i, a) => x + i + a.length),
		[].map(x => x),
		[1, , 3].map(x => x * 2),
		['1', '2'].map(Number),
		[1, 2].map(
			function () {
				return this.k;
			},
			{ k: 7 },
		),
	);
}

// filter
{
	console.log(
		[1, 2, 3, 4].filter(x => x % 2),
		[0, '', null, 1, 'a'].filter(Boolean),
		[1, , 3].filter(() => true),
		[1, 2, 3].filter((x, i) => i > 0),
		[].filter(x => x),
		[3, 1, 3].filter((x, i, a) => a.indexOf(x) === i),
	);
}

// reduce and reduceRight
{
	console.log(
		[1, 2, 3].reduce((a, b) => a + b),
		[1, 2, 3].reduce((a, b) => a + b, 10),
		[[1], [2]].reduce((a, b) => a.concat(b)),
		['a', 'b', 'c'].reduceRight((a, b) => a + b),
		[5].reduce(() => 'never'),
		[].reduce((a, b) => a, 'init'),
		[1, 2, 3].reduce((a, x, i) => a + x * i, 0),
	);
	try {
		[].reduce((a, b) => a);
	} catch (e) {
		console.log(e.name, e.message);
	}
}

// some and every
{
	console.log(
		[1, 2].some(x => x > 1),
		[].some(x => true),
		[1, 2].every(x => x > 0),
		[].every(x => false),
		[1, 2].every(x => x > 1),
		[, 1].some(x => x === undefined),
		[1, 2, 3].some((x, i) => i === 2),
	);
}

// forEach
{
	const log = [];
	console.log(
		[1, , 3].forEach((x, i, a) => log.push(`${x}:${i}:${a.length}`)),
		log.join(' '),
	);
	const a = [1, 2, 3];
	a.forEach((x, i) => {
		if (i === 0) a.push(4);
		log.push(x);
	});
	console.log(
		log.length,
		log.at(-1),
		a.length,
		[].forEach(() => log.push('no')),
		log.length,
	);
}

// flat and flatMap
{
	console.log(
		[1, [2, [3, [4]]]].flat(),
		[1, [2, [3, [4]]]].flat(2),
		[1, [2, [3, [4]]]].flat(Infinity),
		[[1], [], [2]].flat(),
		[1, 2].flatMap(x => [x, x * 2]),
		[1, 2].flatMap(x => [[x]]),
		[1, , [2]].flat(),
		['a b', 'c'].flatMap(s => s.split(' ')),
	);
}

// sort without a function
{
	console.log(
		[3, 1, 2].sort(),
		[10, 9, 1].sort(),
		['b', 'a', 'C'].sort(),
		[true, false].sort(),
		[3, undefined, 1].sort(),
		[null, 'a', 5].sort(),
		[2, , 1].sort(),
		[].sort(),
		[-1, -2, 0].sort(),
		['é', 'z', 'a'].sort(),
	);
}
