// @ts-nocheck
export {};

// parameters
{
	function f(a, b = a + 1, ...c) {
		return [a, b, c.length, arguments.length].join();
	}
	console.log(
		f(),
		f(1),
		f(1, 2),
		f(1, undefined, 3),
		f(1, null, 3, 4),
		f.length,
		((a, b = 1, c) => 0).length,
		((...a) => 0).length,
	);
}

// default parameters see earlier ones
{
	let n = 0;
	const f = (a, b = a * 2, c = () => a + b) => {
		a = 100;
		return [a, b, c()].join();
	};
	const g = (x = n++, y = n++) => [x, y].join();
	console.log(f(1), f(1, 5), g(), g(9), g(undefined, 8), n);
	const h = ({ a = 1, b: { c = 2 } = {} } = {}, [d = 3] = []) => [a, c, d].join();
	console.log(h(), h({ a: 9 }), h({ b: { c: 8 } }, [7]), h(undefined, []));
}

// arguments
{
	function f() {
		return arguments.length + ':' + Array.from(arguments).join() + ':' + typeof arguments;
	}
	function g() {
		return [...arguments].map(x => x * 2);
	}
	function h(a) {
		return (() => arguments[0] + arguments.length)();
	}
	console.log(
		f(),
		f(1, 'a', null),
		g(1, 2),
		h(5, 6),
		(function () {
			return arguments[9];
		})(1),
	);
}

// call, apply and bind
{
	function f(a, b) {
		return `${this?.n}:${a}:${b}`;
	}
	const o = { n: 1 };
	console.log(
		f.call(o, 2, 3),
		f.apply(o, [4, 5]),
		f.bind(o)(6, 7),
		f.bind(o, 8)(9),
		f.bind(o, 1).bind({ n: 2 }, 3)(),
		f.call(null),
		f.apply(undefined, []),
		f.bind(o, 1).length,
		f.bind(o).name,
	);
}

// names and lengths
{
	const a = () => 1,
		b = function () {},
		c = function inner() {},
		o = {
			m() {},
			get g() {
				return 1;
			},
			f: () => 1,
			['x' + 1]: () => 2,
		};
	console.log(
		[
			a.name,
			b.name,
			c.name,
			o.m.name,
			o.f.name,
			o.x1.name,
			(() => 1).name === '',
			Object.getOwnPropertyDescriptor(o, 'g').get.name,
		].join('|'),
	);
	function two(a, b) {}
	console.log(two.length, two.name, Math.max.length, [].push.length, parseInt.name);
}

// recursion
{
	const fact = n => (n <= 1 ? 1 : n * fact(n - 1));
	const fib = n => (n < 2 ? n : fib(n - 1) + fib(n - 2));
	function ack(m, n) {
		return m === 0 ? n + 1 : n === 0 ? ack(m - 1, 1) : ack(m - 1, ack(m, n - 1));
	}
	const even = n => n === 0 || odd(n - 1),
		odd = n => n !== 0 && even(n - 1);
	console.log(fact(10), fact(20), fib(15), ack(2, 3), even(10), odd(7));
}

// named function expressions
{
	const f = function g(n) {
		return n ? n + g(n - 1) : 0;
	};
	const h = f;
	console.log(
		f(4),
		h(3),
		typeof g,
		f.name,
		(function loop(i) {
			return i > 5 ? i : loop(i + 2);
		})(0),
	);
}

// functions as values
{
	const compose =
		(...f) =>
		x =>
			f.reduceRight((a, g) => g(a), x);
	const curry = f =>
		function c(...a) {
			return a.length >= f.length ? f(...a) : (...b) => c(...a, ...b);
		};
	const add3 = curry((a, b, c) => a + b + c);
	console.log(
		compose(
			x => x + 1,
			x => x * 2,
		)(5),
		add3(1)(2)(3),
		add3(1, 2)(3),
		add3(1)(2, 3),
		compose()(7),
		[1, 2, 3].map(add3(1)(1)).join(),
	);
}

// memoization
{
	let calls = 0;
	const memo = f => {
		const c = new Map();
		return n => {
			if (!c.has(n)) c.set(n, f(n));
			return c.get(n);
		};
	};
	const fib = memo(n => (calls++, n < 2 ? n : fib(n - 1) + fib(n - 2)));
	console.log(fib(50), calls, fib(50), calls, fib(10));
}
