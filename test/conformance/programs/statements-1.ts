// @ts-nocheck
export {};

// if and else
{
	const f = n => {
		if (n > 0) return 'pos';
		else if (n < 0) return 'neg';
		else return 'zero';
	};
	console.log(f(1), f(-1), f(0), f(NaN), f('5'));
}

// for with every part
{
	for (let i = 0; i < 3; i++) console.log(i);
	let n = 0;
	for (;;) {
		if (n++ > 2) break;
	}
	let s = '';
	for (let i = 10; i--; ) s += i;
	console.log(n, s);
}

// while and do while
{
	let i = 0;
	while (i < 3) i++;
	do i += 10;
	while (i < 30);
	let once = 0;
	do once++;
	while (false);
	console.log(i, once);
	let a = [1, 2, 3],
		sum = 0,
		x;
	while ((x = a.pop()) !== undefined) sum += x;
	console.log(sum, a.length, x);
}

// continue in all loops
{
	const out = [];
	for (let i = 0; i < 6; i++) {
		if (i % 2) continue;
		out.push('f' + i);
	}
	let i = 0;
	while (i < 6) {
		i++;
		if (i % 3) continue;
		out.push('w' + i);
	}
	do {
		i--;
		if (i > 2) continue;
		out.push('d' + i);
	} while (i > 0);
	for (const v of [1, 2, 3]) {
		if (v === 2) continue;
		out.push('o' + v);
	}
	console.log(out.join(' '), out.length, out[0], out[3], out.at(-1));
}

// labelled break and continue
{
	const out = [];
	outer: for (let i = 0; i < 3; i++) {
		for (let j = 0; j < 3; j++) {
			if (j === 2) continue outer;
			if (i === 2) break outer;
			out.push(`${i}${j}`);
		}
	}
	console.log(out.join(), out.length);
	block: {
		out.push('in');
		if (out.length) break block;
		out.push('never');
	}
	a: b: for (;;) {
		out.push('x');
		break a;
	}
	console.log(out.at(-1), out.at(-2), out.length);
}

// switch
{
	const f = x => {
		const out = [];
		switch (x) {
			case 1:
				out.push('one');
			case 2:
				out.push('two');
				break;
			default:
				out.push('def');
			case 3:
				out.push('three');
				break;
			case '1':
				out.push('str');
		}
		return out.join();
	};
	console.log(f(1), f(2), f(3), f('1'), f(9), f(NaN));
}

// switch evaluates cases in order
{
	const log = [];
	const c = n => (log.push(n), n);
	switch (3) {
		case c(1):
		case c(2):
		case c(3):
			log.push('hit');
			break;
		case c(4):
	}
	switch (true) {
		case log.length > 100:
			log.push('a');
			break;
		case log.length > 2:
			log.push('b');
	}
	switch (0) {
	}
	switch (1) {
		default:
			log.push('d');
	}
	console.log(log.join(), log.length, log[0], log[3], log[5]);
}

// switch scope
{
	const f = x => {
		switch (x) {
			case 0: {
				let a = 'zero';
				return a;
			}
			case 1:
				let b = 'one';
				return b;
			case 2:
				b = 'two';
				return b;
		}
		return 'none';
	};
	console.log(f(0), f(1), f(3), f(4));
	try {
		console.log(f(2));
	} catch (e) {
		console.log(e.name);
	}
}

// switch in a loop
{
	const out = [];
	for (let i = 0; i < 6; i++) {
		switch (i) {
			case 1:
				continue;
			case 3:
				out.push('three');
				break;
			case 5:
				out.push('five');
		}
		out.push(i);
	}
	console.log(out.join(' '), out.length, out[0], out[1], out[2]);
}

// for in over objects
{
	const o = { b: 1, a: 2, 2: 'x', 1: 'y', [Symbol('s')]: 3 };
	for (const k in o) console.log(k, typeof k, o[k]);
}

// for in with a prototype
{
	const p = { inherited: 1, both: 2 };
	const o = Object.create(p);
	o.own = 3;
	o.both = 4;
	Object.defineProperty(o, 'hidden', { value: 1, enumerable: false });
	const ks = [];
	for (const k in o) ks.push(k);
	console.log(
		ks.join(),
		ks.length,
		ks.includes('hidden'),
		ks.includes('inherited'),
		o.hasOwnProperty('inherited'),
	);
}

// for in over arrays and strings
{
	const a = ['x', , 'z'];
	a.extra = 1;
	const ks = [];
	for (const i in a) ks.push(i);
	console.log(ks.join(), typeof ks[0]);
	for (const i in 'ab') console.log(i);
	for (const i in null) console.log('never');
	for (const i in undefined) console.log('never');
	for (const i in 5) console.log('never');
	console.log('done');
}

// for in while deleting
{
	const o = { a: 1, b: 2, c: 3 };
	const seen = [];
	for (const k in o) {
		seen.push(k);
		delete o.b;
	}
	console.log(seen.join(), Object.keys(o).join(), seen.length, 'b' in o, o.c);
}

// for of over arrays
{
	const a = [3, , 5];
	for (const v of a) console.log(v);
	const grow = [1, 2];
	let n = 0;
	for (const v of grow) {
		if (n++ < 3) grow.push(v * 10);
	}
	console.log(grow, n);
}
