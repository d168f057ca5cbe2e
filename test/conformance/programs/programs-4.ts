// @ts-nocheck
export {};

// a virtual file system
{
	class Dir {
		constructor(name, parent = null) {
			this.name = name;
			this.parent = parent;
			this.kids = new Map();
		}
		mkdir(p) {
			return p
				.split('/')
				.filter(Boolean)
				.reduce((d, n) => {
					if (!d.kids.has(n)) d.kids.set(n, new Dir(n, d));
					return d.kids.get(n);
				}, this);
		}
		write(n, t) {
			this.kids.set(n, t);
			return this;
		}
		get path() {
			return this.parent ? `${this.parent.path.replace(/\/$/, '')}/${this.name}` : '/';
		}
		*walk() {
			for (const [n, k] of this.kids) {
				if (k instanceof Dir) {
					yield k.path;
					yield* k.walk();
				} else yield `${this.path}/${n}:${k.length}`;
			}
		}
	}
	const root = new Dir('');
	root.mkdir('a/b/c').write('f.txt', 'hello');
	root.mkdir('a/d').write('g', '');
	console.log(
		[...root.walk()].join(' '),
		root.mkdir('a/b').path,
		root.kids.size,
		root.mkdir('a/b/c').kids.get('f.txt'),
		[...root.mkdir('a').kids.keys()].join(),
	);
}

// pattern matching of routes
{
	const route = pattern => {
		const keys = [];
		const re = new RegExp(
			'^' +
				pattern.replace(/:(\w+)/g, (_, k) => (keys.push(k), '([^/]+)')).replace('*', '.*') +
				'$',
		);
		return path => {
			const m = re.exec(path);
			return m && Object.fromEntries(keys.map((k, i) => [k, decodeURIComponent(m[i + 1])]));
		};
	};
	const user = route('/users/:id/posts/:post');
	console.log(
		user('/users/7/posts/hello%20there'),
		user('/users/7'),
		route('/static/*')('/static/a/b'),
		route('/')('/'),
		route('/:a')('/x').a,
	);
}

// units and conversion chains
{
	const units = new Map([
		['km', 1000],
		['m', 1],
		['cm', 0.01],
		['mi', 1609.344],
	]);
	const conv = (v, a, b) => {
		if (!units.has(a) || !units.has(b))
			throw new RangeError(`unknown unit ${units.has(a) ? b : a}`);
		return (v * units.get(a)) / units.get(b);
	};
	console.log(
		conv(5, 'km', 'm'),
		conv(1, 'mi', 'km').toFixed(3),
		conv(250, 'cm', 'm'),
		[...units.keys()].map(u => conv(1, u, 'm')).join(),
	);
	try {
		conv(1, 'km', 'ly');
	} catch (e) {
		console.log(e.name, e.message);
	}
}

// memory of a machine
{
	class Memory {
		#bytes = new Uint8Array(64);
		#view = new DataView(this.#bytes.buffer);
		write32(a, v) {
			this.#view.setUint32(a, v, true);
			return this;
		}
		read8(a) {
			return this.#bytes[a];
		}
		read32(a) {
			return this.#view.getUint32(a, true);
		}
		dump(a, n) {
			return [...this.#bytes.subarray(a, a + n)]
				.map(b => b.toString(16).padStart(2, '0'))
				.join(' ');
		}
	}
	const m = new Memory().write32(0, 0xdeadbeef).write32(4, 42);
	console.log(m.read8(0), m.read32(0), m.dump(0, 8), m.read32(4), m.read8(63), m.read8(64));
}

// Brainfuck
{
	const bf = (src, input = '') => {
		const t = new Uint8Array(100),
			jump = {},
			st = [];
		[...src].forEach((c, i) => {
			if (c === '[') st.push(i);
			if (c === ']') {
				const j = st.pop();
				jump[i] = j;
				jump[j] = i;
			}
		});
		let p = 0,
			out = '',
			k = 0;
		for (let i = 0; i < src.length; i++) {
			switch (src[i]) {
				case '>':
					p++;
					break;
				case '<':
					p--;
					break;
				case '+':
					t[p]++;
					break;
				case '-':
					t[p]--;
					break;
				case '.':
					out += String.fromCharCode(t[p]);
					break;
				case ',':
					t[p] = k < input.length ? input.charCodeAt(k++) : 0;
					break;
				case '[':
					if (!t[p]) i = jump[i];
					break;
				case ']':
					if (t[p]) i = jump[i];
			}
		}
		return out;
	};
	console.log(
		bf('++++++++[>++++++++<-]>+.'),
		bf(',[.,]', 'echo'),
		bf('++++++++++[>+++++++>++++++++++>+++>+<<<<-]>++.>+.+++++++..+++.'),
		bf('') === '',
		bf('-.').charCodeAt(0),
	);
}

// Mandelbrot
{
	const rows = [];
	for (let y = -1; y <= 1; y += 0.5) {
		let r = '';
		for (let x = -2; x <= 0.5; x += 0.25) {
			let a = 0,
				b = 0,
				n = 0;
			while (a * a + b * b < 4 && n < 50) {
				[a, b] = [a * a - b * b + x, 2 * a * b + y];
				n++;
			}
			r += n === 50 ? '#' : n > 5 ? '+' : '.';
		}
		rows.push(r);
	}
	for (const r of rows) console.log(r);
}

// event sourcing
{
	const reduce = (s, e) => {
		switch (e.type) {
			case 'added':
				return { ...s, items: { ...s.items, [e.id]: (s.items[e.id] ?? 0) + e.n } };
			case 'removed': {
				const { [e.id]: _, ...items } = s.items;
				return { ...s, items };
			}
			case 'named':
				return { ...s, name: e.name };
			default:
				return s;
		}
	};
	const events = [
		{ type: 'named', name: 'cart' },
		{ type: 'added', id: 'x', n: 2 },
		{ type: 'added', id: 'y', n: 1 },
		{ type: 'added', id: 'x', n: 3 },
		{ type: 'removed', id: 'y' },
		{ type: '?' },
	];
	const states = events.reduce((l, e) => [...l, reduce(l.at(-1), e)], [{ name: '', items: {} }]);
	console.log(
		states.at(-1),
		states.length,
		states[3].items.y,
		states[0].name === '',
		Object.keys(states[2].items).join(),
	);
}
