// @ts-nocheck
export {};

// encodeURIComponent and friends
{
	console.log(
		encodeURIComponent('a b&c=d/é€😀'),
		encodeURI('http://x/a b?é=1#h'),
		decodeURIComponent('a%20b%C3%A9'),
		decodeURI('%41%2F'),
		encodeURIComponent("-_.!~*'()"),
		decodeURIComponent('%F0%9F%98%80'),
	);
	try {
		decodeURIComponent('%E0%A4');
	} catch (e) {
		console.log(e.name);
	}
	try {
		encodeURIComponent('\ud800');
	} catch (e) {
		console.log(e.name);
	}
}

// globalThis
{
	console.log(
		typeof globalThis,
		globalThis.Math === Math,
		typeof globalThis.setTimeout,
		globalThis.undefined,
		globalThis.NaN,
	);
}

// undefined, NaN and Infinity
{
	const f = (x = undefined) => x;
	console.log(
		undefined,
		NaN,
		Infinity,
		f(),
		typeof undefined,
		void 0 === undefined,
		[undefined].length,
		-Infinity,
	);
}

// Reflect
{
	const o = {
		a: 1,
		get b() {
			return this.a;
		},
	};
	console.log(
		Reflect.has(o, 'a'),
		Reflect.get(o, 'b', { a: 9 }),
		Reflect.set(o, 'c', 3),
		Reflect.ownKeys(o).join(),
		Reflect.deleteProperty(o, 'c'),
		Reflect.getPrototypeOf(o) === Object.prototype,
		Reflect.apply(Math.max, null, [1, 3, 2]),
		Reflect.construct(Array, [3]).length,
		Reflect.defineProperty(o, 'd', { value: 4 }),
		o.d,
		Reflect.isExtensible(o),
	);
}

// structuredClone of plain data
{
	const o = { a: 1, b: [1, { c: 2 }], d: new Date(5), e: undefined, f: null };
	const c = structuredClone(o);
	c.b[1].c = 9;
	console.log(
		c.a,
		o.b[1].c,
		c.d instanceof Date,
		c.d !== o.d,
		'e' in c,
		c.b !== o.b,
		structuredClone('s'),
		structuredClone(null),
	);
}

// structuredClone of collections
{
	const m = new Map([['k', { v: 1 }]]),
		s = new Set([1, [2]]);
	const { m: m2, s: s2, u } = structuredClone({ m, s, u: new Uint8Array([1, 2]) });
	console.log(
		m2.get('k').v,
		m2.get('k') !== m.get('k'),
		s2.size,
		[...s2][1][0],
		u.join(),
		u instanceof Uint8Array,
	);
}

// structuredClone of cycles
{
	const o = { n: 1 };
	o.self = o;
	const shared = [1],
		two = structuredClone({ a: shared, b: shared }),
		c = structuredClone(o);
	console.log(c.self === c, c !== o, two.a === two.b, two.a !== shared, c.self.self.n);
	try {
		structuredClone(() => 1);
	} catch (e) {
		console.log(e.name);
	}
}

// TextEncoder
{
	const e = new TextEncoder();
	console.log(
		[...e.encode('aé€😀')].join(),
		e.encode('').length,
		e.encode('\ud800').join(),
		e.encoding,
		e.encode() instanceof Uint8Array,
		e.encode('ascii').length,
	);
}

// TextDecoder
{
	const d = new TextDecoder();
	console.log(
		d.decode(Uint8Array.of(97, 195, 169, 226, 130, 172)),
		d.decode(Uint8Array.of(255, 65)),
		d.decode(new Uint8Array([240, 159, 152, 128])),
		d.decode() === '',
		d.encoding,
		d.decode(new TextEncoder().encode('round ü trip')),
		d.decode(Uint8Array.of(0xef, 0xbb, 0xbf, 65)),
	);
}

// atob and btoa
{
	console.log(
		btoa('hello'),
		atob('aGVsbG8='),
		btoa(''),
		atob(btoa('\x00\xff')).charCodeAt(1),
		btoa('a'),
		btoa('ab'),
	);
	try {
		btoa('€');
	} catch (e) {
		console.log(e.name);
	}
}

// isNaN and isFinite
{
	console.log(
		isNaN(NaN),
		isNaN('abc'),
		isNaN(''),
		isNaN(undefined),
		isFinite('5'),
		isFinite(Infinity),
		isFinite(null),
		isNaN({}),
		isNaN([]),
		isNaN(new Date(NaN)),
	);
}

// functions of the library are values
{
	const { keys } = Object,
		{ isArray, from } = Array,
		{ parse, stringify } = JSON;
	console.log(
		keys({ a: 1 }),
		isArray([]),
		from('ab'),
		parse('[1]'),
		stringify({ b: 2 }),
		['1', '2'].map(parseFloat),
		[[1], 2].map(isArray),
		typeof String.prototype.slice,
		[1.5].map(String)[0],
	);
}

// methods of prototypes
{
	console.log(
		Array.prototype.slice.call('abc', 1),
		[].concat.apply([], [[1], [2]]),
		Object.prototype.hasOwnProperty.call({ a: 1 }, 'a'),
		String.prototype.trim.call(' x '),
		Math.max.apply(null, [1, 2]),
		Array.prototype.map.call('ab', c => c + c),
		''.concat.call('a', 'b'),
	);
}

// new names on prototypes
{
	Array.prototype.lastOne = function () {
		return this[this.length - 1];
	};
	String.prototype.shout = function () {
		return this.toUpperCase() + '!';
	};
	Object.defineProperty(Number.prototype, 'double', {
		get() {
			return this * 2;
		},
		configurable: true,
	});
	console.log([1, 2].lastOne(), 'hi'.shout(), (4).double, typeof [].lastOne, 'x'.shout().length);
	delete Array.prototype.lastOne;
	delete String.prototype.shout;
	console.log([].lastOne);
}

// AbortController and events
{
	const c = new AbortController(),
		log = [];
	c.signal.addEventListener('abort', e => log.push(e.type));
	console.log(c.signal.aborted, c.abort('why'), c.signal.aborted, c.signal.reason, log.join());
	const t = new EventTarget();
	t.addEventListener('x', e => log.push(e.type + e.constructor.name));
	console.log(t.dispatchEvent(new Event('x')), log.length, log.at(-1));
}
