// @ts-nocheck
export {};

// property descriptors
{
	const o = {
		a: 1,
		get b() {
			return 2;
		},
	};
	const d = Object.getOwnPropertyDescriptor(o, 'a');
	console.log(
		d,
		d.writable,
		typeof Object.getOwnPropertyDescriptor(o, 'b').get,
		Object.getOwnPropertyDescriptor(o, 'zz'),
		Object.keys(Object.getOwnPropertyDescriptors(o)).join(),
	);
	Object.defineProperties(o, { c: { value: 3, enumerable: true }, d: { value: 4 } });
	console.log(o.c, o.d, Object.keys(o).join());
}

// freeze, seal and preventExtensions
{
	const t = f => {
		try {
			f();
			return 'ok';
		} catch (e) {
			return e.name;
		}
	};
	const f = Object.freeze({ a: 1, n: { b: 1 } }),
		s = Object.seal({ a: 1 }),
		p = Object.preventExtensions({ a: 1 });
	console.log(
		t(() => {
			f.a = 2;
		}),
		t(() => {
			f.n.b = 2;
		}),
		t(() => {
			f.c = 1;
		}),
		t(() => {
			delete f.a;
		}),
		f.a,
		f.n.b,
	);
	console.log(
		t(() => {
			s.a = 2;
		}),
		t(() => {
			delete s.a;
		}),
		t(() => {
			s.z = 1;
		}),
		s.a,
		t(() => {
			p.z = 1;
		}),
		t(() => {
			delete p.a;
		}),
		p.a,
	);
	console.log(
		Object.isFrozen(f),
		Object.isSealed(s),
		Object.isExtensible(p),
		Object.isFrozen({}),
		Object.isFrozen(5),
		Object.isFrozen(Object.freeze([1])),
	);
}

// frozen arrays
{
	const a = Object.freeze([1, 2]);
	const t = f => {
		try {
			f();
			return 'ok';
		} catch (e) {
			return e.name;
		}
	};
	console.log(
		t(() => a.push(3)),
		t(() => {
			a[0] = 9;
		}),
		t(() => {
			a.length = 0;
		}),
		a,
		t(() => a.slice().push(1)),
		t(() => a.sort()),
	);
}

// prototypes
{
	const animal = {
		speak() {
			return `${this.name} speaks`;
		},
	};
	const dog = Object.create(animal, { name: { value: 'Rex', enumerable: true } });
	console.log(
		dog.speak(),
		Object.getPrototypeOf(dog) === animal,
		animal.isPrototypeOf(dog),
		Object.keys(dog),
		'speak' in dog,
		dog.hasOwnProperty('speak'),
		Object.hasOwn(dog, 'name'),
	);
	const cat = { __proto__: animal, name: 'Tom' };
	Object.setPrototypeOf(cat, {
		speak() {
			return 'new';
		},
	});
	console.log(
		cat.speak(),
		Object.create(null) instanceof Object,
		Object.getPrototypeOf(Object.prototype),
	);
}

// objects without a prototype
{
	const o = Object.create(null);
	o.a = 1;
	o.toString = 2;
	o.constructor = 3;
	console.log(
		Object.keys(o).join(),
		o.hasOwnProperty,
		o.toString,
		o.constructor,
		'valueOf' in o,
		Object.getPrototypeOf(o),
		JSON.stringify(o),
	);
}

// shadowing an inherited property
{
	const p = { v: 1, list: [] };
	const a = Object.create(p),
		b = Object.create(p);
	a.v = 2;
	a.list.push('x');
	console.log(a.v, b.v, p.v, b.list.length, delete a.v, a.v, Object.keys(a).length);
	p.v = 10;
	console.log(a.v, b.v);
}

// setters on the prototype chain
{
	const p = {
		set v(x) {
			this._v = x * 2;
		},
		get v() {
			return this._v;
		},
	};
	const o = Object.create(p);
	o.v = 5;
	console.log(o.v, o._v, Object.keys(o).join(), p._v, o.hasOwnProperty('v'));
}

// property names
{
	const o = {};
	o.class = 1;
	o.if = 2;
	o['a-b'] = 3;
	o[''] = 4;
	o['0x1'] = 5;
	o.$ = 6;
	o._ = 7;
	o.ünï = 8;
	console.log(Object.keys(o), o.class + o.if, o[''], o.$, o.ünï, { if: 1 }.if, { 'a b': 1 }['a b']);
}
