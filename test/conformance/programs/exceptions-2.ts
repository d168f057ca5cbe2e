// @ts-nocheck
export {};

// nested finally
{
	const log = [];
	const f = () => {
		try {
			try {
				try {
					return 'v';
				} finally {
					log.push(1);
				}
			} finally {
				log.push(2);
			}
		} finally {
			log.push(3);
		}
	};
	const g = () => {
		try {
			try {
				throw 'e';
			} finally {
				log.push(4);
			}
		} catch (e) {
			return e;
		} finally {
			log.push(5);
		}
	};
	const h = () => {
		for (const x of [1, 2]) {
			try {
				try {
					continue;
				} finally {
					log.push('h' + x);
				}
			} finally {
				log.push('H' + x);
			}
		}
		return 'h';
	};
	console.log(f(), g(), h(), log.join(), log.length);
}

// try in loops
{
	let caught = 0,
		ok = 0,
		fin = 0;
	for (let i = 0; i < 1000; i++) {
		try {
			if (i % 3 === 0) throw i;
			ok++;
		} catch {
			caught++;
		} finally {
			fin++;
		}
	}
	while (true) {
		try {
			if (fin++ > 1005) break;
		} catch {
			caught++;
		}
	}
	do {
		try {
			continue;
		} finally {
			fin++;
		}
	} while (fin < 1010);
	console.log(ok, caught, fin, ok + caught, fin > ok);
}

// finally overrides
{
	const a = () => {
		try {
			throw 1;
		} finally {
			return 'swallowed';
		}
	};
	const b = () => {
		l: try {
			return 1;
		} finally {
			break l;
		}
		return 2;
	};
	const c = () => {
		for (const x of [1]) {
			try {
				throw x;
			} finally {
				continue;
			}
		}
		return 'c';
	};
	const d = () => {
		try {
			return 'a';
		} finally {
			try {
				throw 1;
			} catch {}
		}
	};
	const e = () => {
		try {
			try {
				throw 1;
			} finally {
				throw 2;
			}
		} catch (x) {
			return x;
		}
	};
	console.log(a(), b(), c(), d(), e());
}

// switch and try
{
	const f = x => {
		switch (x) {
			case 1:
				try {
					return 'one';
				} finally {
					log.push('f1');
				}
			case 2:
				try {
					break;
				} finally {
					log.push('f2');
				}
			default:
				try {
					throw x;
				} catch (e) {
					return 'c' + e;
				}
		}
		return 'end';
	};
	const log = [];
	console.log(f(1), f(2), f(3), log.join(), log.length);
}

// values computed in try
{
	const parse = s => {
		let r;
		try {
			r = JSON.parse(s);
		} catch {
			r = null;
		}
		return r;
	};
	const safe = (f, d) => {
		try {
			return f();
		} catch {
			return d;
		}
	};
	console.log(
		parse('{"a":1}'),
		parse('bad'),
		safe(() => null.x, 'dflt'),
		safe(() => 5, 'dflt'),
		[1, 0].map(x =>
			safe(() => {
				if (!x) throw 0;
				return 1 / x;
			}, 'inf'),
		),
	);
}

// cleaning up resources
{
	const log = [];
	const using = (r, f) => {
		log.push('open ' + r);
		try {
			return f(r);
		} finally {
			log.push('close ' + r);
		}
	};
	const v = using('a', a => using('b', b => a + b));
	try {
		using('c', () => {
			throw new Error('fail');
		});
	} catch (e) {
		log.push(e.message);
	}
	console.log(v, log.join(', '), log.length, log[3], log.at(-1));
}

// errors in constructors, getters and callbacks
{
	const t = f => {
		try {
			return f();
		} catch (e) {
			return e.message;
		}
	};
	class A {
		constructor() {
			throw new Error('ctor');
		}
	}
	class B {
		get v() {
			throw new Error('getter');
		}
		set v(x) {
			throw new Error('setter' + x);
		}
	}
	console.log(
		t(() => new A()),
		t(() => new B().v),
		t(() => {
			new B().v = 1;
		}),
		t(() =>
			[1].map(() => {
				throw new Error('map');
			}),
		),
		t(
			() =>
				({
					toString() {
						throw new Error('ts');
					},
				}) + '',
		),
		t(() => {
			const {
				a = (() => {
					throw new Error('dflt');
				})(),
			} = {};
		}),
	);
}

// stack of tries and throws in a machine
{
	const run = prog => {
		const st = [];
		let pc = 0;
		try {
			while (pc < prog.length) {
				const op = prog[pc++];
				if (typeof op === 'number') st.push(op);
				else if (op === '+') st.push(st.pop() + st.pop());
				else if (op === '!') throw new Error('stop at ' + pc);
				else throw new TypeError(`bad op ${op}`);
			}
			return st.join();
		} catch (e) {
			return `${e.name}:${e.message}`;
		}
	};
	console.log(run([1, 2, '+']), run([1, '!', 2]), run(['x']), run([]), run([1, 2, 3, '+', '+']));
}
