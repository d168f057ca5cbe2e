// @ts-nocheck
export {};

// async functions
{
	const f = async x => x + 1;
	async function g() {
		const a = await f(1);
		const b = await f(a);
		return a * b;
	}
	g().then(v => console.log(v));
	console.log(f(1) instanceof Promise, typeof g, (async () => {})() instanceof Promise);
	f(5).then(v => console.log(v));
}

// await yields
{
	const log = [];
	const a = async () => {
		log.push('a1');
		await null;
		log.push('a2');
		await 5;
		log.push('a3');
	};
	const b = async () => {
		log.push('b1');
		await undefined;
		log.push('b2');
	};
	a().then(() => {
		console.log(log.join());
		console.log(log.length, log[1], log[2], log[3]);
	});
	b();
	log.push('sync');
}

// exceptions
{
	const fail = async m => {
		await null;
		throw new Error(m);
	};
	const f = async () => {
		try {
			await fail('one');
		} catch (e) {
			console.log('caught', e.message);
		} finally {
			console.log('finally');
		}
		try {
			await Promise.reject('two');
		} catch (e) {
			console.log(e);
		}
		await fail('three');
	};
	f().catch(e => console.log('out', e.message));
	(async () => {
		throw 1;
	})().catch(v => console.log(v));
}

// finally with await
{
	const log = [];
	const f = async () => {
		try {
			await null;
			return 'r';
		} finally {
			await null;
			log.push('f');
		}
	};
	const g = async () => {
		for (let i = 0; i < 4; i++) {
			try {
				await i;
				if (i === 1) continue;
				if (i === 3) break;
				log.push(i);
			} finally {
				log.push('g' + i);
			}
		}
		return 'done';
	};
	Promise.all([f(), g()]).then(v => {
		console.log(v.join(), log.join());
		console.log(log.length, log[0], log.at(-1));
	});
}

// loops
{
	const sleep = ms => new Promise(r => setTimeout(r, ms));
	(async () => {
		for (let i = 0; i < 3; i++) {
			await sleep(1);
			console.log('for', i);
		}
		let n = 0;
		while (n < 2) {
			n += await Promise.resolve(1);
			console.log('while', n);
		}
		for (const p of [sleep(1).then(() => 'p'), 'q']) console.log(await p);
	})();
}

// closures in async loops
{
	(async () => {
		const fs = [];
		for (let i = 0; i < 3; i++) {
			await null;
			fs.push(() => i);
		}
		for (const v of ['x', 'y']) {
			const w = await v;
			fs.push(async () => w + v);
		}
		console.log(
			fs
				.slice(0, 3)
				.map(f => f())
				.join(),
			await fs[3](),
			await fs[4](),
			fs.length,
			fs[0](),
		);
	})();
}

// parallel work
{
	const log = [];
	const work = async (n, ms) => {
		log.push('start' + n);
		await new Promise(r => setTimeout(r, ms));
		log.push('end' + n);
		return n;
	};
	(async () => {
		const r = await Promise.all([work(1, 6), work(2, 2), work(3, 4)]);
		console.log(r, log.join());
		console.log(log.length, log[0], log[3], log.at(-1));
	})();
}

// await in expressions
{
	const v = async x => x;
	(async () => {
		console.log(
			(await v(1)) + (await v(2)),
			[await v(3), await v(4)],
			{ a: await v(5) },
			`${await v(6)}`,
			(await v([7, 8]))[1],
			(await v({ f: () => 9 })).f(),
			(await v(false)) ? 1 : 2,
			(await v(null)) ?? 'dflt',
			-(await v(10)),
			typeof (await v('s')),
		);
		const { a, b = await v('later') } = await v({ a: 'now' });
		console.log(a, b);
	})();
}

// await keeps values already computed
{
	let x = 1;
	const f = async () => {
		const r = x + (await ((x = 10), 5));
		return r;
	};
	const g = async o => {
		o.n += await 5;
		return o.n;
	};
	const o = { n: 1 };
	(async () => {
		console.log(await f(), x);
		const p = g(o);
		o.n = 100;
		console.log(await p, o.n, [x, await 1, x].join());
	})();
}

// order with promises
{
	const log = [];
	const f = async () => {
		log.push(1);
		await Promise.resolve();
		log.push(4);
	};
	const g = async () => {
		log.push(2);
		await f();
		log.push(7);
	};
	g().then(() => {
		console.log(log.join());
		console.log(log.length, log[3], log[4], log.at(-1));
	});
	Promise.resolve()
		.then(() => log.push(5))
		.then(() => log.push(6));
	log.push(3);
}

// async methods
{
	class C {
		n = 1;
		async inc() {
			await null;
			return ++this.n;
		}
		static async make() {
			return new C();
		}
		async *items() {
			yield this.n;
			yield this.n + 1;
		}
		arrow = async () => this.n * 10;
		get later() {
			return (async () => this.n)();
		}
	}
	(async () => {
		const c = await C.make();
		console.log(await c.inc(), await c.inc(), await c.arrow(), await c.later);
		for await (const v of c.items()) console.log(v);
	})();
}
