// @ts-nocheck
export {};

// error objects
{
	const e = new Error('msg');
	console.log(
		e.name,
		e.message,
		String(e),
		e instanceof Error,
		typeof e.stack,
		Object.keys(e).length,
		e.hasOwnProperty('message'),
		new Error().message === '',
		new Error(5).message,
		Error('called').message,
	);
}

// kinds of errors
{
	for (const K of [
		Error,
		TypeError,
		RangeError,
		SyntaxError,
		ReferenceError,
		EvalError,
		URIError,
	]) {
		const e = new K('m');
		console.log(e.name, String(e), e instanceof K, e instanceof Error, e.constructor === K, K.name);
	}
}

// cause
{
	const c = new Error('inner');
	const e = new Error('outer', { cause: c });
	console.log(
		e.cause === c,
		e.cause.message,
		'cause' in new Error('x'),
		new Error('y', { cause: 0 }).cause,
		new TypeError('z', { cause: 'text' }).cause,
		'cause' in new Error('w', {}),
	);
}

// a subclass
{
	class AppError extends Error {
		constructor(message, code) {
			super(message);
			this.name = 'AppError';
			this.code = code;
		}
		get summary() {
			return `${this.name}#${this.code}: ${this.message}`;
		}
	}
	const e = new AppError('bad', 42);
	console.log(
		e.summary,
		String(e),
		e instanceof AppError,
		e instanceof Error,
		e.code,
		Object.keys(e).join(),
		e.constructor.name,
	);
}

// a deeper hierarchy
{
	class Base extends Error {
		constructor(m, o) {
			super(m, o);
			this.name = new.target.name;
		}
	}
	class NotFound extends Base {}
	class Timeout extends Base {
		constructor(ms) {
			super(`after ${ms} ms`);
			this.ms = ms;
		}
	}
	const kinds = [new NotFound('x'), new Timeout(5), new Base('b'), new TypeError('t')];
	console.log(
		kinds.map(e => e.name).join(),
		kinds.map(e => String(e)).join('; '),
		kinds.map(e => e instanceof Base).join(),
		kinds.filter(e => e instanceof Timeout)[0].ms,
		new NotFound('n', { cause: 7 }).cause,
	);
}

// a subclass without a constructor
{
	class E extends TypeError {}
	const e = new E('hello');
	console.log(
		e.message,
		e.name,
		String(e),
		e instanceof E,
		e instanceof TypeError,
		e instanceof RangeError,
	);
}

// toString of errors
{
	const e = new Error('m');
	e.name = 'Custom';
	console.log(
		String(e),
		((e.message = ''), String(e)),
		((e.name = ''), String(e) === ''),
		Error.prototype.toString.call({ name: 'N', message: 'M' }),
		Error.prototype.toString.call({}),
		Error.prototype.name,
		Error.prototype.message === '',
	);
}

// AggregateError
{
	const e = new AggregateError([new Error('a'), new TypeError('b')], 'many');
	console.log(e.name, e.message, e.errors.length, e.errors[1].name, e instanceof Error, String(e));
	Promise.any([Promise.reject(1), Promise.reject(2)]).catch(x =>
		console.log(x.constructor.name, x.errors.join(), x.message),
	);
}

// messages of common errors
{
	const t = f => {
		try {
			f();
		} catch (e) {
			return e.message;
		}
	};
	const o = {},
		u = undefined;
	console.log(
		t(() => {
			throw new Error(`code ${1 + 1}`);
		}),
	);
	console.log(t(() => u.x));
	console.log(
		t(() => {
			null.y = 1;
		}),
	);
	console.log(t(() => o.f()));
	console.log(t(() => u()));
}

// matching errors by kind
{
	const handle = f => {
		try {
			return f();
		} catch (e) {
			if (e instanceof RangeError) return 'range';
			if (e instanceof TypeError) return 'type';
			if (typeof e === 'string') return 'string ' + e;
			throw e;
		}
	};
	console.log(
		handle(() => new Array(-1)),
		handle(() => null.f),
		handle(() => {
			throw 's';
		}),
		handle(() => 'fine'),
	);
	try {
		handle(() => {
			throw new SyntaxError('up');
		});
	} catch (e) {
		console.log(e.name);
	}
}

// results instead of exceptions
{
	const attempt = f => {
		try {
			return { ok: true, value: f() };
		} catch (error) {
			return { ok: false, error: error.message };
		}
	};
	console.log(
		attempt(() => 5),
		attempt(() => {
			throw new Error('no');
		}),
		attempt(() => JSON.parse('[1]')).value[0],
		attempt(() => undefined).ok,
		attempt(() => {
			throw new Error('');
		}),
	);
}

// printing errors without their stack
{
	const e = new RangeError('far');
	console.log(
		`${e}`,
		e + '',
		[e].join(),
		JSON.stringify(e),
		JSON.stringify({ e: e.message }),
		Object.prototype.toString.call(e),
		e.toString === Error.prototype.toString,
	);
}

// error fields
{
	class HttpError extends Error {
		status;
		constructor(status, m = 'HTTP ' + status) {
			super(m);
			this.status = status;
		}
		static of(s) {
			return new HttpError(s);
		}
		get isClient() {
			return this.status < 500;
		}
	}
	const a = HttpError.of(404),
		b = new HttpError(500, 'boom');
	console.log(
		a.message,
		a.isClient,
		b.message,
		b.isClient,
		a.name,
		b.status,
		a instanceof HttpError,
	);
}
