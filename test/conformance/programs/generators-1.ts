// @ts-nocheck
export {};

// yield and next
{
	function* g() {
		const a = yield 1;
		const b = yield a * 2;
		return a + b;
	}
	const it = g();
	console.log(it.next('ignored'), it.next(10), it.next(5), it.next(), it.next(1).value);
}

// iteration takes values only
{
	function* g() {
		yield 1;
		yield 2;
		return 3;
	}
	console.log([...g()], Array.from(g()), Math.max(...g()), [...g()].length);
	for (const v of g()) console.log(v);
	const [a, b, c] = g();
	console.log(a, b, c);
}

// infinite sequences
{
	function* naturals() {
		let n = 0;
		while (true) yield n++;
	}
	function* take(n, it) {
		for (const v of it) {
			if (n-- <= 0) return;
			yield v;
		}
	}
	function* map(f, it) {
		for (const v of it) yield f(v);
	}
	function* filter(f, it) {
		for (const v of it) if (f(v)) yield v;
	}
	console.log(
		[...take(5, naturals())],
		[
			...take(
				3,
				map(x => x * x, naturals()),
			),
		],
		[
			...take(
				4,
				filter(x => x % 3 === 0, naturals()),
			),
		],
		[...take(0, naturals())].length,
		take(1, 'x')[Symbol.iterator]().next().value,
	);
}

// yield star
{
	function* a() {
		const r = yield* b();
		yield r;
		yield* [10, 20];
		yield* 'xy';
		return 'end';
	}
	function* b() {
		yield 1;
		return 'from b';
	}
	function* c() {
		const r = yield* a();
		yield r;
	}
	console.log([...a()], [...c()], [...a()].length, a().next(), [
		...(function* () {
			yield* new Set([7]);
		})(),
	]);
}

// return and throw
{
	const log = [];
	function* g() {
		try {
			yield 1;
			yield 2;
		} catch (e) {
			log.push('caught ' + e);
			yield 'after';
		} finally {
			log.push('finally');
		}
	}
	const a = g();
	a.next();
	console.log(a.return(7), a.next(), log.join());
	const b = g();
	b.next();
	console.log(b.throw('err'), b.next(), b.next(), log.join());
	const c = g();
	try {
		c.throw(new Error('early'));
	} catch (e) {
		console.log(e.message, c.next());
	}
}

// finally when a loop is left
{
	const log = [];
	function* g() {
		try {
			for (let i = 0; ; i++) yield i;
		} finally {
			log.push('closed');
		}
	}
	for (const v of g()) {
		if (v === 2) break;
	}
	for (const v of g()) {
		if (v < 1) continue;
		log.push(v);
		break;
	}
	(() => {
		for (const v of g()) return v;
	})();
	try {
		for (const v of g()) throw new Error('x');
	} catch {
		log.push('thrown');
	}
	console.log(log.join(), log.length, log[0], log[1], log.at(-1));
}

// yield inside finally
{
	function* g() {
		try {
			yield 'a';
			return 'r';
		} finally {
			yield 'cleanup';
		}
	}
	console.log([...g()], [...g()].length);
	const it = g();
	it.next();
	console.log(it.return('x'), it.next(), it.next());
}

// generator methods
{
	class C {
		*items() {
			yield* this.l;
		}
		l = [1, 2];
		static *make() {
			yield 's';
		}
		*[Symbol.iterator]() {
			yield* this.items();
			yield 3;
		}
	}
	const o = {
		*g(n) {
			for (let i = 0; i < n; i++) yield this.k + i;
		},
		k: 10,
	};
	console.log([...new C()], [...C.make()], [...o.g(3)], [...new C().items()], o.g().next().done);
}

// arguments and this
{
	function* g() {
		yield arguments.length;
		yield this?.x;
		yield* [].slice.call(arguments, 1);
	}
	console.log([...g.call({ x: 5 }, 'a', 'b', 'c')], [...g()].length, [
		...g.apply({ x: 1 }, [9, 8]),
	]);
	function* d(a, b = a + 1, ...[c]) {
		yield [a, b, c].join();
	}
	console.log(d(1).next().value, d(1, 2, 3).next().value);
}
