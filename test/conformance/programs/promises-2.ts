// @ts-nocheck
export {};

// interleaving of chains
{
	const log = [];
	const chain = (n, k) => {
		let p = Promise.resolve();
		for (let i = 0; i < k; i++) p = p.then(() => log.push(n + i));
		return p;
	};
	Promise.all([chain('a', 3), chain('b', 2), chain('c', 4)]).then(() => {
		console.log(log.join(' '));
		console.log(log.length, log[0], log[3], log.at(-1));
	});
}

// returning a promise costs ticks
{
	const log = [];
	Promise.resolve()
		.then(() => Promise.resolve('p'))
		.then(v => log.push(v));
	Promise.resolve()
		.then(() => log.push(1))
		.then(() => log.push(2))
		.then(() => log.push(3))
		.then(() => log.push(4))
		.then(() => {
			console.log(log.join());
			console.log(log.length, log.indexOf('p'), log[0], log.at(-1));
		});
}

// deferred promises
{
	const defer = () => {
		let resolve, reject;
		const promise = new Promise((a, b) => {
			resolve = a;
			reject = b;
		});
		return { promise, resolve, reject };
	};
	const a = defer(),
		b = defer();
	a.promise.then(v => console.log('a', v));
	b.promise.catch(v => console.log('b', v));
	setTimeout(() => {
		a.resolve(1);
		a.reject(2);
		b.reject(3);
		b.resolve(4);
		console.log('settled');
	}, 1);
	console.log(a.promise instanceof Promise, typeof a.resolve);
}

// many handlers of one promise
{
	const log = [];
	let go;
	const p = new Promise(r => {
		go = r;
	});
	for (let i = 0; i < 4; i++) p.then(v => log.push(v + i));
	go('x');
	p.then(() => {
		console.log(log.join());
		p.then(() => console.log('late', log.length));
	});
	console.log(log.length);
}

// sequences and limits
{
	const log = [];
	const job = n => () =>
		new Promise(r =>
			setTimeout(() => {
				log.push(n);
				r(n * n);
			}, 4 - n),
		);
	[job(1), job(2), job(3)]
		.reduce((p, j) => p.then(a => j().then(v => [...a, v])), Promise.resolve([]))
		.then(v => {
			console.log(v, log.join());
			console.log(v.length, log[0], log.at(-1));
		});
}

// errors thrown in handlers
{
	Promise.resolve()
		.then(() => null.x)
		.catch(e => console.log(e.name));
	Promise.resolve()
		.then(() => {
			throw 'plain';
		})
		.catch(e => console.log(e));
	Promise.reject('a')
		.catch(e => {
			throw e + 'b';
		})
		.catch(e => console.log(e));
	Promise.resolve('v')
		.finally(() => {
			throw 'fin';
		})
		.catch(e => console.log(e));
	Promise.reject('kept')
		.finally(() => 'dropped')
		.catch(e => console.log(e));
}

// promise objects
{
	const p = Promise.resolve(1);
	console.log(
		typeof p,
		p instanceof Promise,
		Object.prototype.toString.call(p),
		typeof p.then,
		String(p),
		Promise.name,
		p.constructor === Promise,
	);
	try {
		new Promise();
	} catch (e) {
		console.log(e.name);
	}
}
