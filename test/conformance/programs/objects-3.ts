// @ts-nocheck
export {};

// methods and this
{
	const o = {
		n: 1,
		m() {
			return this.n;
		},
		a: () => typeof this,
		f: function () {
			return (() => this.n)();
		},
		nested: {
			n: 2,
			m() {
				return this.n;
			},
		},
	};
	const { m } = o;
	console.log(o.m(), o['m'](), o.m(), o.nested.m(), o.f(), o.m.call({ n: 9 }), o.a());
	try {
		console.log(m());
	} catch (e) {
		console.log(e.name);
	}
}

// toString and valueOf of objects
{
	const o = {
		toString() {
			return 'T';
		},
	};
	console.log(
		`${o}`,
		o + '',
		String([o, o]),
		[1, 2] + '',
		String({}),
		{}.toString(),
		Object.prototype.toString.call([]),
		Object.prototype.toString.call(null),
		Object.prototype.toString.call(1),
		Object.prototype.toString.call(() => 1),
		Object.prototype.toString.call('s'),
		Object.prototype.toString.call(undefined),
		Object.prototype.toString.call(new Date(0)),
		Object.prototype.toString.call(/x/),
	);
}

// Symbol.toStringTag
{
	class T {
		get [Symbol.toStringTag]() {
			return 'Tag';
		}
	}
	console.log(
		String(new T()),
		Object.prototype.toString.call(new T()),
		Object.prototype.toString.call(new Map()),
		Object.prototype.toString.call(Promise.resolve()),
		`${{ [Symbol.toStringTag]: 'X' }}`,
	);
}

// nested updates
{
	const state = { user: { name: 'a', tags: ['x'] }, n: 0 };
	const next = {
		...state,
		n: state.n + 1,
		user: { ...state.user, tags: [...state.user.tags, 'y'] },
	};
	console.log(state, next, state.user === next.user, next.user.tags.length, state.user.tags.length);
}

// deep equality and deep copies
{
	const eq = (a, b) =>
		a === b ||
		(typeof a === 'object' &&
			typeof b === 'object' &&
			a &&
			b &&
			Object.keys(a).length === Object.keys(b).length &&
			Object.keys(a).every(k => eq(a[k], b[k])));
	const copy = x =>
		Array.isArray(x)
			? x.map(copy)
			: x && typeof x === 'object'
				? Object.fromEntries(Object.entries(x).map(([k, v]) => [k, copy(v)]))
				: x;
	const o = { a: [1, { b: 2 }], c: null };
	const p = copy(o);
	console.log(
		eq(o, p),
		o === p,
		eq({ a: 1 }, { a: 2 }),
		eq([], []),
		eq(1, '1'),
		((p.a[1].b = 3), eq(o, p)),
		o.a[1].b,
	);
}

// counting words
{
	const text = 'the cat and the dog and the bird';
	const count = {};
	for (const w of text.split(' ')) count[w] = (count[w] || 0) + 1;
	const top = Object.entries(count).sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1));
	console.log(
		count,
		top[0],
		top.map(([w]) => w).join(),
		Object.keys(count).length,
		count.constructor === Object,
		count.nope,
	);
}

// objects as maps of functions
{
	const ops = { '+': (a, b) => a + b, '-': (a, b) => a - b, '*': (a, b) => a * b };
	const rpn = s =>
		s
			.split(' ')
			.reduce(
				(st, t) =>
					t in ops
						? [ops[t](st.at(-2), st.at(-1)), ...st.slice(0, -2)].reverse().reverse()
						: [...st, +t],
				[],
			)
			.at(0);
	console.log(
		ops['+'](1, 2),
		rpn('3 4 +'),
		Object.keys(ops).map(k => ops[k](6, 3)),
		ops['/']?.(1, 2),
		'constructor' in ops,
	);
}

// Object.groupBy by hand, and Object.entries of arrays
{
	const o = Object.entries(['a', 'b']).map(([i, v]) => i + v);
	const inv = Object.fromEntries(Object.entries({ a: 'x', b: 'y' }).map(([k, v]) => [v, k]));
	console.log(
		o,
		inv,
		Object.entries({ b: 1, a: 2 }).sort(),
		Object.keys({ ...[1, 2] }),
		Object.values({ a: { b: 1 } })[0].b,
	);
}

// getters that compute once
{
	let n = 0;
	const o = {
		get lazy() {
			n++;
			const v = { made: n };
			Object.defineProperty(this, 'lazy', { value: v, enumerable: true });
			return v;
		},
	};
	console.log(o.lazy.made, o.lazy.made, n, o.lazy === o.lazy, Object.keys(o));
}
