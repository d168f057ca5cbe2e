// @ts-nocheck
export {};

// lazy pipelines
{
	class Seq {
		constructor(it) {
			this.it = it;
		}
		static of(...a) {
			return new Seq(a);
		}
		*[Symbol.iterator]() {
			yield* this.it;
		}
		map(f) {
			const s = this;
			return new Seq(
				(function* () {
					for (const v of s) yield f(v);
				})(),
			);
		}
		filter(f) {
			const s = this;
			return new Seq(
				(function* () {
					for (const v of s) if (f(v)) yield v;
				})(),
			);
		}
		first(n) {
			const out = [];
			for (const v of this) {
				if (out.length >= n) break;
				out.push(v);
			}
			return out;
		}
	}
	console.log(
		Seq.of(1, 2, 3, 4)
			.map(x => x * 10)
			.filter(x => x > 10)
			.first(2),
		[...Seq.of('a', 'b')],
		Seq.of().first(3),
		Seq.of(1)
			.map(x => x + 1)
			.first(1)[0],
		[...new Seq('hey').map(c => c + c)].join(''),
	);
}

// zipping iterators by hand
{
	const zip = function* (a, b) {
		const x = a[Symbol.iterator](),
			y = b[Symbol.iterator]();
		for (;;) {
			const p = x.next(),
				q = y.next();
			if (p.done || q.done) return;
			yield [p.value, q.value];
		}
	};
	console.log(
		[...zip([1, 2], 'ab')],
		[...zip([1], [])],
		[...zip(new Set([1, 2, 3]), [4, 5])].length,
		Object.fromEntries(zip(['x', 'y'], [1, 2])),
		new Map(zip([1], [2])).get(1),
	);
}

// iterables are taken by constructors
{
	function* g() {
		yield ['a', 1];
		yield ['b', 2];
	}
	console.log(
		new Map(g()).size,
		Object.fromEntries(g()),
		new Set(g()).size,
		new Uint8Array(
			(function* () {
				yield 1;
				yield 300;
			})(),
		).join(),
		Array.from(g(), ([k]) => k),
	);
}

// changes during iteration
{
	const s = new Set([1, 2, 3]);
	const seen = [];
	for (const v of s) {
		seen.push(v);
		if (v === 1) {
			s.delete(2);
			s.add(4);
		}
	}
	const m = new Map([[1, 'a']]);
	for (const [k] of m) {
		if (k < 4) m.set(k + 1, 'n');
		seen.push('m' + k);
	}
	console.log(seen.join(), s.size, m.size, seen.length, [...m.keys()].join());
}

// spread into new collections
{
	const m = new Map([['x', 1]]),
		n = new Map([...m, ['y', 2]]);
	const a = [...[1, 2].entries(), ...m];
	console.log(n.size, a, [...new Set([...'hello'])].join(''), [...[...[1, 2]]], [...m][0][1]);
}

// iterator results are read once
{
	const log = [];
	const it = {
		[Symbol.iterator]() {
			log.push('iter');
			return {
				next() {
					log.push('next');
					return {
						get done() {
							log.push('done');
							return log.length > 8;
						},
						get value() {
							log.push('value');
							return 1;
						},
					};
				},
			};
		},
	};
	for (const v of it) log.push('body');
	console.log(log.join(' '), log.length, log[0], log[4], log.at(-1));
}
