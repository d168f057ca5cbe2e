// @ts-nocheck
export {};

// loop variables
{
	const fs = [];
	for (let i = 0; i < 3; i++) fs.push(() => i);
	for (const v of ['a', 'b']) fs.push(() => v);
	for (const k in { p: 1, q: 2 }) fs.push(() => k);
	for (var j = 0; j < 2; j++) fs.push(() => j);
	console.log(fs.map(f => f()).join(), fs.length, fs[0](), fs[4](), fs.at(-1)());
}

// loop variables that the body changes
{
	const fs = [];
	for (let i = 0; i < 6; i++) {
		fs.push(() => i);
		i++;
	}
	for (let i = 0, inc = () => i++; i < 2; i++) {
		fs.push(() => i);
		if (i > 5) inc();
	}
	console.log(fs.map(f => f()).join(), fs.length, fs[0](), fs[1](), fs[4]());
}

// while and do while
{
	const fs = [];
	let n = 0;
	while (n < 3) {
		const k = n * 10;
		fs.push(() => k + n);
		n++;
	}
	do {
		let k = n;
		fs.push(() => k++);
		n--;
	} while (n > 1);
	console.log(fs.map(f => f()).join(), fs[3](), fs[3](), fs[4](), n);
}

// counters
{
	const counter = () => {
		let n = 0;
		return {
			up: () => ++n,
			down: () => --n,
			get n() {
				return n;
			},
		};
	};
	const a = counter(),
		b = counter();
	a.up();
	a.up();
	b.down();
	console.log(a.n, b.n, a.up(), b.up(), a.n + b.n);
}

// shared variables
{
	let x = 1;
	const get = () => x,
		set = v => {
			x = v;
		};
	set(5);
	console.log(x, get());
	x = 9;
	console.log(get(), (() => (x++, get()))(), x);
}

// shadowing
{
	const x = 'outer';
	const f = x => {
		{
			const x = 'block';
			if (x !== 'block') return 'bad';
		}
		return (x => x + '!')(x);
	};
	const g = () => {
		const before = typeof y;
		var y = 1;
		return before;
	};
	console.log(f('param'), x, g(), ((x = 'd') => x)(), [1].map(x => x)[0]);
}

// closures called where they are made
{
	function total(list, k) {
		let sum = 0;
		for (const v of list) {
			const w = v * 2;
			(() => {
				sum += w * k;
			})();
			[1].forEach(() => {
				sum += v;
			});
		}
		return sum;
	}
	function outer(p) {
		let q = 2;
		for (let i = 0; i < 3; i++) {
			const f = () => {
				q += i + p;
			};
			f();
		}
		return q;
	}
	console.log(total([1, 2, 3], 10), outer(5), outer(0), total([], 1), total([4], 0));
}

// several levels
{
	const f = a => {
		let b = a + 1;
		return c => {
			let d = b + c;
			return e => {
				b++;
				return [a, b, c, d, e].join();
			};
		};
	};
	const g = f(1)(10);
	console.log(g(100), g(200), f(2)(20)(300), f(1)(10)(0), typeof f(1));
}

// closures in classes
{
	class A {
		fs = [];
		constructor(n) {
			for (let i = 0; i < n; i++) this.fs.push(() => this.name + i);
			this.name = 'A';
		}
		late = () => this.name;
	}
	const a = new A(3);
	console.log(
		a.fs.map(f => f()).join(),
		((a.name = 'Z'), a.fs[1]()),
		a.late(),
		new A(0).fs.length,
		a.fs[2].call(null),
	);
}

// closures keep objects alive
{
	const make = () => {
		const big = new Array(1000).fill(7);
		return i => big[i];
	};
	const fs = [];
	for (let i = 0; i < 50; i++) fs.push(make());
	console.log(
		fs.map(f => f(0)).reduce((a, b) => a + b),
		fs[49](999),
		fs[0](1000),
		fs.length,
		fs[10] === fs[11],
	);
}
