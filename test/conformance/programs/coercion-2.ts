// @ts-nocheck
export {};

// number against string
{
	const n = 5;
	const words = ['5', '05', '5.0', ' 5', '5 ', '0x5', 'five', ''];
	console.log(
		words.map(w => w == n).join(),
		words.map(w => n == w).join(),
		words.map(w => w > 4).join(),
		words.map(w => w < 6).join(),
	);
	console.log(
		words.map(w => w * 1).join(),
		words.map(w => w - 0).join(),
		words.map(w => +w).join(),
	);
}

// loose equality of objects
{
	const d = new Date(0);
	console.log(
		d == d.toString(),
		d == 0,
		[0] == false,
		[[]] == '',
		[null] == '',
		[undefined] == 0,
		[1, 2] == '1,2',
	);
	console.log(
		new String('a') == 'a',
		new Number(1) == 1,
		new String('a') == new String('a'),
		Object(1) === 1,
		{ toString: () => 'q' } == 'q',
	);
}

// Object.is
{
	console.log(
		Object.is(NaN, NaN),
		Object.is(0, -0),
		Object.is(-0, -0),
		Object.is('a', 'a'),
		Object.is([], []),
		Object.is(null, undefined),
		Object.is(),
		Object.is(1, '1'),
	);
}

// property keys are strings
{
	const o = {};
	o[1] = 'a';
	o['1'] = 'b';
	o[1.5] = 'c';
	o[true] = 'd';
	o[null] = 'e';
	o[undefined] = 'f';
	o[[1, 2]] = 'g';
	o[{}] = 'h';
	o[-1] = 'i';
	o[1e21] = 'j';
	console.log(
		Object.keys(o).join('|'),
		o[1],
		o['true'],
		o.null,
		o['1,2'],
		o['[object Object]'],
		o['-1'],
	);
}

// to integer conversions
{
	console.log(
		'abc'.at(1.9),
		'abc'.at(-1.9),
		[1, 2, 3].slice('1').join(),
		'abc'.charAt('2'),
		[1, 2, 3].at(NaN),
		'ab'.repeat('2'),
		'abc'.slice(undefined, null) === '',
		[1, 2, 3].slice(-2.7).join(),
		'abcdef'.substring('4', true),
	);
}

// wrapper objects
{
	const s = new String('abc'),
		n = new Number(5),
		b = new Boolean(false);
	console.log(
		typeof s,
		typeof n,
		typeof b,
		s.length,
		s[1],
		n + 1,
		b ? 'truthy' : 'falsy',
		s + 'd',
		n.valueOf(),
		b.valueOf(),
		s.toUpperCase(),
	);
	console.log(
		s instanceof String,
		'abc' instanceof String,
		Object('x') instanceof String,
		typeof Object(1),
		Object(s) === s,
	);
}

// valueOf and toString order
{
	const log = [];
	const o = {
		valueOf() {
			log.push('v');
			return {};
		},
		toString() {
			log.push('s');
			return '3';
		},
	};
	console.log(o * 2, `${o}`, o + 1, o == 3, log.join(''));
	const bad = { valueOf: () => ({}), toString: () => ({}) };
	try {
		bad + 1;
	} catch (e) {
		console.log(e.name);
	}
}

// dates as primitives
{
	const d = new Date(1000);
	console.log(
		typeof (d + 1),
		d - 0,
		+d,
		d * 2,
		`${d}`.length > 10,
		d > 999,
		d <= 1000,
		d == 1000,
		Number(d),
		d - new Date(400),
	);
}

// adding different types
{
	const list = [1, '2', null, undefined, true, [3], {}];
	for (const a of list) console.log(list.map(b => a + b).join(' '));
}

// multiplying different types
{
	const list = [2, '3', null, undefined, true, [4], {}, ''];
	for (const a of list) console.log(list.map(b => a * b).join(' '));
}

// comparing different types
{
	const list = [1, '1', null, undefined, true, [1], {}, '', 'a', NaN];
	for (const a of list)
		console.log(
			list.map(b => Number(a < b)).join(' '),
			list.map(b => Number(a >= b)).join(' '),
			list.map(b => Number(a == b)).join(' '),
		);
}
