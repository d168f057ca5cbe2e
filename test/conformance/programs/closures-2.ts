// @ts-nocheck
export {};

// variables in catch and switch
{
	const fs = [];
	for (const m of ['a', 'b'])
		try {
			throw new Error(m);
		} catch (e) {
			fs.push(() => e.message);
		}
	for (let i = 0; i < 2; i++)
		switch (i) {
			case 0: {
				let s = 'zero';
				fs.push(() => s);
				break;
			}
			default: {
				let s = 'one';
				fs.push(() => s);
			}
		}
	console.log(fs.map(f => f()).join(), fs.length, fs[0](), fs[1](), fs[3]());
}

// functions declared in blocks
{
	const out = [];
	for (let i = 0; i < 2; i++) {
		function g() {
			return 'g' + i;
		}
		out.push(g());
		const keep = g;
		out.push(keep());
	}
	if (true) {
		function h() {
			return 'h';
		}
		out.push(h());
	}
	{
		function k() {
			return 'k1';
		}
		out.push(k());
	}
	{
		function k() {
			return 'k2';
		}
		out.push(k());
	}
	console.log(out.join(), out.length, out[0], out[2], out.at(-1));
}

// mutual references
{
	const isEven = n => (n === 0 ? true : isOdd(n - 1));
	const isOdd = n => (n === 0 ? false : isEven(n - 1));
	let later;
	const call = () => later();
	later = () => 'later';
	console.log(isEven(10), isOdd(10), call(), ((later = () => 'changed'), call()), isEven(7));
}

// partial application with this
{
	const o = {
		n: 2,
		mul(x) {
			return x * this.n;
		},
		all(l) {
			return l.map(x => this.mul(x));
		},
		self() {
			return () => () => this;
		},
	};
	console.log(
		o.all([1, 2, 3]),
		o.self()()() === o,
		o.mul.bind(o)(7),
		[5].map(o.mul, o)[0],
		o.all([]).length,
	);
}

// debounce-like queues
{
	const q = [];
	const later = f => q.push(f);
	for (let i = 0; i < 3; i++) {
		let v = i;
		later(() => v++ + i);
		later(() => v);
	}
	console.log(q.map(f => f()).join(), q.map(f => f()).join(), q.length, q[0](), q[1]());
}

// closures over destructured variables
{
	const fs = [];
	for (const [k, { v }] of Object.entries({ a: { v: 1 }, b: { v: 2 } })) fs.push(() => k + v);
	const { x, ...rest } = { x: 1, y: 2 };
	const g =
		({ p, q: [r] }) =>
		() =>
			p + r;
	console.log(
		fs.map(f => f()).join(),
		(() => rest.y + x)(),
		g({ p: 1, q: [5] })(),
		fs.length,
		fs[0](),
	);
}

// a once function
{
	const once = f => {
		let done = false,
			v;
		return (...a) => {
			if (!done) {
				done = true;
				v = f(...a);
			}
			return v;
		};
	};
	let n = 0;
	const f = once(x => (n++, x * 2));
	console.log(f(4), f(5), f(), n, once(() => 'x')());
}

// top-level variables used before their place
{
	const handlers = { start: onStart, stop: () => onStop(LIMIT) };
	function onStart() {
		return LIMIT * 2;
	}
	const LIMIT = 10;
	const onStop = x => 'stop' + x + extra;
	let extra = '!';
	console.log(
		handlers.start(),
		handlers.stop(),
		((extra = '?'), handlers.stop()),
		onStart(),
		LIMIT,
	);
}
