// @ts-nocheck
export {};

// literals
{
	const x = 1,
		y = 'k';
	const o = {
		x,
		[y]: 2,
		'with space': 3,
		4: 'four',
		f() {
			return 5;
		},
		get g() {
			return 6;
		},
		async h() {},
		[`${y}2`]: 7,
		null: 8,
	};
	console.log(
		o.x,
		o.k,
		o['with space'],
		o[4],
		o.f(),
		o.g,
		typeof o.h,
		o.k2,
		o.null,
		Object.keys(o).length,
	);
}

// order of properties
{
	const o = { z: 1, 10: 2, a: 3, 2: 4, '-1': 5, '01': 6, [Symbol('s')]: 7 };
	o.b = 8;
	o[1] = 9;
	console.log(
		Object.keys(o).join(),
		JSON.stringify(o),
		Object.values(o).join(),
		Object.entries(o).length,
		Object.getOwnPropertyNames(o).join(),
	);
	delete o.z;
	o.z = 0;
	console.log(Object.keys(o).join());
}

// spread
{
	const a = { x: 1, y: 2 },
		b = { y: 3, z: 4 };
	console.log(
		{ ...a, ...b },
		{ ...b, ...a, y: 9 },
		{ ...null, ...undefined, ...5, ...true },
		{ ...'hi' },
		{ ...[7, 8] },
		{ ...a } === a,
		{
			...{
				get v() {
					return 'got';
				},
			},
		},
	);
}

// rest
{
	const { a, ...rest } = { a: 1, b: 2, c: 3 };
	const { ['b']: bb, ...r2 } = rest;
	const f = ({ x, ...o }) => [x, o];
	console.log(a, rest, bb, r2, f({ x: 1, y: 2, z: 3 }), f({}), rest === r2);
}

// accessors
{
	const log = [];
	const o = {
		_v: 1,
		get v() {
			log.push('get');
			return this._v;
		},
		set v(x) {
			log.push('set' + x);
			this._v = x;
		},
	};
	o.v = 5;
	o.v += 2;
	o.v++;
	console.log(o.v, log.join(), o._v, Object.keys(o).join(), JSON.stringify(o), 'v' in o);
}

// accessors without a partner
{
	('use strict');
	const o = {
		get r() {
			return 1;
		},
		set w(x) {
			this.got = x;
		},
	};
	o.w = 4;
	console.log(o.r, o.w, o.got);
	try {
		o.r = 2;
		console.log('no error');
	} catch (e) {
		console.log(e.name);
	}
	console.log(o.r, Object.getOwnPropertyDescriptor(o, 'r').set);
}

// Object.assign
{
	const t = { a: 1 };
	console.log(
		Object.assign(t, { b: 2 }, null, { a: 3 }),
		Object.assign(t, {}) === t,
		Object.assign({}, 'ab'),
		Object.assign([1, 2], [3]),
		Object.assign(
			{},
			{
				get x() {
					return 7;
				},
			},
		),
	);
}

// keys, values and entries
{
	const o = { a: 1, b: [2] };
	console.log(
		Object.keys(o),
		Object.values(o),
		Object.entries(o),
		Object.keys('ab'),
		Object.keys([5, 6]),
		Object.values('ab'),
		Object.entries({}),
		Object.keys(5),
	);
	try {
		Object.keys(null);
	} catch (e) {
		console.log(e.name);
	}
}

// fromEntries
{
	console.log(
		Object.fromEntries([
			['a', 1],
			['b', 2],
		]),
		Object.fromEntries(new Map([['k', 'v']])),
		Object.fromEntries(Object.entries({ x: 1, y: 2 }).map(([k, v]) => [k.toUpperCase(), v * 10])),
		Object.fromEntries([]),
		Object.fromEntries([
			['a', 1],
			['a', 2],
		]),
	);
}

// defineProperty
{
	const o = {};
	Object.defineProperty(o, 'ro', { value: 1 });
	Object.defineProperty(o, 'acc', {
		get() {
			return 'acc';
		},
		enumerable: true,
		configurable: true,
	});
	try {
		o.ro = 2;
		console.log('wrote');
	} catch (e) {
		console.log(e.name);
	}
	try {
		delete o.ro;
		console.log('deleted');
	} catch (e) {
		console.log(e.name);
	}
	console.log(o.ro, o.acc, Object.keys(o), o.propertyIsEnumerable('ro'));
	try {
		Object.defineProperty(o, 'ro', { value: 3 });
	} catch (e) {
		console.log(e.name);
	}
}
