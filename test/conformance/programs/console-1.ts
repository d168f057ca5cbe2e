// @ts-nocheck
export {};

// primitives
{
	console.log(1, -0, 1.5, NaN, Infinity, 'text', '', true, null, undefined, Symbol('s'), 1e21);
	console.log();
	console.log('a', 'b');
	console.log([
		'a',
		'',
		"it's",
		'say "x"',
		`both ' and "`,
		'all \' " `',
		'\n\t\\',
		'\x00\x1b',
		'é€😀',
		'\ud800',
	]);
}

// objects on one line
{
	console.log(
		{},
		{ a: 1 },
		{ a: { b: { c: {} } } },
		{ a: { b: { c: { d: 1 } } } },
		{ 'a-b': 1, 2: 3, c_d: 4, $: 5, é: 6 },
		{ f() {}, g: () => 1, h: class A {}, i: class extends Array {} },
	);
}

// arrays on one line
{
	console.log(
		[],
		[1, 2],
		[[]],
		[[[[1]]]],
		[undefined, null],
		[, 1],
		[1, , , 2],
		['a'],
		[{ a: 1 }],
		Array(3),
		[-0],
		[() => 1],
	);
}

// long arrays
{
	console.log(Array.from({ length: 7 }, (_, i) => i * 100));
	console.log(Array.from({ length: 30 }, (_, i) => i));
	console.log(Array.from({ length: 120 }, (_, i) => i));
	console.log([
		'apple',
		'banana',
		'cherry',
		'dragonfruit',
		'elderberry',
		'fig',
		'grape',
		'honeydew',
	]);
	console.log([1.5, -20, 300.25, 4, 5, 6, 7, 8]);
}

// long objects
{
	console.log({
		name: 'a rather long name',
		description: 'an even longer description of it',
		n: 1,
	});
	console.log({ a: 'x'.repeat(30), b: 'y'.repeat(30), c: { d: 'z'.repeat(20), e: [1, 2, 3] } });
	console.log([
		{ id: 1, name: 'first' },
		{ id: 2, name: 'second' },
		{ id: 3, name: 'third' },
		{ id: 4, name: 'fourth' },
	]);
}

// nested structures
{
	console.log({ level1: { level2: { level3: { level4: 'deep' } } }, list: [[1, [2, [3, [4]]]]] });
	console.log({
		user: { name: 'ann', roles: ['admin', 'dev'], address: { city: 'X', geo: { lat: 1, lon: 2 } } },
		active: true,
	});
	console.log([[1, 2, [3, 4]], { a: [{ b: { c: {} } }] }]);
}

// maps and sets
{
	console.log(
		new Map(),
		new Map([
			['a', 1],
			[{ k: 1 }, [2]],
		]),
		new Set(),
		new Set([1, 'x', { a: 1 }]),
		new Map([[1, new Map([[2, 3]])]]),
		{ m: new Map([['x', new Set([1])]]) },
	);
	console.log(new WeakMap(), new WeakSet());
	console.log(
		[...new Map([['k', 'v']]).entries()],
		new Map([['k', 'v']]).keys(),
		new Set([1]).values(),
	);
	console.log(
		new Map([
			['a long key number one', 'a long value number one'],
			['a long key number two', 'two'],
		]),
	);
}

// classes
{
	class A {
		x = 1;
		#p = 2;
		get g() {
			return 3;
		}
	}
	class B extends A {
		y = [1];
	}
	class Empty {}
	console.log(
		new A(),
		new B(),
		new Empty(),
		A,
		B,
		class {},
		[new A()],
		{ a: new A() },
		Object.create(null),
		Object.create({ a: 1 }),
		Object.create(A.prototype),
	);
}

// functions
{
	function named() {}
	console.log(
		named,
		() => {},
		function () {},
		async () => {},
		async function f() {},
		function* g() {},
		async function* ag() {},
		Math.max,
		class A {},
		[named],
		{ named },
	);
	named.prop = 1;
	console.log(named, Symbol, Map);
}

// accessors and symbols
{
	console.log(
		{
			get a() {
				return 1;
			},
		},
		{ set a(v) {} },
		{
			get a() {
				return 1;
			},
			set a(v) {},
		},
		{ [Symbol('k')]: 1 },
		{ [Symbol.iterator]: null },
	);
}
