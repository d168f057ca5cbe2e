// @ts-nocheck
export {};

// for of over strings, maps and sets
{
	for (const c of 'aé😀') console.log(c, c.length);
	for (const [k, v] of new Map([
		['x', 1],
		['y', 2],
	]))
		console.log(k, v);
	for (const v of new Set([1, 1, 2])) console.log(v);
}

// for of with patterns
{
	for (const {
		id,
		tags: [first],
	} of [
		{ id: 1, tags: ['a'] },
		{ id: 2, tags: [] },
	])
		console.log(id, first);
	for (const [i, [a, b = 'd']] of [
		[1, [2]],
		[3, [4, 5]],
	].entries())
		console.log(i, a, b);
	let x;
	for (x of [7, 8]);
	const o = {};
	for (o.p of ['q']);
	console.log(x, o.p);
}

// nested functions hoist
{
	console.log(f(), typeof g, h());
	function f() {
		return inner();
		function inner() {
			return 'inner';
		}
	}
	var g = () => 1;
	function h() {
		return g === undefined ? 'not yet' : g();
	}
	console.log(g(), h());
}

// var is hoisted
{
	function f() {
		const before = v;
		if (true) {
			var v = 1;
		}
		for (var i = 0; i < 3; i++) {
			var w = i;
		}
		return [before, v, i, w].join();
	}
	console.log(f(), f.length, f.name, typeof f, String(f()).length);
}

// block scope
{
	const x = 'outer';
	{
		const x = 'inner';
		console.log(x);
		{
			const x = 'deep';
			console.log(x);
		}
		console.log(x);
	}
	console.log(x);
	if (true) {
		let x = 1;
		console.log(x);
	}
	for (let x = 0; x < 1; x++) console.log(x);
	console.log(x);
}

// temporal dead zone
{
	const t = f => {
		try {
			return f();
		} catch (e) {
			return e.name;
		}
	};
	console.log(
		t(() => {
			const v = a;
			let a = 1;
			return v;
		}),
	);
	console.log(
		t(() => {
			a = 1;
			let a;
			return a;
		}),
	);
	console.log(
		t(() => {
			const f = () => b;
			const r = f();
			const b = 2;
			return r;
		}),
	);
	console.log(
		t(() => {
			const f = () => b;
			const b = 2;
			return f();
		}),
	);
	console.log(
		t(() => new C()),
		t(() => {
			const d = new D();
			class D {}
			return d;
		}),
	);
	class C {
		toString() {
			return 'c';
		}
	}
}

// const binds, and does not freeze
{
	const a = [1];
	a.push(2);
	const o = { n: 0 };
	o.n++;
	for (const i of a) {
		const twice = i * 2;
		console.log(twice);
	}
	for (const k in o) console.log(k);
	console.log(
		a.length,
		o.n,
		(() => {
			const x = 1;
			{
				const x = 2;
				return x;
			}
		})(),
	);
}

// empty statements and blocks
{
	{
	}
	if (true);
	for (let i = 0; i < 3; i++);
	const f = () => {};
	console.log(f(), (() => ({}))(), typeof f(), [].length, ''.length);
}

// return in nested loops
{
	const find = (m, v) => {
		for (let i = 0; i < m.length; i++)
			for (let j = 0; j < m[i].length; j++) if (m[i][j] === v) return [i, j];
		return null;
	};
	const m = [
		[1, 2],
		[3, 4],
	];
	console.log(find(m, 1), find(m, 3), find(m, 4), find(m, 9), find([], 1));
}

// automatic semicolons
{
	const a = 1;
	const b = 2;
	const c = a + b;
	const f = () => {
		return;
		5;
	};
	let d = a;
	++d;
	console.log(a, b, c, f(), d);
}

// early exits
{
	function f(n) {
		if (n === 0) return;
		if (n === 1) return 'one';
		switch (n) {
			case 2:
				return 'two';
		}
		while (true) {
			if (n === 3) return 'three';
			break;
		}
		do {
			return 'rest';
		} while (0);
	}
	console.log(f(0), f(1), f(2), f(3), f(4));
}
