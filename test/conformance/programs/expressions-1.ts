// @ts-nocheck
export {};

// additive operators on numbers
{
	const a = 7,
		b = 2.5;
	console.log(a + b, a - b, -a + -b);
	console.log(0.1 + 0.2, 1e308 + 1e308, -1e308 - 1e308);
	console.log(9007199254740992 + 1, 9007199254740992 + 2);
}

// additive operator with strings
{
	const s = 'n=';
	console.log(s + 1, 1 + s, s + null, s + undefined, s + true);
	console.log(1 + 2 + s, s + 1 + 2, s + -0, s + [1, 2], s + {});
}

// multiplicative operators
{
	console.log(6 * 7, -6 * 7, 0 * -1, Infinity * 0, 1 / 3);
	console.log(1 / 0, -1 / 0, 0 / 0, 5 % 3, -5 % 3, 5 % -3, 5.5 % 2, -4 % 2, 5 % 0, 3 % Infinity);
}

// exponentiation
{
	console.log(2 ** 10, 2 ** -1, 2 ** 0.5, (-2) ** 3, 2 ** (3 ** 2));
	console.log(NaN ** 0, 1 ** Infinity, (-8) ** (1 / 3), 0 ** 0, 10 ** 21, 10 ** -7);
	let x = 3;
	x **= 3;
	console.log(x);
}

// bitwise operators
{
	const a = 0xff00ff00,
		b = 0x0ff00ff0;
	console.log(a & b, a | b, a ^ b, ~a, ~~b, ~0, ~-1, ~2147483648, ~4294967295);
	console.log(1.9 | 0, -1.9 | 0, 4294967296 | 0, 2147483648 | 0, NaN | 0, Infinity | 0, 1e20 | 0);
}

// shifts
{
	console.log(1 << 31, 1 << 32, 1 << 33, 5 << 30, -1 << 1);
	console.log(
		-8 >> 1,
		-8 >>> 1,
		-8 >>> 0,
		(2 ** 31) >> 0,
		(2 ** 32) >>> 0,
		-1 >>> 31,
		256 >> 33,
		1 << -1,
	);
}

// unary plus and minus
{
	console.log(
		+'12',
		+'',
		+' 12 ',
		+'0x1f',
		+'1e3',
		+'12px',
		+true,
		+null,
		+undefined,
		+[],
		+[7],
		+{},
	);
	console.log(-'3', -'', -null, -(-1), 1 / -0);
}

// prefix and postfix increment
{
	let i = 5;
	console.log(i++, i, ++i, i, i--, i, --i, i);
	const o = { n: 1, m: '4' };
	console.log(o.n++, o.n, ++o.n, o.n--, --o.n, o.m++, o.m);
	const a = [1, 2, 3];
	let k = 0;
	a[k++]++;
	a[k++] += 10;
	console.log(a, k);
}

// increment of typed elements
{
	const u = new Uint8Array([1, 255, 0]);
	console.log(u[0]++, u[0], ++u[1], u[1], u[2]--, u[2], --u[0], u[0]);
	const f = new Float64Array(2);
	console.log(f[0]++, f[0], f[1]--, f[1], (f[0] += 0.5), f[0]);
}

// relational operators
{
	console.log(
		1 < 2,
		2 < 1,
		1 <= 1,
		2 >= 3,
		3 > 2,
		NaN < 1,
		NaN >= NaN,
		undefined < 1,
		null < 1,
		null >= 0,
	);
	console.log(
		'a' < 'b',
		'a' < 'B',
		'10' < '9',
		'10' < 9,
		10 < '9a',
		'abc' < 'abd',
		'ab' < 'abc',
		'' < 'a',
	);
}

// equality
{
	console.log(1 === 1, '1' === 1, NaN === NaN, 0 === -0, null === undefined, 'a' === 'a');
	console.log(1 !== 2, [] === [], {} === {}, undefined === undefined);
	const o = {};
	const p = o;
	console.log(o === p, o !== p, (() => 1) === (() => 1));
}

// loose equality
{
	console.log(
		1 == '1',
		0 == '',
		null == undefined,
		null == 0,
		'' == 0,
		true == 1,
		true == '1',
		false == '0',
	);
	console.log(
		[1] == 1,
		[] == false,
		'1,2' == [1, 2],
		NaN == NaN,
		undefined == 0,
		'a' == 'a',
		{} == '[object Object]',
	);
	console.log(1 != '1', null != 0, 'x' != 'y');
}

// logical operators give an operand
{
	console.log(1 && 2, 0 && 2, '' && 1, null && 1, NaN && 1, 'a' && 'b');
	console.log(1 || 2, 0 || 2, '' || 'x', null || undefined, 0 || '' || 'last');
	console.log(null ?? 1, undefined ?? 2, 0 ?? 3, '' ?? 4, false ?? 5, NaN ?? 6);
	console.log(!0, !1, !'', !'0', !null, ![], !!{}, !NaN);
}

// short circuit leaves out effects
{
	const log = [];
	const f = (n, v) => (log.push(n), v);
	f(1, true) && f(2, false) && f(3, true);
	f(4, false) || f(5, true) || f(6, true);
	f(7, null) ?? f(8, 1) ?? f(9, 2);
	true || f(10, 1);
	console.log(log.join(), log.length, log[0], log[1], log.at(-1));
}

// conditional operator
{
	const grade = n => (n > 90 ? 'A' : n > 80 ? 'B' : n > 70 ? 'C' : 'D');
	console.log(grade(95), grade(85), grade(75), grade(5), grade(NaN));
	console.log('' ? 1 : 2, [] ? 1 : 2, 0 ? 1 : 2, '0' ? 1 : 2, null ? 1 : 2);
}

// assignment operators
{
	let a = 10;
	a += 5;
	console.log(a);
	a -= 3;
	console.log(a);
	a *= 2;
	console.log(a);
	a /= 4;
	console.log(a);
	a %= 4;
	console.log(a);
	a <<= 3;
	console.log(a);
	a >>= 1;
	console.log(a);
	a >>>= 1;
	console.log(a);
	a |= 9;
	console.log(a);
	a &= 12;
	console.log(a);
	a ^= 5;
	console.log(a);
}

// logical assignment
{
	let a = null,
		b = 0,
		c = 1;
	a ??= 5;
	b ||= 6;
	c &&= 7;
	console.log(a, b, c);
	const o = {
		x: 1,
		get y() {
			return 2;
		},
	};
	o.x ||= 3;
	o.z ??= 4;
	o.y ??= 9;
	o.w &&= 1;
	console.log(o.x, o.z, o.y, o.w, 'w' in o);
	let n = 0;
	const f = () => (n++, 1);
	a ??= f();
	b ||= f();
	console.log(n);
}
