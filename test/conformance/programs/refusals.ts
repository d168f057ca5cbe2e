// @ts-nocheck
export {};

// BigInt literals
{
	console.log(2n ** 64n, 7n / 2n, -7n % 3n, 1n + 2n, typeof 1n);
}

// BigInt conversions
{
	console.log(
		BigInt(5),
		BigInt('123'),
		BigInt.asUintN(8, BigInt(257)),
		String(BigInt(9)),
		BigInt(2) > 1,
	);
}

// BigInt arrays
{
	const a = new BigInt64Array(2),
		b = new BigUint64Array(1);
	console.log(a.length, b.length, a.byteLength, a[0], b[0]);
}

// Proxy
{
	const p = new Proxy({}, { get: (_, k) => `got ${String(k)}` });
	console.log(p.a, p.b, p[1], 'x' in p, Object.keys(p).length);
}

// eval
{
	console.log(eval('1 + 1'), eval('"a"'), eval('[1]').length, eval('null'), eval('typeof 1'));
}

// new Function
{
	const f = new Function('a', 'b', 'return a + b');
	console.log(f(1, 2), f('a', 'b'), f.length, typeof f, new Function('return 5')());
}

// extending Array
{
	class Stack extends Array {
		top() {
			return this[this.length - 1];
		}
	}
	const s = new Stack();
	s.push(1, 2);
	console.log(
		s.top(),
		s.length,
		s instanceof Array,
		Array.isArray(s),
		s.map(x => x).constructor === Stack,
	);
}

// extending Map
{
	class M extends Map {
		get(k) {
			return super.get(k) ?? 'none';
		}
	}
	const m = new M([[1, 2]]);
	console.log(m.get(1), m.get(5), m.size, m instanceof Map, m.has(1));
}

// extending Promise
{
	class P extends Promise {
		extra() {
			return 'extra';
		}
	}
	console.log(
		P.resolve(1) instanceof P,
		new P(() => {}).extra(),
		typeof P,
		P.name,
		P.resolve(1).then(() => 1) instanceof P,
	);
}

// Intl
{
	console.log(
		new Intl.NumberFormat('en').format(1234.5),
		typeof Intl,
		new Intl.DateTimeFormat('en').format(new Date(0)),
		[...'ab'].length,
		new Intl.Collator().compare('a', 'b'),
	);
}
