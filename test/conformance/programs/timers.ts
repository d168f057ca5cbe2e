// @ts-nocheck
export {};

// order of timers
{
	setTimeout(() => console.log('c'), 9);
	setTimeout(() => console.log('a'), 1);
	setTimeout(() => console.log('b'), 5);
	setTimeout(() => console.log('d'), 14);
	console.log('first');
}

// equal delays keep their order
{
	for (let i = 0; i < 4; i++) setTimeout(() => console.log('t', i), 2);
	setTimeout(() => console.log('zero'), 0);
	setTimeout(() => console.log('none'));
}

// arguments of callbacks
{
	setTimeout((a, b) => console.log(a, b), 1, 'x', 2);
	setTimeout(console.log, 3, 'direct', 1);
	let n = 0;
	const t = setInterval(
		k => {
			n += k;
			console.log('n', n);
			if (n >= 6) clearInterval(t);
		},
		2,
		3,
	);
	setTimeout((...r) => console.log(r.length), 5);
}

// cleared timers
{
	const a = setTimeout(() => console.log('never'), 1);
	clearTimeout(a);
	clearTimeout(undefined);
	clearTimeout(12345678);
	const b = setTimeout(() => console.log('never'), 6);
	setTimeout(() => {
		clearTimeout(b);
		console.log('cleared');
	}, 1);
	setTimeout(() => console.log('last'), 12);
	console.log('sync', typeof a !== 'undefined', a !== b);
}

// intervals
{
	let n = 0;
	const t = setInterval(() => {
		n++;
		console.log('tick', n);
		if (n === 3) {
			clearInterval(t);
			setTimeout(() => console.log('after', n), 6);
		}
	}, 2);
	console.log('start', n);
}

// timers made by timers
{
	setTimeout(() => {
		console.log('one');
		setTimeout(() => {
			console.log('three');
			setTimeout(() => console.log('four'), 1);
		}, 1);
		console.log('two');
	}, 1);
	console.log('zero');
}

// microtasks between timers
{
	setTimeout(() => {
		console.log('t1');
		queueMicrotask(() => console.log('m1'));
		Promise.resolve().then(() => console.log('m2'));
	}, 1);
	setTimeout(() => {
		console.log('t2');
		queueMicrotask(() => {
			console.log('m3');
			queueMicrotask(() => console.log('m4'));
		});
	}, 1);
}

// queueMicrotask
{
	const log = [];
	queueMicrotask(() => log.push('a'));
	Promise.resolve().then(() => log.push('b'));
	queueMicrotask(() => {
		log.push('c');
		queueMicrotask(() => {
			log.push('e');
			console.log(log.join());
			console.log(log.length, log[0], log[1], log.at(-1));
		});
	});
	Promise.resolve().then(() => log.push('d'));
	log.push('sync');
}

// setImmediate
{
	setImmediate(() => console.log('immediate 1'));
	setImmediate(a => {
		console.log('immediate', a);
		setImmediate(() => console.log('nested'));
	}, 2);
	const c = setImmediate(() => console.log('never'));
	clearImmediate(c);
	Promise.resolve().then(() => console.log('then'));
	console.log('sync');
}

// performance.now
{
	const a = performance.now();
	let x = 0;
	for (let i = 0; i < 1000; i++) x += i;
	const b = performance.now();
	console.log(typeof a, b >= a, x, a >= 0, b - a < 1000);
}

// sleeping
{
	const sleep = ms => new Promise(r => setTimeout(r, ms));
	const t = performance.now();
	(async () => {
		await sleep(5);
		const d = performance.now() - t;
		console.log(d >= 4, d < 500);
		await sleep(0);
		console.log('zero');
		await Promise.all([sleep(1), sleep(2)]);
		console.log('both');
		console.log(await sleep(1));
		console.log(await new Promise(r => setTimeout(() => r('v'), 1)));
	})();
}

// errors in callbacks
{
	const t = f => {
		try {
			f();
			return 'none';
		} catch (e) {
			return e.name;
		}
	};
	console.log(
		t(() => setTimeout()),
		t(() => setTimeout('code')),
		t(() => queueMicrotask()),
		t(() => queueMicrotask(5)),
		t(() => setInterval(null)),
	);
}
