// @ts-nocheck
export {};

// toString and toJSON of classes
{
	class M {
		constructor(a, c) {
			this.a = a;
			this.c = c;
		}
		toString() {
			return `${this.a} ${this.c}`;
		}
		toJSON() {
			return { money: this.a };
		}
		valueOf() {
			return this.a;
		}
	}
	const m = new M(5, 'EUR');
	console.log(
		`${m}`,
		JSON.stringify({ m }),
		m + 1,
		m > 4,
		m * 2,
		[m] + '',
		m == 5,
		JSON.stringify([m, m]),
	);
}

// a linked list
{
	class Node {
		constructor(v, next = null) {
			this.v = v;
			this.next = next;
		}
	}
	class List {
		head = null;
		size = 0;
		add(v) {
			this.head = new Node(v, this.head);
			this.size++;
			return this;
		}
		*[Symbol.iterator]() {
			for (let n = this.head; n; n = n.next) yield n.v;
		}
		reverse() {
			let p = null,
				c = this.head;
			while (c) [c.next, p, c] = [p, c, c.next];
			this.head = p;
			return this;
		}
	}
	const l = new List().add(1).add(2).add(3);
	console.log([...l], l.size, [...l.reverse()], l.head.v, Math.max(...l));
}

// a binary tree
{
	class Tree {
		constructor(v) {
			this.v = v;
			this.l = this.r = null;
		}
		insert(v) {
			const s = v < this.v ? 'l' : 'r';
			if (this[s]) this[s].insert(v);
			else this[s] = new Tree(v);
			return this;
		}
		*inorder() {
			if (this.l) yield* this.l.inorder();
			yield this.v;
			if (this.r) yield* this.r.inorder();
		}
		depth() {
			return 1 + Math.max(this.l?.depth() ?? 0, this.r?.depth() ?? 0);
		}
	}
	const t = new Tree(5);
	[3, 8, 1, 4, 9].forEach(v => t.insert(v));
	console.log([...t.inorder()].join(), t.depth(), t.l.v, t.r.r.v, t.l.l.l);
}

// an event emitter
{
	class Emitter {
		#h = new Map();
		on(e, f) {
			if (!this.#h.has(e)) this.#h.set(e, new Set());
			this.#h.get(e).add(f);
			return () => this.#h.get(e).delete(f);
		}
		emit(e, ...a) {
			let n = 0;
			for (const f of this.#h.get(e) ?? []) {
				f(...a);
				n++;
			}
			return n;
		}
	}
	const e = new Emitter(),
		log = [];
	const off = e.on('x', (a, b) => log.push(a + b));
	e.on('x', a => log.push(a));
	console.log(e.emit('x', 1, 2), e.emit('y'), off(), e.emit('x', 5), log.join(), log.length);
}

// state machines
{
	class Light {
		static #order = ['red', 'green', 'yellow'];
		#i = 0;
		next() {
			this.#i = (this.#i + 1) % Light.#order.length;
			return this.color;
		}
		get color() {
			return Light.#order[this.#i];
		}
	}
	const l = new Light();
	console.log(l.color, l.next(), l.next(), l.next(), l.next());
}

// inheritance from functions
{
	function Old(n) {
		this.n = n;
	}
	Old.prototype.get = function () {
		return this.n;
	};
	Old.stat = 's';
	class New extends Old {
		get() {
			return super.get() * 2;
		}
	}
	const n = new New(4);
	console.log(
		n.get(),
		n instanceof Old,
		New.stat,
		new Old(3).get(),
		Object.keys(n),
		Old.prototype.constructor === Old,
	);
}

// deep inheritance with fields
{
	class A {
		a = 1;
		list() {
			return ['A'];
		}
	}
	class B extends A {
		b = this.a + 1;
		list() {
			return [...super.list(), 'B'];
		}
	}
	class C extends B {
		c = this.b + 1;
		list() {
			return [...super.list(), 'C'];
		}
	}
	class D extends C {
		d = this.c + 1;
		list() {
			return [...super.list(), 'D'];
		}
	}
	const d = new D();
	console.log(d.a, d.b, d.c, d.d, d.list().join(), Object.keys(d).join(), d instanceof B);
}

// polymorphism
{
	class Shape {
		area() {
			return 0;
		}
		describe() {
			return `${this.constructor.name} ${this.area().toFixed(2)}`;
		}
	}
	class Circle extends Shape {
		constructor(r) {
			super();
			this.r = r;
		}
		area() {
			return Math.PI * this.r ** 2;
		}
	}
	class Rect extends Shape {
		constructor(w, h) {
			super();
			Object.assign(this, { w, h });
		}
		area() {
			return this.w * this.h;
		}
	}
	class Square extends Rect {
		constructor(s) {
			super(s, s);
		}
	}
	for (const s of [new Circle(1), new Rect(2, 3), new Square(2), new Shape()])
		console.log(s.describe());
	console.log([new Square(3), new Rect(1, 2)].reduce((a, s) => a + s.area(), 0));
}
