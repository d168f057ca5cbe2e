// @ts-nocheck
export {};

// a queue of waiters
{
	class Channel {
		#values = [];
		#waiters = [];
		send(v) {
			const w = this.#waiters.shift();
			if (w) w(v);
			else this.#values.push(v);
		}
		receive() {
			return this.#values.length
				? Promise.resolve(this.#values.shift())
				: new Promise(r => this.#waiters.push(r));
		}
	}
	const c = new Channel();
	(async () => {
		for (let i = 0; i < 4; i++) console.log('got', await c.receive());
		console.log('end');
	})();
	c.send(1);
	c.send(2);
	setTimeout(() => {
		c.send(3);
		c.send(4);
	}, 1);
}

// a mutex
{
	class Mutex {
		#p = Promise.resolve();
		run(f) {
			const r = this.#p.then(f);
			this.#p = r.then(
				() => {},
				() => {},
			);
			return r;
		}
	}
	const m = new Mutex(),
		log = [];
	const job = n =>
		m.run(async () => {
			log.push('in' + n);
			await new Promise(r => setTimeout(r, 3 - n));
			log.push('out' + n);
			if (n === 1) throw 'failed';
			return n;
		});
	Promise.allSettled([job(0), job(1), job(2)]).then(r => {
		console.log(log.join(), r.map(x => x.status).join());
		console.log(log.length, r[1].reason, r[2].value);
	});
}

// timeouts by race
{
	const withTimeout = (p, ms) => {
		let t;
		return Promise.race([
			p,
			new Promise((_, no) => {
				t = setTimeout(() => no(new Error('timeout')), ms);
			}),
		]).finally(() => clearTimeout(t));
	};
	const sleep = (ms, v) => new Promise(r => setTimeout(r, ms, v));
	(async () => {
		console.log(await withTimeout(sleep(1, 'quick'), 50));
		try {
			await withTimeout(sleep(60), 2);
		} catch (e) {
			console.log(e.message);
		}
		console.log(
			await withTimeout('plain', 1),
			await withTimeout(sleep(0, 5), 40),
			typeof withTimeout,
		);
	})();
}

// retries
{
	let n = 0;
	const flaky = async () => {
		if (++n < 3) throw new Error('try ' + n);
		return 'ok ' + n;
	};
	const retry = async (f, k) => {
		for (let i = 0; ; i++) {
			try {
				return await f();
			} catch (e) {
				console.log(e.message);
				if (i >= k) throw e;
			}
		}
	};
	retry(flaky, 5)
		.then(v => {
			console.log(v);
			return retry(async () => {
				throw new Error('always');
			}, 1);
		})
		.catch(e => console.log('gave up', e.message));
}

// recursion
{
	const sum = async n => (n === 0 ? 0 : n + (await sum(n - 1)));
	const tree = async d => (d === 0 ? 1 : (await tree(d - 1)) + (await tree(d - 1)));
	const countdown = async (n, log = []) => {
		log.push(n);
		return n ? countdown(n - 1, log) : log;
	};
	(async () => {
		console.log(
			await sum(10),
			await tree(4),
			(await countdown(3)).join(),
			await sum(0),
			await sum(20),
		);
	})();
}

// arguments, this and default parameters
{
	async function f(a, b = a + 1, ...c) {
		await null;
		return [a, b, c.length, arguments.length, this?.k].join();
	}
	(async () => {
		console.log(
			await f(1),
			await f.call({ k: 'K' }, 1, 2, 3),
			await f.bind({ k: 'B' }, 5)(),
			await f.apply(null, [7, 8]),
			f.length,
			f.name,
		);
	})();
}

// errors before the first await
{
	const f = async () => {
		null.x;
	};
	const g = async (
		a = (() => {
			throw 'in default';
		})(),
	) => a;
	const h = async ({ a: { b } }) => b;
	f().catch(e => console.log(e.name));
	g().catch(e => console.log(e));
	h({}).catch(e => console.log(e.name));
	console.log('sync goes on', h({ a: { b: 1 } }) instanceof Promise);
}

// nested try across awaits
{
	const log = [];
	const f = async n => {
		try {
			log.push('t' + n);
			try {
				await n;
				if (n === 2) throw 'inner';
				log.push('ok');
			} catch (e) {
				log.push(e);
				await null;
				throw 'again';
			} finally {
				await null;
				log.push('f' + n);
			}
		} catch (e) {
			log.push('outer ' + e);
		}
		return n;
	};
	(async () => {
		await f(1);
		await f(2);
		await Promise.all([f(1), f(2)]);
		console.log(log.join());
		console.log(log.length, log[0], log[3], log.at(-1));
	})();
}

// switch and labels
{
	const f = async x => {
		switch (await x) {
			case 1:
				return 'one';
			case 2:
				await null;
				break;
			default:
				return 'other';
		}
		outer: for (const a of [1, 2]) {
			for (const b of [1, 2]) {
				await null;
				if (b === 2) continue outer;
				if (a === 2) break outer;
			}
		}
		return 'end';
	};
	(async () => {
		console.log(
			await f(1),
			await f(2),
			await f(3),
			await f(Promise.resolve(1)),
			(await Promise.all([f(1), f(2)])).join(),
		);
	})();
}
