// @ts-nocheck
export {};

// infinity arithmetic
{
	console.log(
		Infinity - Infinity,
		Infinity * 0,
		Infinity / Infinity,
		1 / Infinity,
		-1 / Infinity,
		Infinity + 1,
		Infinity > 1e308,
		5 % Infinity,
		Infinity % 5,
		2 ** 1024,
	);
}

// 32-bit wrap-around
{
	let h = 0;
	for (const c of 'hash me please') h = (h * 31 + c.charCodeAt(0)) | 0;
	console.log(
		h,
		h >>> 0,
		Math.imul(h, 7),
		(h ^ (h >>> 16)) >>> 0,
		(0x7fffffff + 1) | 0,
		(0xffffffff + 1) >>> 0,
		0x80000000 | 0,
		~h,
	);
}

// integer division and remainder
{
	for (const [a, b] of [
		[7, 2],
		[-7, 2],
		[7, -2],
		[-7, -2],
		[0, 5],
	])
		console.log(Math.trunc(a / b), Math.floor(a / b), a % b, ((a % b) + b) % b, (a / b) | 0);
}

// Number as a function and a constructor
{
	console.log(
		Number('7'),
		typeof Number('7'),
		typeof new Number('7'),
		new Number('7') + 1,
		Number.prototype.toString.call(5),
		(5).constructor === Number,
		Number.name,
		Number.length,
	);
}

// toLocaleString
{
	console.log(
		(1234567.891).toLocaleString(),
		(0).toLocaleString(),
		(-1234).toLocaleString(),
		(999).toLocaleString(),
		(1e6).toLocaleString('en-US'),
	);
}

// methods of literals
{
	console.log(
		(5).toString(),
		(5.5).toFixed(0),
		(5).toString().length,
		(1e3).toString(),
		(0xff).toString(),
		(25).toString(36),
		(3).valueOf() + 1,
	);
}

// sum of many
{
	let s = 0,
		p = 1,
		m = -Infinity;
	for (let i = 1; i <= 100; i++) {
		s += 1 / i;
		p *= 1 + 1 / (i * i);
		m = Math.max(m, Math.sin(i));
	}
	console.log(s, p, m.toFixed(10), s.toFixed(12), p.toPrecision(8));
}

// statistics
{
	const d = [2, 4, 4, 4, 5, 5, 7, 9];
	const mean = d.reduce((a, b) => a + b) / d.length;
	const sd = Math.sqrt(d.map(x => (x - mean) ** 2).reduce((a, b) => a + b) / d.length);
	const sorted = [...d].sort((a, b) => a - b);
	console.log(
		mean,
		sd,
		sorted[4],
		(sorted[3] + sorted[4]) / 2,
		Math.max(...d),
		Math.min(...d),
		d.filter(x => x === 4).length,
	);
}

// primes
{
	const primes = [];
	for (let n = 2; primes.length < 20; n++) {
		let p = true;
		for (let d = 2; d * d <= n; d++)
			if (n % d === 0) {
				p = false;
				break;
			}
		if (p) primes.push(n);
	}
	console.log(
		primes.join(' '),
		primes.length,
		primes[10],
		primes.indexOf(31),
		primes.reduce((a, b) => a + b),
	);
}

// gcd, lcm and powers modulo
{
	const gcd = (a, b) => (b === 0 ? a : gcd(b, a % b));
	const pow = (b, e, m) => {
		let r = 1;
		b %= m;
		while (e > 0) {
			if (e & 1) r = (r * b) % m;
			b = (b * b) % m;
			e >>= 1;
		}
		return r;
	};
	console.log(
		gcd(48, 36),
		gcd(17, 5),
		(4 * 6) / gcd(4, 6),
		pow(3, 200, 1000),
		pow(2, 10, 1025),
		gcd(0, 7),
	);
}

// number formats by hand
{
	const hex = n => '0x' + n.toString(16).padStart(8, '0');
	const bin = n => (n >>> 0).toString(2).padStart(8, '0');
	const kib = n =>
		n < 1024
			? `${n} B`
			: n < 1048576
				? `${(n / 1024).toFixed(1)} KiB`
				: `${(n / 1048576).toFixed(2)} MiB`;
	console.log(hex(48879), bin(37), bin(-1), kib(512), kib(1536), kib(5e6), hex(0));
}
