// @ts-nocheck
export {};

// errors inside objects
{
	const e = new Error('msg');
	e.stack = 'Error: msg\n    at somewhere';
	console.log({ e }, [e]);
	const f = new TypeError('t');
	f.stack = 'TypeError: t\n    at x';
	f.code = 5;
	console.log(f);
	console.log(`${e}`, String(f), [String(e)]);
}

// dates and regular expressions
{
	console.log(new Date(0), [new Date(1e12)], { d: new Date(NaN) }, /a\/b/gi, [/x/], { r: /y/u });
}

// typed arrays and buffers
{
	console.log(new Uint8Array([1, 2]), new Float64Array(2), [new Int8Array(1)], new Uint16Array(0));
	console.log(new ArrayBuffer(4), new DataView(new ArrayBuffer(2)));
	console.log(new Uint8Array(150));
}

// promises
{
	console.log(
		Promise.resolve(1),
		new Promise(() => {}),
		Promise.resolve({ a: [1] }),
		(async () => 'v')(),
	);
	const p = Promise.reject(2);
	p.catch(() => {});
	console.log(p);
}

// wrappers
{
	console.log(new Number(1), new String('s'), new Boolean(false), Object(Symbol('x')), [
		new Number(-0),
	]);
}

// cycles
{
	const o = { n: 1 };
	o.self = o;
	const a = [1];
	a.push(a, { a });
	console.log(o, a);
	const m = new Map();
	m.set('m', m);
	console.log(m, { x: o, y: o });
}

// format specifiers
{
	console.log('%s is %d years', 'Bob', 42, 'extra');
	console.log('%i %f %d', 3.9, '2.5', 'x', '%s');
	console.log('%o and %O', [1], { a: 1 });
	console.log('100%', 'x', '%%', '%s');
	console.log('%s %s %s', null, undefined, { a: { b: { c: 1 } } }, [1]);
	console.log('%j|%c|%x', { a: 1 }, 'css', 1);
	console.log('%s', Symbol('s'), -0, '%s', () => 1);
}

// log, info, debug, warn and error
{
	console.info('info', 1);
	console.debug('debug', [1]);
	console.warn('warn');
	console.error('error', { a: 1 });
	console.log('log');
	console.assert(true, 'not shown');
	console.assert(false, 'shown', 1);
}

// groups
{
	console.group('outer');
	console.log('in outer');
	console.group();
	console.log('deeper\nsecond line', { a: 1 });
	console.groupEnd();
	console.log('back');
	console.groupEnd();
	console.groupEnd();
	console.log('outside');
}

// count and time labels
{
	console.count();
	console.count('x');
	console.count();
	console.countReset();
	console.count();
	console.count('x');
	console.dir({ a: { b: { c: { d: 1 } } } });
	console.dir({ a: { b: { c: { d: 1 } } } }, { depth: 0 });
}

// tables
{
	console.table([
		{ a: 1, b: 'x' },
		{ a: 2, c: true },
	]);
	console.table([
		[1, 2],
		[3, 4],
	]);
	console.table(['p', 'q']);
	console.table({ r1: { v: 1 }, r2: { v: 2 } });
	console.table([{ a: 1, b: 2 }], ['b']);
	console.table(5);
}

// multi-line strings
{
	console.log('a\nb', { s: 'a\nb' }, ['x\ny']);
	console.log({
		text: 'line one is quite long, and goes on\nline two is long as well, and goes on\nline three',
	});
	console.log(['x'.repeat(100)]);
	console.log({ k: 'word '.repeat(20) });
	console.log('tab\there', ['tab\t']);
}

// sparse arrays and extra keys
{
	const a = [1, , 3];
	a.extra = 'k';
	a[-1] = 'neg';
	console.log(a, Object.assign([1], { x: 1 }), [, , ,], [1, , ,]);
	const f = Object.assign(() => 1, { a: 1 });
	console.log(f, { f });
}

// null prototypes and tags
{
	const o = Object.create(null);
	o.a = 1;
	class T {
		get [Symbol.toStringTag]() {
			return 'Tag';
		}
		v = 1;
	}
	console.log(
		o,
		new T(),
		{ [Symbol.toStringTag]: 'Obj', x: 1 },
		Math.constructor === Object,
		globalThis === globalThis,
	);
	console.log(JSON, Math);
}

// many keys
{
	console.log(Object.fromEntries(Array.from({ length: 30 }, (_, i) => ['key' + i, i])));
	console.log(new Set(Array.from({ length: 40 }, (_, i) => i)));
	console.log(Array.from({ length: 12 }, (_, i) => 'item ' + i));
	console.log(Array.from({ length: 8 }, (_, i) => ({ i })));
	console.log(Array.from({ length: 3 }, () => Array(3).fill(0)));
}
