// @ts-nocheck
export {};

// sieve
{
	const sieve = n => {
		const s = new Uint8Array(n + 1);
		const out = [];
		for (let i = 2; i <= n; i++) {
			if (s[i]) continue;
			out.push(i);
			for (let j = i * i; j <= n; j += i) s[j] = 1;
		}
		return out;
	};
	const p = sieve(1000);
	console.log(
		p.length,
		p[0],
		p[10],
		p.at(-1),
		p.slice(0, 10).join(),
		p.reduce((a, b) => a + b),
	);
}

// matrix multiplication
{
	const mul = (a, b) => a.map(r => b[0].map((_, j) => r.reduce((s, x, k) => s + x * b[k][j], 0)));
	const id = n =>
		Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => +(i === j)));
	const pow = (m, n) =>
		n === 0 ? id(m.length) : n % 2 ? mul(m, pow(m, n - 1)) : pow(mul(m, m), n / 2);
	console.log(
		mul(
			[
				[1, 2],
				[3, 4],
			],
			[
				[5, 6],
				[7, 8],
			],
		),
		pow(
			[
				[1, 1],
				[1, 0],
			],
			30,
		)[0][1],
		id(2),
		mul([[1, 2, 3]], [[1], [2], [3]]),
		pow([[2]], 10)[0][0],
	);
}

// an expression parser
{
	class Parser {
		constructor(s) {
			this.t = s.match(/\d+(?:\.\d+)?|[-+*/()^]/g) ?? [];
			this.i = 0;
		}
		peek() {
			return this.t[this.i];
		}
		next() {
			return this.t[this.i++];
		}
		expr() {
			let v = this.term();
			while (this.peek() === '+' || this.peek() === '-')
				v = this.next() === '+' ? v + this.term() : v - this.term();
			return v;
		}
		term() {
			let v = this.factor();
			while (this.peek() === '*' || this.peek() === '/')
				v = this.next() === '*' ? v * this.factor() : v / this.factor();
			return v;
		}
		factor() {
			const b = this.unary();
			return this.peek() === '^' ? (this.next(), b ** this.factor()) : b;
		}
		unary() {
			if (this.peek() === '-') {
				this.next();
				return -this.unary();
			}
			if (this.peek() === '(') {
				this.next();
				const v = this.expr();
				if (this.next() !== ')') throw new SyntaxError('expected )');
				return v;
			}
			const n = Number(this.next());
			if (Number.isNaN(n)) throw new SyntaxError('expected a number');
			return n;
		}
	}
	const ev = s => {
		try {
			return new Parser(s).expr();
		} catch (e) {
			return e.message;
		}
	};
	console.log(
		ev('1 + 2 * 3'),
		ev('(1 + 2) * 3'),
		ev('2 ^ 3 ^ 2'),
		ev('-4 / 2 - 1'),
		ev('(1'),
		ev('+'),
		ev('10 / 4'),
	);
}

// a Lisp
{
	const parse = s => {
		const t = s.replace(/[()]/g, ' $& ').trim().split(/\s+/);
		const read = () => {
			const x = t.shift();
			if (x === '(') {
				const l = [];
				while (t[0] !== ')') l.push(read());
				t.shift();
				return l;
			}
			return isNaN(x) ? x : Number(x);
		};
		return read();
	};
	const base = {
		'+': (...a) => a.reduce((x, y) => x + y),
		'*': (...a) => a.reduce((x, y) => x * y),
		'-': (a, b) => a - b,
		'<': (a, b) => a < b,
		list: (...a) => a,
	};
	const ev = (x, e) =>
		typeof x === 'string'
			? e[x]
			: !Array.isArray(x)
				? x
				: x[0] === 'if'
					? ev(ev(x[1], e) ? x[2] : x[3], e)
					: x[0] === 'define'
						? (e[x[1]] = ev(x[2], e))
						: x[0] === 'lambda'
							? (...a) =>
									ev(
										x[2],
										Object.assign(
											Object.create(e),
											Object.fromEntries(x[1].map((n, i) => [n, a[i]])),
										),
									)
							: ev(x[0], e)(...x.slice(1).map(y => ev(y, e)));
	const env = Object.create(base);
	const run = s => ev(parse(s), env);
	run('(define fact (lambda (n) (if (< n 2) 1 (* n (fact (- n 1))))))');
	console.log(
		run('(+ 1 2 3)'),
		run('(fact 5)'),
		run('(if (< 1 2) 10 20)'),
		run('((lambda (x y) (* x y)) 6 7)'),
		run('(list 1 (+ 1 1) 3)').join(),
		run('(fact 10)'),
	);
}

// game of life
{
	const step = g =>
		g.map((r, y) =>
			r.map((c, x) => {
				let n = 0;
				for (let dy = -1; dy <= 1; dy++)
					for (let dx = -1; dx <= 1; dx++) if (dx || dy) n += g[y + dy]?.[x + dx] ?? 0;
				return +(n === 3 || (c && n === 2));
			}),
		);
	let g = [
		[0, 1, 0, 0],
		[0, 0, 1, 0],
		[1, 1, 1, 0],
		[0, 0, 0, 0],
	];
	for (let i = 0; i < 3; i++) {
		console.log(g.map(r => r.map(c => '.#'[c]).join('')).join('/'));
		g = step(g);
	}
	console.log(
		g.flat().reduce((a, b) => a + b),
		g.length,
	);
}

// towers of Hanoi
{
	const moves = [];
	const hanoi = (n, a, b, c) => {
		if (n === 0) return;
		hanoi(n - 1, a, c, b);
		moves.push(a + c);
		hanoi(n - 1, b, a, c);
	};
	hanoi(4, 'A', 'B', 'C');
	console.log(
		moves.length,
		moves[0],
		moves[7],
		moves.at(-1),
		moves.slice(0, 5).join(' '),
		new Set(moves).size,
	);
}

// eight queens
{
	const queens = n => {
		let count = 0;
		const first = [];
		const place = (row, cols) => {
			if (row === n) {
				count++;
				if (!first.length) first.push(...cols);
				return;
			}
			for (let c = 0; c < n; c++) {
				if (cols.every((cc, r) => cc !== c && Math.abs(cc - c) !== row - r))
					place(row + 1, [...cols, c]);
			}
		};
		place(0, []);
		return [count, first];
	};
	const [n, first] = queens(6);
	console.log(n, first.join(), queens(1)[0], queens(2)[0], queens(5)[0], queens(4)[1].join());
}
