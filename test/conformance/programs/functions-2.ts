// @ts-nocheck
export {};

// immediately invoked functions
{
	const m = (() => {
		let n = 0;
		return { inc: () => ++n, get: () => n };
	})();
	m.inc();
	m.inc();
	console.log(
		m.get(),
		(function () {
			return 'f';
		})(),
		(() => ({ a: 1 }))().a,
		!(function () {
			return false;
		})(),
		function () {
			return typeof this;
		}.call(5),
	);
}

// functions have properties
{
	function f() {
		f.count = (f.count || 0) + 1;
		return f.count;
	}
	f();
	f();
	f.meta = { a: 1 };
	console.log(
		f.count,
		f.meta.a,
		Object.keys(f),
		'count' in f,
		typeof f.prototype,
		f instanceof Function,
		delete f.meta,
		f.meta,
	);
}

// getter functions and closures over parameters
{
	const make = (n, step = 1) => ({
		next: () => (n += step),
		reset(v = 0) {
			n = v;
			return this;
		},
		get value() {
			return n;
		},
	});
	const a = make(1),
		b = make(10, 5);
	console.log(a.next(), a.next(), b.next(), a.value, b.reset().next(), a.reset(7).value);
}

// spread in calls
{
	const f = (...a) => a.join('|');
	const l = [1, 2];
	console.log(
		f(...l),
		f(0, ...l, 3, ...'ab'),
		f(...[]),
		f(...new Set([1, 1, 2])),
		new Date(...[2020, 0, 15]).getDate(),
		Math.max(...l, ...l.map(x => x * 5)),
		f.apply(null, l),
	);
}

// returns without a value
{
	const a = () => {},
		b = () => {
			return;
		},
		c = () => void 0,
		d = x => {
			if (x) return 1;
		};
	console.log(a(), b(), c(), d(0), d(1), [1].map(a), (() => [])().length);
}

// generators, async and arrows are functions
{
	const types = [
		function () {},
		() => 1,
		async () => 1,
		function* () {},
		async function* () {},
		class {},
	];
	console.log(
		types.map(f => typeof f).join(),
		types.map(f => f instanceof Function).join(),
		types.map(f => Object.prototype.toString.call(f)).join(),
	);
	for (const f of [() => 1, { m() {} }.m])
		try {
			new f();
		} catch (e) {
			console.log(e.name);
		}
}

// functions in arrays and objects
{
	const table = [x => x + 1, x => x * 2, x => x ** 2];
	const o = {
		ops: table,
		run(x) {
			return this.ops.map(f => f(x));
		},
	};
	console.log(
		table[1](5),
		o.run(3),
		o.ops[0](1),
		table.reduce((a, f) => f(a), 1),
		table.map(f => f.length),
	);
}

// functions that return functions that return functions
{
	const f = a => b => c => d => `${a}${b}${c}${d}`;
	const g = (a, cb) => cb(a, (b, cb2) => cb2(a + b));
	console.log(
		f(1)(2)(3)(4),
		f('a')('b')('c')('d'),
		g(1, (x, k) => k(2, s => s + x)),
		[1, 2].map(f(0)(0)(0)),
		typeof f(1)(2),
	);
}

// optional and changed parameters
{
	function f(a, b) {
		b = b ?? 'dflt';
		a.x = 1;
		a = { x: 2 };
		return a.x + b;
	}
	const o = {};
	console.log(f(o), o.x, f({}, 0), f({}, null), f({}, '') === '2');
}
