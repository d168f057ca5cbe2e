// @ts-nocheck
export {};

// fields and methods
{
	class A {
		x = 1;
		y = this.x + 1;
		z;
		#p = 3;
		m() {
			return this.x + this.y;
		}
		get p() {
			return this.#p;
		}
		static s = 'st';
		static sm() {
			return this.s;
		}
	}
	const a = new A();
	console.log(
		a.x,
		a.y,
		a.z,
		a.m(),
		a.p,
		A.s,
		A.sm(),
		Object.keys(a).join(),
		a.hasOwnProperty('m'),
		'm' in a,
	);
}

// constructors
{
	class P {
		constructor(x, y = 2, ...rest) {
			this.x = x;
			this.y = y;
			this.n = rest.length;
		}
	}
	class R {
		constructor() {
			return { other: true };
		}
	}
	console.log(
		new P(1),
		new P(1, 3, 4, 5),
		new P().x,
		new R().other,
		new R() instanceof R,
		P.length,
		P.name,
		typeof P,
	);
	try {
		P();
	} catch (e) {
		console.log(e.name);
	}
}

// inheritance
{
	class A {
		constructor(n) {
			this.n = n;
		}
		hi() {
			return 'A' + this.n;
		}
		who() {
			return 'a';
		}
	}
	class B extends A {
		constructor(n) {
			super(n + 1);
			this.b = true;
		}
		hi() {
			return 'B' + super.hi();
		}
	}
	class C extends B {
		hi() {
			return 'C' + super.hi();
		}
		who() {
			return super.who() + 'c';
		}
	}
	const c = new C(1);
	console.log(
		c.hi(),
		c.who(),
		c.n,
		c.b,
		c instanceof A,
		Object.getPrototypeOf(C) === B,
		c.constructor.name,
		new B(5).hi(),
	);
}

// private members
{
	class C {
		#n = 0;
		static #made = 0;
		#inc() {
			return ++this.#n;
		}
		constructor() {
			C.#made++;
		}
		tick() {
			this.#inc();
			return this.#inc();
		}
		get #twice() {
			return this.#n * 2;
		}
		twice() {
			return this.#twice;
		}
		static made() {
			return C.#made;
		}
		static has(o) {
			return #n in o;
		}
		set #w(v) {
			this.#n = v;
		}
		write(v) {
			this.#w = v;
			return this.#n;
		}
	}
	const c = new C();
	console.log(
		c.tick(),
		c.tick(),
		c.twice(),
		C.made(),
		C.has(c),
		C.has({}),
		c.write(50),
		Object.keys(c).length,
		c.n,
	);
	try {
		C.prototype.tick.call({});
	} catch (e) {
		console.log(e.name);
	}
}

// the same private name in two classes
{
	class A {
		#v = 'a';
		getA() {
			return this.#v;
		}
		setA(x) {
			this.#v = x;
		}
	}
	class B extends A {
		#v = 'b';
		getB() {
			return this.#v;
		}
	}
	const b = new B();
	b.setA('changed');
	console.log(b.getA(), b.getB(), new A().getA(), b instanceof A, JSON.stringify(b));
}

// accessors
{
	class T {
		#c = 0;
		get f() {
			return this.#c * 1.8 + 32;
		}
		set f(v) {
			this.#c = (v - 32) / 1.8;
		}
		get c() {
			return this.#c;
		}
		static get zero() {
			return new T();
		}
	}
	const t = new T();
	t.f = 212;
	console.log(t.c, t.f, T.zero.f, Object.keys(t), 'f' in t, ((t.f += 18), t.c.toFixed(3)));
	try {
		t.c = 5;
		console.log('no error');
	} catch (e) {
		console.log(e.name);
	}
}

// static members
{
	class A {
		static n = 1;
		static inc() {
			return ++this.n;
		}
		static {
			this.ready = `ready${this.n}`;
		}
		static list = [1, 2].map(x => x * this.n);
	}
	class B extends A {
		static n = 10;
		static inc() {
			return super.inc() + 100;
		}
	}
	console.log(A.inc(), B.inc(), A.n, B.n, A.ready, B.ready, A.list, B.list === A.list, new A().n);
}

// initialization order
{
	const log = [];
	const l = x => (log.push(x), x);
	class A {
		[l('key')] = l('fieldA');
		static s = l('static');
		static {
			l('block');
		}
		constructor() {
			l('ctorA');
		}
	}
	class B extends A {
		b = l('fieldB');
		constructor() {
			l('before');
			super();
			l('after');
		}
	}
	new B();
	console.log(log.join(' '), log.length, log[0], log[3], log.at(-1));
}
