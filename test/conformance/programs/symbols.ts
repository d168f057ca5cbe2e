// @ts-nocheck
export {};

// symbols are unique
{
	const a = Symbol('x'),
		b = Symbol('x');
	console.log(
		a === b,
		a === a,
		typeof a,
		a.toString(),
		a.description,
		Symbol().description,
		String(a),
		Symbol('').description === '',
	);
	try {
		new Symbol();
	} catch (e) {
		console.log(e.name);
	}
}

// symbols as keys
{
	const s = Symbol('key'),
		o = { [s]: 1, plain: 2 };
	o[Symbol.for('other')] = 3;
	console.log(
		o[s],
		Object.keys(o).join(),
		JSON.stringify(o),
		s in o,
		Object.getOwnPropertySymbols(o).length,
		o[Symbol.for('other')],
		Reflect.ownKeys(o).length,
		{ ...o }[s],
	);
}

// the registry
{
	console.log(
		Symbol.for('a') === Symbol.for('a'),
		Symbol.keyFor(Symbol.for('a')),
		Symbol.keyFor(Symbol('a')),
		Symbol.for('a') === Symbol('a'),
		Symbol.for('b').description,
	);
}

// well-known symbols
{
	console.log(
		typeof Symbol.iterator,
		String(Symbol.iterator),
		typeof Symbol.asyncIterator,
		typeof Symbol.toPrimitive,
		Symbol.iterator in [],
		typeof ''[Symbol.iterator],
		Symbol.iterator in new Map(),
	);
}

// symbols cannot be converted in silence
{
	const t = f => {
		try {
			return f();
		} catch (e) {
			return e.name;
		}
	};
	const s = Symbol('s');
	console.log(
		t(() => s + ''),
		t(() => `${s}`),
		t(() => +s),
		t(() => s * 2),
		t(() => String(s)),
		t(() => !s),
		t(() => s == s),
		t(() => s == 'Symbol(s)'),
		t(() => Boolean(s)),
	);
}

// Symbol.toPrimitive
{
	const t = {
		[Symbol.toPrimitive](h) {
			return h === 'string' ? 'str' : h === 'number' ? 42 : 'def';
		},
	};
	class M {
		constructor(v) {
			this.v = v;
		}
		[Symbol.toPrimitive](hint) {
			return hint === 'string' ? `M(${this.v})` : this.v;
		}
	}
	console.log(
		`${t}`,
		+t,
		t + '',
		t * 2,
		new M(5) + 1,
		`${new M(5)}`,
		new M(3) > new M(2),
		Math.max(new M(1), new M(9)),
	);
}

// methods by symbols
{
	const hidden = Symbol('hidden');
	class A {
		[hidden]() {
			return 'secret';
		}
		static [Symbol.for('make')]() {
			return new A();
		}
		get [Symbol.toStringTag]() {
			return 'AAA';
		}
	}
	const a = A[Symbol.for('make')]();
	console.log(
		a[hidden](),
		Object.prototype.toString.call(a),
		String(a),
		Object.keys(a).length,
		hidden in a,
		hidden in A,
	);
}

// symbols in maps, sets and switch
{
	const RED = Symbol('red'),
		BLUE = Symbol('blue');
	const name = c => {
		switch (c) {
			case RED:
				return 'r';
			case BLUE:
				return 'b';
			default:
				return '?';
		}
	};
	const m = new Map([
		[RED, 1],
		[BLUE, 2],
	]);
	console.log(
		name(RED),
		name(BLUE),
		name(Symbol('red')),
		m.get(RED),
		m.size,
		new Set([RED, RED, BLUE]).size,
		[RED, BLUE].indexOf(BLUE),
		[RED].includes(RED),
	);
}

// enumerations
{
	const Level = Object.freeze({ LOW: Symbol('low'), HIGH: Symbol('high') });
	const of = s => Object.values(Level).find(v => v.description === s);
	console.log(
		of('low') === Level.LOW,
		of('none'),
		Object.keys(Level).join(),
		Level.HIGH.toString(),
		typeof Level.LOW,
		Level.LOW !== Level.HIGH,
	);
}
