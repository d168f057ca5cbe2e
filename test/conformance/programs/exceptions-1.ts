// @ts-nocheck
export {};

// try, catch and finally
{
	const log = [];
	try {
		log.push(1);
		throw new Error('x');
		log.push('never');
	} catch (e) {
		log.push(e.message);
	} finally {
		log.push('f');
	}
	try {
		log.push(2);
	} catch {
		log.push('never');
	} finally {
		log.push('g');
	}
	try {
		try {
			throw 1;
		} finally {
			log.push('inner');
		}
	} catch (e) {
		log.push('outer' + e);
	}
	console.log(log.join(), log.length, log[1], log[4], log.at(-1));
}

// return and finally
{
	const a = () => {
		try {
			return 'try';
		} finally {
			log.push('a');
		}
	};
	const b = () => {
		try {
			return 'try';
		} finally {
			return 'finally';
		}
	};
	const c = () => {
		try {
			throw 1;
		} catch {
			return 'catch';
		} finally {
			log.push('c');
		}
	};
	const d = () => {
		let x = 1;
		try {
			return x;
		} finally {
			x = 2;
		}
	};
	const e = () => {
		for (;;) {
			try {
				return 'r';
			} finally {
				break;
			}
		}
		return 'after';
	};
	const log = [];
	console.log(a(), b(), c(), d(), e(), log.join());
}

// break and continue
{
	const log = [];
	for (let i = 0; i < 5; i++) {
		try {
			if (i === 1) continue;
			if (i === 3) break;
			log.push(i);
		} finally {
			log.push('f' + i);
		}
	}
	outer: for (const a of [1, 2]) {
		for (const b of [1, 2]) {
			try {
				if (b === 2) continue outer;
				if (a === 2) break outer;
			} finally {
				log.push(`${a}${b}`);
			}
		}
	}
	l: try {
		break l;
	} finally {
		log.push('label');
	}
	console.log(log.join(), log.length, log[0], log[5], log.at(-1));
}

// errors thrown again
{
	const log = [];
	const f = () => {
		try {
			throw new TypeError('first');
		} catch (e) {
			log.push(e.message);
			throw new RangeError('second', { cause: e });
		} finally {
			log.push('fin');
		}
	};
	try {
		f();
	} catch (e) {
		log.push(e.name, e.cause.message);
	}
	try {
		try {
			throw 'a';
		} finally {
			throw 'b';
		}
	} catch (e) {
		log.push(e);
	}
	console.log(log.join(), log.length, log[0], log[2], log.at(-1));
}

// what can be thrown
{
	for (const v of [1, 'str', null, undefined, { code: 5 }, [1], true, Symbol.for('s')])
		try {
			throw v;
		} catch (e) {
			console.log(typeof e, e === v);
		}
}

// throws through functions
{
	const log = [];
	const deep = n => {
		if (n === 0) throw new Error('bottom');
		try {
			deep(n - 1);
		} finally {
			log.push(n);
		}
	};
	try {
		deep(4);
	} catch (e) {
		log.push(e.message);
	}
	try {
		[1, 2, 3].forEach(x => {
			if (x === 2) throw x;
			log.push('x' + x);
		});
	} catch (e) {
		log.push('caught' + e);
	}
	try {
		[3, 1].sort(() => {
			throw 'cmp';
		});
	} catch (e) {
		log.push(e);
	}
	console.log(log.join(), log.length, log[0], log[4], log.at(-1));
}

// errors of the language
{
	const t = f => {
		try {
			f();
			return 'none';
		} catch (e) {
			return e.constructor.name;
		}
	};
	console.log(
		t(() => null.x),
		t(() => undefined()),
		t(() => notDefined),
		t(() => (1).x.y),
		t(() => new 5()),
		t(() => {
			new Array(-1);
		}),
		t(() => 'a'.repeat(-1)),
		t(() => JSON.parse('{')),
		t(() => decodeURIComponent('%')),
		t(() => ({}).f()),
		t(() => null[Symbol.iterator]),
		t(() => 1n + 1 || 0) && 'x',
	);
}

// optional catch binding and patterns
{
	try {
		throw { a: 1, b: [2, 3] };
	} catch ({ a, b: [c, d] }) {
		console.log(a, c, d);
	}
	try {
		throw new Error('m');
	} catch ({ message, name }) {
		console.log(message, name);
	}
	try {
		throw 1;
	} catch {
		console.log('none');
	}
	const e = 'outer';
	try {
		throw 'inner';
	} catch (e) {
		console.log(e);
	}
	console.log(e);
}
