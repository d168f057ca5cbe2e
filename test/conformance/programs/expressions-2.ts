// @ts-nocheck
export {};

// assignment gives a value
{
	let a, b, c;
	a = b = c = 4;
	console.log(a, b, c, (a = 7), a, (b += 2), b);
	const o = {};
	console.log((o.x = 3), o.x, (o['y'] = 'k'), o.y);
}

// comma operator
{
	let i = 0;
	const r = (i++, i++, i * 10);
	console.log(r, i, (1, 2, 3), ('a', 'b'));
	for (let a = 0, b = 10; a < b; a += 3, b -= 2) console.log(a, b);
}

// typeof
{
	console.log(
		typeof 1,
		typeof 'a',
		typeof true,
		typeof undefined,
		typeof null,
		typeof {},
		typeof [],
	);
	console.log(
		typeof (() => 1),
		typeof class {},
		typeof Symbol(),
		typeof NaN,
		typeof notDeclared,
		typeof function () {},
		typeof /a/,
		typeof new Date(),
	);
}

// void and delete
{
	let n = 0;
	console.log(void 0, void n++, n);
	const o = { a: 1, b: 2, c: 3 };
	console.log(delete o.a, 'a' in o, delete o.zz, Object.keys(o), o.a);
	const a = [1, 2, 3];
	delete a[1];
	console.log(a.length, a[1], 1 in a, 0 in a);
}

// in and instanceof
{
	class A {}
	class B extends A {}
	const b = new B();
	console.log(
		b instanceof B,
		b instanceof A,
		b instanceof Object,
		A instanceof B,
		[] instanceof Array,
		[] instanceof Object,
	);
	console.log('x' in { x: undefined }, 'toString' in {}, 0 in ['a'], 1 in ['a'], 'length' in []);
	console.log((() => 1) instanceof Function, 1 instanceof Number, 'a' instanceof String);
}

// optional chaining
{
	const o = {
		a: {
			b: null,
			f() {
				return this.v;
			},
			v: 5,
		},
		l: [1, 2],
	};
	console.log(o?.a?.b, o?.x?.b, o.a.b?.c.d.e, o.a.f?.(), o.a.g?.(), o.l?.[1], o.m?.[1]);
	let n = 0;
	undefined?.[n++];
	null?.f(n++);
	console.log(n, delete o?.l, o.l, (o?.a).v);
}

// optional call keeps this
{
	const o = {
		v: 3,
		f() {
			return this.v;
		},
		g: {
			h() {
				return this === o.g;
			},
		},
	};
	console.log(o.f?.(), o?.f(), o?.['f'](), o.g?.h?.(), o.zz?.(), o.g?.zz?.(), (o?.f)());
}

// precedence
{
	console.log(1 + 2 * 3, (1 + 2) * 3, (2 * 3) % 4, -2 + 3, !true || true, 1 < 2 === true);
	console.log(
		1 | (2 & 3),
		(1 ^ 3) | 4,
		1 << (2 + 1),
		8 >> (1 + 1),
		5 & (6 === 6),
		(5 & 6) === 4,
		typeof 1 + 1,
	);
}

// evaluation order of operands
{
	const log = [];
	const v = (n, x) => (log.push(n), x);
	v(1, 2) + v(2, 3) * v(3, 4);
	v(4, 1) < v(5, 2);
	v(6, {})[v(7, 'a')] = v(8, 1);
	v(9, x => x)(v(10, 1), v(11, 2));
	[v(12), v(13)];
	({ [v(14, 'k')]: v(15) });
	console.log(log.join(' '), log.length, log[0], log[7], log[14]);
}

// compound assignment reads first
{
	let x = 1;
	const f = () => ((x = 10), 5);
	x += f();
	console.log(x);
	const o = { n: 1 };
	o.n += ((o.n = 20), 3);
	console.log(o.n);
	const a = [1, 2];
	let i = 0;
	a[i] = i = 1;
	console.log(a, i);
	a[i++] += i;
	console.log(a, i);
}

// number literals
{
	console.log(0x1f, 0b1011, 0o17, 1_000_000, 0.5, 5, 1e3, 1e-3, 0xffff_ffff, 0.1e2);
	console.log(1.7976931348623157e308, 5e-324, 123456789012345680000, 1e21, 1e-7);
}

// conversions by operators
{
	const o = {
		valueOf() {
			return 42;
		},
		toString() {
			return 'str';
		},
	};
	console.log(o + 1, `${o}`, o * 2, o > 41, o + '', o == 42, String(o), [o] + '', -o);
	const d = {
		toString() {
			return '7';
		},
	};
	console.log(d * 2, d + 1, d - 1, `${d}`, d == '7', d == 7);
}

// Symbol.toPrimitive
{
	const o = {
		[Symbol.toPrimitive](hint) {
			return hint === 'number' ? 1 : hint === 'string' ? 's' : 'd';
		},
	};
	console.log(+o, `${o}`, o + '', o * 5, String(o), o == 'd', Number(o));
}

// arrays and objects added
{
	console.log(
		[] + [],
		[] + {},
		[1, 2] + [3],
		{} + [],
		[] + 1,
		[5] * 2,
		[] * 1,
		null + 1,
		undefined + 1,
		true + true,
		'a' + null,
	);
}
