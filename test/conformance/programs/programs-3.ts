// @ts-nocheck
export {};

// an interpreter of bytecode
{
	const run = code => {
		const st = [],
			vars = {},
			out = [];
		let pc = 0,
			steps = 0;
		for (;;) {
			if (++steps > 10000) throw new Error('too long');
			const [op, x] = code[pc++];
			switch (op) {
				case 'push':
					st.push(x);
					break;
				case 'load':
					st.push(vars[x]);
					break;
				case 'store':
					vars[x] = st.pop();
					break;
				case 'add': {
					const b = st.pop();
					st.push(st.pop() + b);
					break;
				}
				case 'mul': {
					const b = st.pop();
					st.push(st.pop() * b);
					break;
				}
				case 'lt': {
					const b = st.pop();
					st.push(st.pop() < b);
					break;
				}
				case 'jz':
					if (!st.pop()) pc = x;
					break;
				case 'jmp':
					pc = x;
					break;
				case 'print':
					out.push(st.pop());
					break;
				case 'halt':
					return { out, steps, vars };
				default:
					throw new Error('bad ' + op);
			}
		}
	};
	const loop = [
		['push', 0],
		['store', 'i'],
		['push', 1],
		['store', 'p'],
		['load', 'i'],
		['push', 5],
		['lt'],
		['jz', 18],
		['load', 'p'],
		['push', 2],
		['mul'],
		['store', 'p'],
		['load', 'i'],
		['push', 1],
		['add'],
		['store', 'i'],
		['jmp', 4],
		['halt'],
		['load', 'p'],
		['print'],
		['halt'],
	];
	const r = run(loop);
	console.log(
		r.out.join(),
		r.steps,
		r.vars,
		run([['push', 'a'], ['push', 'b'], ['add'], ['print'], ['halt']]).out[0],
	);
	try {
		run([['nope']]);
	} catch (e) {
		console.log(e.message);
	}
}

// linear congruential numbers
{
	const rng = seed => () => (seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0) / 2 ** 32;
	const r = rng(42),
		a = Array.from({ length: 5 }, r);
	const shuffle = (l, r) => {
		for (let i = l.length - 1; i > 0; i--) {
			const j = Math.floor(r() * (i + 1));
			[l[i], l[j]] = [l[j], l[i]];
		}
		return l;
	};
	console.log(
		a.map(x => x.toFixed(6)).join(),
		shuffle([1, 2, 3, 4, 5, 6], rng(7)).join(),
		rng(1)().toFixed(8),
		shuffle([...'abc'], rng(3)).join(''),
		a.every(x => x < 1),
	);
}

// SHA-like mixing
{
	const rotl = (x, n) => (x << n) | (x >>> (32 - n));
	const hash = s => {
		let a = 0x67452301,
			b = 0xefcdab89 | 0;
		for (let i = 0; i < s.length; i++) {
			a = (rotl(a ^ s.charCodeAt(i), 5) + b) | 0;
			b = Math.imul(b ^ a, 0x9e3779b1);
		}
		return ((a ^ b) >>> 0).toString(16).padStart(8, '0');
	};
	const fnv = s => {
		let h = 0x811c9dc5;
		for (const c of s) {
			h ^= c.charCodeAt(0);
			h = Math.imul(h, 0x01000193) >>> 0;
		}
		return h;
	};
	console.log(
		hash(''),
		hash('a'),
		hash('hello world'),
		fnv(''),
		fnv('hello'),
		rotl(0x80000001, 1),
		hash('a') !== hash('b'),
	);
}

// date ranges and intervals
{
	const merge = l =>
		l
			.slice()
			.sort((a, b) => a[0] - b[0])
			.reduce((out, [s, e]) => {
				const last = out.at(-1);
				if (last && s <= last[1]) last[1] = Math.max(last[1], e);
				else out.push([s, e]);
				return out;
			}, []);
	const gaps = l =>
		merge(l)
			.slice(1)
			.map(([s], i) => s - merge(l)[i][1]);
	console.log(
		merge([
			[1, 3],
			[2, 6],
			[8, 10],
			[9, 12],
		]),
		merge([]),
		merge([
			[5, 6],
			[1, 2],
		]).length,
		gaps([
			[0, 1],
			[4, 5],
			[9, 9],
		]),
		merge([
			[1, 10],
			[2, 3],
		])[0][1],
	);
}

// observers and derived values
{
	const signal = v => {
		const subs = new Set();
		return {
			get value() {
				if (active) subs.add(active);
				return v;
			},
			set value(x) {
				v = x;
				for (const f of [...subs]) f();
			},
		};
	};
	let active = null;
	const effect = f => {
		const run = () => {
			active = run;
			try {
				f();
			} finally {
				active = null;
			}
		};
		run();
	};
	const a = signal(1),
		b = signal(2),
		log = [];
	effect(() => log.push(a.value + b.value));
	a.value = 10;
	b.value++;
	a.value = a.value * 2;
	console.log(log.join(), log.length, a.value, b.value, log.at(-1));
}

// text wrapping and tables
{
	const wrap = (s, n) =>
		s.split(' ').reduce((l, w) => {
			const last = l.at(-1);
			if (last !== undefined && (last + ' ' + w).length <= n) l[l.length - 1] = last + ' ' + w;
			else l.push(w);
			return l;
		}, []);
	const table = rows => {
		const w = rows[0].map((_, i) => Math.max(...rows.map(r => String(r[i]).length)));
		return rows.map(r =>
			r
				.map((c, i) => (typeof c === 'number' ? String(c).padStart(w[i]) : c.padEnd(w[i])))
				.join(' | ')
				.trimEnd(),
		);
	};
	for (const l of wrap('the quick brown fox jumps over the lazy dog', 12)) console.log(l);
	for (const l of table([
		['name', 'n'],
		['apple', 5],
		['kiwi', 120],
	]))
		console.log(l);
}
