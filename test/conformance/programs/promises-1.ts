// @ts-nocheck
export {};

// then and order
{
	console.log('a');
	Promise.resolve()
		.then(() => console.log('c'))
		.then(() => console.log('e'));
	Promise.resolve()
		.then(() => console.log('d'))
		.then(() => console.log('f'));
	console.log('b');
}

// values along a chain
{
	Promise.resolve(1)
		.then(v => v + 1)
		.then(v => Promise.resolve(v * 10))
		.then(v => {
			console.log(v);
			throw new Error('x');
		})
		.then(() => console.log('never'))
		.catch(e => {
			console.log(e.message);
			return 'back';
		})
		.then(v => console.log(v))
		.finally(() => console.log('fin'))
		.then(v => console.log(v));
}

// the executor runs at once
{
	const log = [];
	const p = new Promise((resolve, reject) => {
		log.push('run');
		resolve('first');
		resolve('second');
		reject('third');
		throw 'fourth';
	});
	log.push('after');
	p.then(v => {
		log.push(v);
		console.log(log.join(), log.length, log[0], log[1], log[2]);
	});
}

// rejections
{
	Promise.reject(new Error('r')).catch(e => console.log(e.message));
	Promise.reject(1).then(null, v => console.log('second argument', v));
	new Promise(() => {
		throw new TypeError('thrown');
	}).catch(e => console.log(e.name));
	Promise.resolve(1)
		.then(() => Promise.reject('nested'))
		.catch(v => console.log(v));
	Promise.reject('x')
		.finally(() => console.log('finally'))
		.catch(v => console.log('then', v));
}

// then without functions
{
	Promise.resolve(5)
		.then()
		.then(null)
		.then(undefined, undefined)
		.then(v => console.log(v));
	Promise.reject(6)
		.then(v => v)
		.then(() => 0)
		.catch(v => console.log(v));
	Promise.resolve(7)
		.then(8)
		.then(v => console.log(v));
	Promise.resolve(9)
		.catch(() => 0)
		.then(v => console.log(v));
	Promise.resolve(10)
		.finally(() => 11)
		.then(v => console.log(v));
}

// Promise.all
{
	Promise.all([1, Promise.resolve(2), new Promise(r => setTimeout(() => r(3), 3))]).then(v =>
		console.log(v),
	);
	Promise.all([]).then(v => console.log(v));
	Promise.all([Promise.resolve(1), Promise.reject('bad'), Promise.reject('worse')]).catch(e =>
		console.log(e),
	);
	Promise.all(new Set([4, 5])).then(([a, b]) => console.log(a, b));
	Promise.all('ab').then(v => console.log(v.join('')));
}

// Promise.allSettled
{
	Promise.allSettled([1, Promise.reject('no'), Promise.resolve('yes')]).then(l => {
		for (const r of l) console.log(r.status, r.value, r.reason);
	});
	Promise.allSettled([]).then(l => console.log(l.length));
	Promise.allSettled([Promise.reject(new Error('e'))]).then(([r]) => console.log(r.reason.message));
}

// Promise.race and any
{
	const later = (v, ms) => new Promise(r => setTimeout(r, ms, v));
	Promise.race([later('slow', 20), later('fast', 2)]).then(v => console.log(v));
	Promise.any([Promise.reject(1), later('any', 4)]).then(v => console.log(v));
	Promise.race([Promise.resolve('now'), 'plain']).then(v => console.log(v));
	Promise.race([later('x', 9), Promise.reject('rejected')]).catch(v => console.log(v));
	Promise.any([Promise.resolve(1), Promise.resolve(2)]).then(v => console.log(v));
}

// resolving with a promise
{
	const log = [];
	const inner = new Promise(r => setTimeout(() => r('inner'), 2));
	new Promise(r => r(inner)).then(v => log.push(v)).then(() => console.log(log.join()));
	console.log(Promise.resolve(inner) === inner, Promise.resolve(1) === Promise.resolve(1));
	Promise.resolve(Promise.resolve(Promise.resolve(8))).then(v => console.log(v));
	const self = new Promise(r => setTimeout(() => r(self), 1));
	self.catch(e => console.log(e.name));
}

// thenables
{
	const thenable = {
		then(ok) {
			console.log('then called');
			ok('from thenable');
		},
	};
	Promise.resolve(thenable).then(v => console.log(v));
	Promise.resolve()
		.then(() => ({
			then(ok, no) {
				no('rejected');
			},
		}))
		.catch(v => console.log(v));
	Promise.resolve({ then: 5 }).then(v => console.log(typeof v.then));
	new Promise(r =>
		r({
			then() {
				throw 'thrown';
			},
		}),
	).catch(v => console.log(v));
}

// microtasks before timers
{
	setTimeout(() => console.log('timeout 0'), 0);
	queueMicrotask(() => console.log('micro 1'));
	Promise.resolve().then(() => {
		console.log('then');
		queueMicrotask(() => console.log('micro 2'));
	});
	console.log('sync');
	setTimeout(() => {
		console.log('timeout 1');
		Promise.resolve().then(() => console.log('inner then'));
	}, 1);
	setTimeout(() => console.log('timeout 2'), 2);
}
