// @ts-nocheck
export {};

// this before super
{
	class A {
		constructor() {
			this.a = 1;
		}
	}
	class B extends A {
		constructor(x) {
			if (x) super();
			this.b = 2;
		}
	}
	console.log(new B(1));
	try {
		new B(0);
	} catch (e) {
		console.log(e.name);
	}
	class C extends A {
		constructor() {
			return { no: 'super' };
		}
	}
	console.log(new C(), new C().a, new B(2).a);
}

// super in accessors, statics and objects
{
	class A {
		get v() {
			return 1;
		}
		set v(x) {
			this.got = x;
		}
		static make() {
			return 'A';
		}
	}
	class B extends A {
		get v() {
			return super.v + 10;
		}
		set v(x) {
			super.v = x * 2;
		}
		static make() {
			return super.make() + 'B';
		}
	}
	const b = new B();
	b.v = 4;
	const o = {
		__proto__: {
			hi() {
				return 'proto ' + this.n;
			},
		},
		n: 3,
		hi() {
			return super.hi() + '!';
		},
	};
	console.log(b.v, b.got, B.make(), o.hi(), Object.keys(b));
}

// super inside arrow functions
{
	class A {
		m(x) {
			return 'A' + x;
		}
		async am() {
			return 'async';
		}
	}
	class B extends A {
		m(x) {
			return [1, 2].map(i => super.m(i + x)).join();
		}
		late() {
			const f = () => super.m('late');
			return f();
		}
		async am() {
			return (await super.am()) + '!';
		}
	}
	const b = new B();
	console.log(b.m(5), b.late());
	b.am().then(v => console.log(v));
	console.log(typeof b.am, b instanceof A, Object.getOwnPropertyNames(B.prototype).join());
}

// class expressions
{
	const A = class {
		v = 1;
	};
	const B = class Named {
		self() {
			return Named.name;
		}
	};
	const mixin = Base =>
		class extends Base {
			extra() {
				return 'mix' + this.v;
			}
		};
	const M = mixin(A);
	console.log(
		A.name,
		B.name,
		new B().self(),
		new M().extra(),
		M.name,
		new (class {
			x = 5;
		})().x,
		typeof Named,
	);
}

// computed members
{
	const k = 'dyn';
	class A {
		[k]() {
			return 1;
		}
		[`${k}2`] = 2;
		static [k + 'S'] = 3;
		get ['g' + k]() {
			return 4;
		}
		*[Symbol.iterator]() {
			yield 5;
			yield 6;
		}
		'quoted name'() {
			return 7;
		}
		8() {
			return 8;
		}
	}
	const a = new A();
	console.log(a.dyn(), a.dyn2, A.dynS, a.gdyn, [...a], a['quoted name'](), a[8]());
}

// instanceof and Symbol.hasInstance
{
	class Even {
		static [Symbol.hasInstance](n) {
			return n % 2 === 0;
		}
	}
	class A {}
	class B extends A {}
	console.log(
		2 instanceof Even,
		3 instanceof Even,
		new B() instanceof A,
		Object.create(A.prototype) instanceof A,
		A.prototype.isPrototypeOf(new B()),
		B.prototype instanceof A,
	);
}

// new.target
{
	class Shape {
		constructor() {
			this.kind = new.target.name;
			if (new.target === Shape) throw new TypeError('abstract');
		}
	}
	class Circle extends Shape {}
	function F() {
		return new.target === undefined ? 'call' : 'new';
	}
	console.log(new Circle().kind, F());
	try {
		new Shape();
	} catch (e) {
		console.log(e.message);
	}
	console.log(Reflect.construct(Shape, [], Circle).kind, typeof new F());
}

// getters on instances and prototypes
{
	class A {
		constructor() {
			this.own = 1;
		}
		get calc() {
			return this.own * 2;
		}
	}
	const a = new A();
	console.log(
		Object.keys(a),
		a.calc,
		JSON.stringify(a),
		{ ...a },
		Object.getOwnPropertyNames(A.prototype),
		'calc' in a,
	);
}

// method extraction and binding
{
	class C {
		n = 5;
		m() {
			return this?.n;
		}
		arrow = () => this.n;
	}
	const c = new C();
	const { m, arrow } = c;
	console.log(
		m(),
		arrow(),
		m.call({ n: 6 }),
		m.bind({ n: 7 })(),
		[1].map(c.arrow)[0],
		arrow.call({ n: 8 }),
		new C().arrow !== c.arrow,
		new C().m === c.m,
	);
}

// methods chained
{
	class Q {
		#parts = [];
		select(...c) {
			this.#parts.push(`SELECT ${c.join(', ')}`);
			return this;
		}
		from(t) {
			this.#parts.push(`FROM ${t}`);
			return this;
		}
		toString() {
			return this.#parts.join(' ');
		}
	}
	console.log(
		`${new Q().select('a', 'b').from('t')}`,
		String(new Q()),
		new Q().select('x') + ';',
		new Q() instanceof Q,
		new Q().from('z').toString().length,
	);
}
