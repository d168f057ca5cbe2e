// @ts-nocheck
export {};

// an iterable object
{
	const range = (a, b) => ({
		*[Symbol.iterator]() {
			for (let i = a; i < b; i++) yield i;
		},
	});
	console.log(
		[...range(0, 4)],
		Math.max(...range(1, 6)),
		Array.from(range(0, 3), x => x * 2),
		new Set(range(0, 2)).size,
		Object.fromEntries([...range(0, 2)].map(i => [`k${i}`, i])),
	);
	for (const i of range(7, 9)) console.log(i);
}

// a class with an iterator of its own
{
	class Countdown {
		constructor(n) {
			this.n = n;
		}
		[Symbol.iterator]() {
			let n = this.n;
			return {
				next: () => (n > 0 ? { value: n--, done: false } : { value: undefined, done: true }),
			};
		}
	}
	const c = new Countdown(3);
	const [a, b] = c;
	console.log(
		[...c],
		[...c].length,
		a,
		b,
		Array.from(c).join('-'),
		new Map([...c].map(x => [x, x * x])).get(3),
	);
}

// return is called when a loop is left
{
	const log = [];
	const it = () => ({
		i: 0,
		[Symbol.iterator]() {
			return this;
		},
		next() {
			return { value: this.i++, done: this.i > 5 };
		},
		return(v) {
			log.push('return' + this.i);
			return {};
		},
	});
	for (const v of it()) if (v === 1) break;
	for (const v of it());
	outer: for (const x of [1, 2]) for (const v of it()) continue outer;
	try {
		for (const v of it()) throw 1;
	} catch {}
	console.log(log.join(), log.length, log[0], log[1], log.at(-1));
}

// iterators of arrays
{
	const it = [1, 2][Symbol.iterator]();
	console.log(
		it.next(),
		[...it],
		it.next(),
		typeof it[Symbol.iterator],
		[].values().next().done,
		[5].keys().next().value,
		['z'].entries().next().value,
	);
}

// iterators of maps and sets
{
	const m = new Map([
			['a', 1],
			['b', 2],
		]),
		s = new Set([1, 2]);
	const it = m[Symbol.iterator]();
	console.log(
		it.next().value,
		[...it],
		[...m.keys()],
		[...m.values()],
		[...s.entries()],
		[...s.keys()],
		s.values().next(),
		m.entries().next().value,
	);
}

// iterators of strings
{
	const it = 'a😀'[Symbol.iterator]();
	console.log(
		it.next().value,
		it.next().value,
		it.next().done,
		[...'xy'].join('-'),
		Array.from('12', Number),
		Object.entries('ab').join(';'),
	);
}

// what cannot be iterated
{
	const t = f => {
		try {
			return f();
		} catch (e) {
			return e.name;
		}
	};
	console.log(
		t(() => [...5]),
		t(() => [...null]),
		t(() => {
			for (const x of {});
		}),
		t(() => new Map([1])),
		t(() => Math.max(...undefined)),
		t(() => [...{ [Symbol.iterator]: 1 }]),
		t(() => Array.from(5).length),
		t(() => Array.from({}).length),
	);
}

// next without done
{
	let n = 0;
	const it = {
		[Symbol.iterator]: () => ({
			next: () => (n++ < 3 ? { value: n } : { done: true, value: 'ignored' }),
		}),
	};
	console.log(
		[...it],
		n,
		[...it].length,
		((n = 1), [...it].join()),
		((n = 0), Array.from(it).at(-1)),
	);
}
