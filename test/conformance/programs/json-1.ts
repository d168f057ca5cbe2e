// @ts-nocheck
export {};

// stringify of primitives
{
	console.log(
		JSON.stringify(1),
		JSON.stringify('a"b'),
		JSON.stringify(true),
		JSON.stringify(null),
		JSON.stringify(undefined),
		JSON.stringify(NaN),
		JSON.stringify(-0),
		JSON.stringify(() => 1),
		JSON.stringify(Symbol('x')),
		JSON.stringify(1e21),
		JSON.stringify(Infinity),
	);
}

// stringify of objects
{
	console.log(
		JSON.stringify({
			a: 1,
			b: [1, 'x', null],
			c: { d: {} },
			e: undefined,
			f: () => 1,
			g: NaN,
			'h i': 2,
		}),
		JSON.stringify([]),
		JSON.stringify({}),
		JSON.stringify([undefined, () => 1, Symbol()]),
		JSON.stringify({ [Symbol('s')]: 1 }),
		JSON.stringify([, 1]),
	);
}

// escapes
{
	console.log(
		JSON.stringify('\n\t\r\b\f\\/"'),
		JSON.stringify('\u0000\u001f\u007f'),
		JSON.stringify('é€😀'),
		JSON.stringify('\ud800'),
		JSON.stringify({ 'k"ey\n': 1 }),
		JSON.stringify('\u2028'),
	);
}

// indentation
{
	const o = { a: 1, b: [1, { c: 2 }], d: {}, e: [] };
	console.log(JSON.stringify(o, null, 2));
	console.log(JSON.stringify(o, null, '\t'));
	console.log(
		JSON.stringify([1, [2]], null, '--'),
		JSON.stringify({ a: 1 }, null, 20).length,
		JSON.stringify(o, null, 0),
		JSON.stringify([1], null, 'abcdefghijklmnop'),
	);
}

// replacer functions
{
	const o = { a: 1, b: 'x', c: [1, 2], d: { e: 3 } };
	console.log(
		JSON.stringify(o, (k, v) => (typeof v === 'number' ? v * 10 : v)),
		JSON.stringify(o, (k, v) => (k === 'b' ? undefined : v)),
		JSON.stringify([1, 2], (k, v) => (Array.isArray(v) ? v : k + v)),
		JSON.stringify(o, function (k, v) {
			return this === o && k === 'a' ? 'root' : v;
		}),
		JSON.stringify(5, () => ({ n: 1 }).n),
	);
}

// replacer arrays
{
	const o = { a: 1, b: 2, c: { a: 3, d: 4 }, 1: 'one' };
	console.log(
		JSON.stringify(o, ['a', 'c']),
		JSON.stringify(o, ['b', 'a']),
		JSON.stringify(o, []),
		JSON.stringify(o, [1]),
		JSON.stringify([{ a: 1, z: 2 }], ['a']),
		JSON.stringify(o, null),
	);
}

// toJSON
{
	class P {
		constructor(x) {
			this.x = x;
		}
		toJSON(key) {
			return `P${this.x}@${key}`;
		}
	}
	console.log(
		JSON.stringify(new P(1)),
		JSON.stringify({ p: new P(2) }),
		JSON.stringify([new P(3)]),
		JSON.stringify({ d: new Date(0) }),
		JSON.stringify({ n: { toJSON: () => undefined }, m: 1 }),
		JSON.stringify({
			toJSON() {
				return [1];
			},
		}),
	);
}

// wrappers, maps and classes
{
	class C {
		a = 1;
		#b = 2;
		get c() {
			return 3;
		}
		static d = 4;
	}
	console.log(
		JSON.stringify(new C()),
		JSON.stringify(new Map([[1, 2]])),
		JSON.stringify(new Set([1])),
		JSON.stringify({ n: new Number(3), s: new String('s'), b: new Boolean(false) }),
		JSON.stringify(Object.create({ inherited: 1 })),
		JSON.stringify(new Error('x')),
		JSON.stringify(new Uint8Array([1, 2])),
	);
}

// circular structures
{
	const o = { a: 1 };
	o.self = o;
	try {
		JSON.stringify(o);
	} catch (e) {
		console.log(e.name);
	}
	const shared = { x: 1 };
	console.log(JSON.stringify([shared, shared]), JSON.stringify({ a: shared, b: shared }));
	const a = [1];
	a.push([a]);
	try {
		JSON.stringify(a);
	} catch (e) {
		console.log(e.name);
	}
	console.log('done');
}

// parse of primitives
{
	console.log(
		JSON.parse('1'),
		JSON.parse('"a\\n\\u0041"'),
		JSON.parse('true'),
		JSON.parse('null'),
		JSON.parse(' [ 1 , 2 ] '),
		JSON.parse('-0.5e2'),
		Object.is(JSON.parse('-0'), -0),
		JSON.parse('"\\ud83d\\ude00"'),
		JSON.parse('""') === '',
		JSON.parse('1E3'),
	);
}

// parse of objects
{
	const o = JSON.parse('{"a":[1,{"b":null}],"c":{"d":"e"},"2":0,"1":1,"a b":true}');
	console.log(
		o,
		o.a[1].b,
		Object.keys(o).join(),
		o.c.d,
		JSON.parse('{"x":1,"x":2}').x,
		JSON.parse('{"__proto__":1}').hasOwnProperty('__proto__'),
		JSON.parse('[]').length,
	);
}
