// @ts-nocheck
export {};

// shortest paths
{
	const g = {
		a: { b: 7, c: 9, f: 14 },
		b: { a: 7, c: 10, d: 15 },
		c: { a: 9, b: 10, d: 11, f: 2 },
		d: { b: 15, c: 11, e: 6 },
		e: { d: 6, f: 9 },
		f: { a: 14, c: 2, e: 9 },
	};
	const dist = s => {
		const d = Object.fromEntries(Object.keys(g).map(k => [k, Infinity]));
		d[s] = 0;
		const todo = new Set(Object.keys(g));
		while (todo.size) {
			const u = [...todo].reduce((x, y) => (d[x] <= d[y] ? x : y));
			todo.delete(u);
			for (const [v, w] of Object.entries(g[u])) d[v] = Math.min(d[v], d[u] + w);
		}
		return d;
	};
	const d = dist('a');
	console.log(d, d.e, Object.values(d).join(), dist('e').a, Math.max(...Object.values(d)));
}

// a priority queue
{
	class Heap {
		#a = [];
		push(v, p) {
			this.#a.push([p, v]);
			let i = this.#a.length - 1;
			while (i > 0) {
				const q = (i - 1) >> 1;
				if (this.#a[q][0] <= this.#a[i][0]) break;
				[this.#a[q], this.#a[i]] = [this.#a[i], this.#a[q]];
				i = q;
			}
		}
		pop() {
			const top = this.#a[0],
				last = this.#a.pop();
			if (this.#a.length) {
				this.#a[0] = last;
				let i = 0;
				for (;;) {
					let c = 2 * i + 1;
					if (c >= this.#a.length) break;
					if (c + 1 < this.#a.length && this.#a[c + 1][0] < this.#a[c][0]) c++;
					if (this.#a[i][0] <= this.#a[c][0]) break;
					[this.#a[i], this.#a[c]] = [this.#a[c], this.#a[i]];
					i = c;
				}
			}
			return top?.[1];
		}
		get size() {
			return this.#a.length;
		}
	}
	const h = new Heap();
	for (const n of [5, 3, 8, 1, 9, 2]) h.push('v' + n, n);
	console.log(h.size, h.pop(), h.pop(), h.pop(), h.size, h.pop(), h.pop(), h.pop(), h.pop());
}

// string algorithms
{
	const palin = s => {
		const t = s.toLowerCase().replace(/[^a-z]/g, '');
		return t === [...t].reverse().join('');
	};
	const lev = (a, b) => {
		let p = Array.from({ length: b.length + 1 }, (_, i) => i);
		for (let i = 1; i <= a.length; i++) {
			const c = [i];
			for (let j = 1; j <= b.length; j++)
				c[j] = Math.min(p[j] + 1, c[j - 1] + 1, p[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
			p = c;
		}
		return p.at(-1);
	};
	const caesar = (s, k) =>
		s.replace(/[a-z]/gi, c => {
			const b = c <= 'Z' ? 65 : 97;
			return String.fromCharCode(((c.charCodeAt(0) - b + k + 26) % 26) + b);
		});
	const rle = s => s.replace(/(.)\1*/g, (m, c) => c + m.length);
	console.log(
		palin('A man, a plan, a canal: Panama'),
		palin('nope'),
		lev('kitten', 'sitting'),
		lev('', 'abc'),
		caesar('Hello', 3),
		caesar(caesar('Hello', 3), -3),
		rle('aaabccd'),
	);
}

// roman numerals
{
	const table = [
		[1000, 'M'],
		[900, 'CM'],
		[500, 'D'],
		[400, 'CD'],
		[100, 'C'],
		[90, 'XC'],
		[50, 'L'],
		[40, 'XL'],
		[10, 'X'],
		[9, 'IX'],
		[5, 'V'],
		[4, 'IV'],
		[1, 'I'],
	];
	const to = n => {
		let s = '';
		for (const [v, r] of table)
			while (n >= v) {
				s += r;
				n -= v;
			}
		return s;
	};
	const from = s => {
		let n = 0;
		for (let i = 0; i < s.length; ) {
			const [v, r] = table.find(([, r]) => s.startsWith(r, i));
			n += v;
			i += r.length;
		}
		return n;
	};
	console.log(
		to(1994),
		to(4),
		to(3999),
		from('MCMXCIV'),
		from('XLII'),
		[1, 9, 14, 40].map(to).join(),
		[1, 49, 2024].every(n => from(to(n)) === n),
	);
}

// a bank of accounts
{
	class Insufficient extends Error {
		constructor(need) {
			super(`need ${need} more`);
			this.name = 'Insufficient';
			this.need = need;
		}
	}
	class Account {
		static #next = 1;
		#balance = 0;
		id = Account.#next++;
		history = [];
		deposit(n) {
			if (n <= 0) throw new RangeError('amount');
			this.#balance += n;
			this.history.push(['+', n]);
			return this;
		}
		withdraw(n) {
			if (n > this.#balance) throw new Insufficient(n - this.#balance);
			this.#balance -= n;
			this.history.push(['-', n]);
			return this;
		}
		get balance() {
			return this.#balance;
		}
	}
	const a = new Account().deposit(100).withdraw(30),
		b = new Account();
	const t = f => {
		try {
			f();
			return 'ok';
		} catch (e) {
			return `${e.name}: ${e.message}`;
		}
	};
	console.log(
		a.balance,
		a.id,
		b.id,
		t(() => b.withdraw(5)),
		t(() => b.deposit(-1)),
		a.history.map(h => h.join('')).join(),
		t(() => a.withdraw(70)),
		a.balance,
	);
}
