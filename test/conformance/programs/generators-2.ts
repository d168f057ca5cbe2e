// @ts-nocheck
export {};

// nothing runs before next
{
	const log = [];
	function* g(x) {
		log.push('start' + x);
		yield;
		log.push('mid');
	}
	const it = g(1),
		it2 = g(2);
	log.push('made');
	it2.next();
	it.next();
	it.next();
	console.log(log.join(), log.length, it.next().done, it2.next().done, log.length);
}

// state between steps
{
	function* fib() {
		let [a, b] = [0, 1];
		for (;;) {
			yield a;
			[a, b] = [b, a + b];
		}
	}
	function* bank() {
		let sum = 0;
		for (;;) {
			const d = yield sum;
			if (d === 'stop') return `total ${sum}`;
			sum += d;
		}
	}
	const f = fib(),
		k = bank();
	const out = [];
	for (let i = 0; i < 10; i++) out.push(f.next().value);
	console.log(
		out.join(),
		k.next().value,
		k.next(5).value,
		k.next(10).value,
		k.next('stop').value,
		k.next().done,
	);
}

// tree walks
{
	const tree = {
		v: 1,
		c: [
			{ v: 2, c: [{ v: 3, c: [] }] },
			{ v: 4, c: [] },
		],
	};
	function* depth(t) {
		yield t.v;
		for (const c of t.c) yield* depth(c);
	}
	function* breadth(t) {
		const q = [t];
		while (q.length) {
			const n = q.shift();
			yield n.v;
			q.push(...n.c);
		}
	}
	console.log(
		[...depth(tree)].join(),
		[...breadth(tree)].join(),
		depth(tree).next().value,
		[...depth(tree)].length,
		[...breadth({ v: 9, c: [] })][0],
	);
}

// permutations and combinations
{
	function* perms(a) {
		if (a.length < 2) {
			yield a;
			return;
		}
		for (let i = 0; i < a.length; i++)
			for (const p of perms([...a.slice(0, i), ...a.slice(i + 1)])) yield [a[i], ...p];
	}
	function* combos(a, k, at = 0) {
		if (k === 0) {
			yield [];
			return;
		}
		for (let i = at; i < a.length; i++) for (const c of combos(a, k - 1, i + 1)) yield [a[i], ...c];
	}
	console.log(
		[...perms([1, 2, 3])].map(p => p.join('')).join(),
		[...combos(['a', 'b', 'c'], 2)].map(c => c.join('')).join(),
		[...perms([1, 2, 3, 4])].length,
		[...combos([1, 2, 3, 4, 5], 3)].length,
		[...perms([])].length,
	);
}

// errors inside
{
	function* g() {
		yield 1;
		throw new RangeError('inside');
	}
	const it = g();
	console.log(it.next().value);
	try {
		it.next();
	} catch (e) {
		console.log(e.name, e.message);
	}
	console.log(it.next(), it.next().value);
	try {
		[...g()];
	} catch (e) {
		console.log('spread', e.message);
	}
}

// generator objects
{
	function* g() {}
	const it = g();
	console.log(
		it[Symbol.iterator]() === it,
		typeof it.next,
		String(it),
		Object.prototype.toString.call(g),
		it instanceof g,
		it.next(),
	);
}

// running generators are not entered again
{
	let it;
	function* g() {
		try {
			it.next();
		} catch (e) {
			yield e.name;
		}
		yield 'ok';
	}
	it = g();
	console.log(it.next().value, it.next().value, it.next().done, it.return(4), it.next());
}

// a scheduler
{
	const log = [];
	function* task(name, n) {
		for (let i = 0; i < n; i++) {
			log.push(name + i);
			yield;
		}
		return name;
	}
	const q = [task('a', 2), task('b', 3), task('c', 1)];
	const done = [];
	while (q.length) {
		const t = q.shift();
		const r = t.next();
		if (r.done) done.push(r.value);
		else q.push(t);
	}
	console.log(log.join(), done.join(), log.length, log[0], log.at(-1));
}
