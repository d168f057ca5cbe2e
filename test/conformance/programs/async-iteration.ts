// @ts-nocheck
export {};

// async generators
{
	async function* g() {
		yield 1;
		await null;
		yield 2;
		return 3;
	}
	(async () => {
		const it = g();
		console.log(await it.next(), await it.next(), await it.next(), await it.next());
		for await (const v of g()) console.log(v);
	})();
}

// for await over promises
{
	(async () => {
		for await (const v of [1, Promise.resolve(2), new Promise(r => setTimeout(r, 1, 3))])
			console.log(v);
		for await (const v of new Set(['s'])) console.log(v);
		for await (const c of 'ab') console.log(c);
	})();
}

// async iterables by hand
{
	const ticks = n => ({
		[Symbol.asyncIterator]() {
			let i = 0;
			return {
				next: async () => (i < n ? { value: i++, done: false } : { value: undefined, done: true }),
				return: async () => (console.log('closed'), {}),
			};
		},
	});
	(async () => {
		for await (const v of ticks(2)) console.log(v);
		for await (const v of ticks(9)) {
			console.log('b', v);
			if (v === 1) break;
		}
		console.log('end');
	})();
}

// leaving early runs finally
{
	const log = [];
	async function* g() {
		try {
			for (let i = 0; ; i++) {
				await null;
				yield i;
			}
		} finally {
			await null;
			log.push('cleanup');
		}
	}
	(async () => {
		for await (const v of g()) {
			log.push(v);
			if (v === 2) break;
		}
		try {
			for await (const v of g()) throw new Error('x' + v);
		} catch (e) {
			log.push(e.message);
		}
		console.log(log.join());
		console.log(log.length, log[0], log[3], log.at(-1));
	})();
}

// errors
{
	async function* g() {
		yield 1;
		throw new Error('in generator');
	}
	(async () => {
		try {
			for await (const v of g()) console.log(v);
		} catch (e) {
			console.log(e.message);
		}
		const it = g();
		await it.next();
		try {
			await it.next();
		} catch (e) {
			console.log('next', e.message);
		}
		console.log(await it.next());
		try {
			for await (const v of [Promise.reject('rejected')]);
		} catch (e) {
			console.log(e);
		}
	})();
}

// return and throw
{
	async function* g() {
		try {
			yield 1;
			yield 2;
		} catch (e) {
			yield 'caught ' + e;
		} finally {
			console.log('fin');
		}
	}
	(async () => {
		const a = g();
		await a.next();
		console.log(await a.return('r'), await a.next());
		const b = g();
		await b.next();
		console.log(await b.throw('t'), await b.next());
	})();
}

// yield star
{
	async function* inner() {
		yield 'a';
		yield 'b';
		return 'ret';
	}
	async function* outer() {
		const r = yield* inner();
		yield r;
		yield* ['c', Promise.resolve('d')];
	}
	(async () => {
		const out = [];
		for await (const v of outer()) out.push(v);
		console.log(out, out.length);
		const it = outer();
		console.log((await it.next()).value, (await it.next()).value, (await it.next()).value);
	})();
}

// requests are queued
{
	async function* g() {
		for (let i = 0; i < 3; i++) {
			await null;
			yield i;
		}
	}
	(async () => {
		const it = g();
		const all = await Promise.all([it.next(), it.next(), it.next(), it.next()]);
		console.log(all.map(r => `${r.value}:${r.done}`).join());
		console.log(all.length, all[0].value, all[3].done, (await it.next()).done);
	})();
}

// pipelines
{
	async function* source() {
		for (let i = 1; i <= 6; i++) yield i;
	}
	async function* map(it, f) {
		for await (const v of it) yield f(v);
	}
	async function* filter(it, f) {
		for await (const v of it) if (await f(v)) yield v;
	}
	const collect = async it => {
		const out = [];
		for await (const v of it) out.push(v);
		return out;
	};
	(async () => {
		console.log(
			await collect(
				map(
					filter(source(), async x => x % 2 === 0),
					x => x * x,
				),
			),
			await collect(map([1, 2], async x => x + 1)),
			(await collect(source())).length,
			await collect([]),
			(await collect('xy')).join(''),
		);
	})();
}

// event streams
{
	class Stream {
		#q = [];
		#w = null;
		#end = false;
		push(v) {
			this.#q.push(v);
			this.#w?.();
		}
		close() {
			this.#end = true;
			this.#w?.();
		}
		async *[Symbol.asyncIterator]() {
			for (;;) {
				while (this.#q.length) yield this.#q.shift();
				if (this.#end) return;
				await new Promise(r => {
					this.#w = r;
				});
			}
		}
	}
	const s = new Stream();
	(async () => {
		const got = [];
		for await (const v of s) got.push(v);
		console.log(got.join(), got.length);
		console.log(got[0], got.at(-1), 'closed');
	})();
	s.push(1);
	s.push(2);
	setTimeout(() => {
		s.push(3);
		setTimeout(() => {
			s.push(4);
			s.close();
		}, 1);
	}, 1);
}

// yield waits for promises
{
	async function* g() {
		const x = yield Promise.resolve('resolved');
		console.log('got', x);
		try {
			yield Promise.reject('bad');
		} catch (e) {
			yield 'caught ' + e;
		}
	}
	(async () => {
		const it = g();
		console.log(await it.next());
		console.log(await it.next('sent'));
		console.log(await it.next());
		console.log(it[Symbol.asyncIterator]() === it);
	})();
}

// order against other tasks
{
	const log = [];
	async function* g() {
		log.push('g1');
		yield 1;
		log.push('g2');
		yield 2;
		log.push('g3');
	}
	(async () => {
		for await (const v of g()) log.push('v' + v);
		console.log(log.join());
		console.log(log.length, log[0], log[1], log.at(-1));
	})();
	Promise.resolve()
		.then(() => log.push('p1'))
		.then(() => log.push('p2'))
		.then(() => log.push('p3'));
	log.push('sync');
}
