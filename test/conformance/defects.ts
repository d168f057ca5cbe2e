/** Small programs that Porffor gets wrong by itself: why the passes and patches of docs/decisions/0011 exist. */

export interface Defect {
	/** The pass or patch that is needed as long as this is wrong. */
	readonly file: string;
	readonly what: string;
	/** Each line that it prints is a string: Porffor's own console is another matter. */
	readonly program: string;
}

export const defects: readonly Defect[] = [
	{
		file: 'lower/classes.ts',
		what: 'super.method() keeps this',
		program:
			'class A { m() { return this.n; } } class B extends A { n = 1; m() { return super.m() + 1; } } console.log(`${new B().m()}`);',
	},
	{
		file: 'lower/classes.ts',
		what: 'a subclass of Error has a message',
		program: 'class E extends Error {} console.log(`${new E("text").message}`);',
	},
	{
		file: 'lower/library.ts',
		what: 'a RangeError is an Error',
		program: 'console.log(`${new RangeError("x") instanceof Error}`);',
	},
	{
		file: 'lower/library.ts',
		what: 'indices come first among keys',
		program: 'console.log(Object.keys({ b: 1, 2: 1, 1: 1 }).join());',
	},
	{
		file: 'lower/library.ts',
		what: 'JSON.stringify calls toJSON',
		program: 'console.log(JSON.stringify({ d: { toJSON() { return 5; } } }));',
	},
	{
		file: 'lower/library.ts',
		what: 'toFixed carries',
		program: 'console.log((99.99).toFixed(1));',
	},
	{
		file: 'lower/library.ts',
		what: 'Math.round rounds halves up',
		program: 'console.log(`${Math.round(2.5)}`);',
	},
	{
		file: 'lower/library.ts',
		what: 'Number(undefined) is NaN',
		program: 'console.log(`${Number(undefined) !== 0}`);',
	},
	{
		file: 'lower/iteration.ts',
		what: 'for … of closes a generator',
		program:
			'function* g() { try { yield 1; } finally { console.log("closed"); } } for (const x of g()) break;',
	},
	{
		file: 'lower/iteration.ts',
		what: 'an object with an iterator is spread',
		program:
			'const r = { [Symbol.iterator]() { let n = 0; return { next: () => ({ value: n, done: n++ > 1 }) }; } }; const all = []; for (const x of r) all.push(x); console.log(all.join());',
	},
	{
		file: 'lower/private-names.ts',
		what: 'private names belong to their class',
		program:
			'class A { #v = 1; a() { return this.#v; } } class B extends A { #v = 2; b() { return this.#v; } } console.log(`${new B().a()}`);',
	},
	{
		file: 'lower/parameters.ts',
		what: 'default values see earlier parameters',
		program: 'let n = 0; const f = (x = n++, y = n++) => [x, y].join(); console.log(f());',
	},
	{
		file: 'lower/increment.ts',
		what: 'an element of a typed array counts',
		program: 'const u = new Uint8Array(2); u[1]++; console.log(`${u[1]}`);',
	},
	{
		file: 'lower/arguments.ts',
		what: 'an arrow function sees arguments',
		program: 'function f() { return (() => arguments.length)(); } console.log(`${f(1, 2)}`);',
	},
	{
		file: 'lower/captures.ts',
		what: 'closures in a loop share a variable',
		program:
			'function f() { const q = []; for (let i = 0; i < 1; i++) { let n = 0; q.push(() => n++, () => n); } q[0](); return q[1](); } console.log(`${f()}`);',
	},
	{
		file: 'lower/evaluation-order.ts',
		what: 'a variable is read before later operands change it',
		program: 'let i = 1; const f = (a, b) => `${a},${b}`; console.log(f(i, i++));',
	},
	{
		file: 'lower/additions.ts',
		what: 'a text that is added to a number stays a text',
		program: 'function f(s, i) { return s + i + 1; } console.log(f("a", 1));',
	},
	{
		file: 'lower/switch.ts',
		what: 'default falls through in the middle of a switch',
		program: 'switch (3) { default: console.log("a"); case 1: console.log("b"); }',
	},
	{
		file: 'lower/optional-call.ts',
		what: '(o?.f)() is called',
		program: 'const o = { f() { return "f"; } }; console.log((o?.f)());',
	},
	{
		file: 'lower/closures.ts',
		what: 'closures in while have variables of their own',
		program:
			'const fs = []; let n = 0; while (n < 2) { const k = n++; fs.push(() => k); } console.log(`${fs[0]()}${fs[1]()}`);',
	},
	{
		file: 'lower/try.ts',
		what: 'finally runs after return',
		program:
			'function f() { try { return "a"; } finally { console.log("finally"); } } console.log(f());',
	},
	{
		file: 'lower/try.ts',
		what: 'what a return in try calls is guarded',
		program:
			'const t = f => { try { return f(); } catch (e) { return "caught"; } }; console.log(t(() => { throw new Error("x"); }));',
	},
	{
		file: 'lower/single-evaluation.ts',
		what: 'a receiver is evaluated once',
		program:
			'let n = 0; class Q { get(x) { return x; } } function f() { n++; return new Q(); } f().get(1); console.log(`${n}`);',
	},
	{
		file: 'lower/hoist.ts',
		what: 'a function sees a constant behind its first use',
		program:
			'const h = { start: onStart }; function onStart() { return LIMIT; } const LIMIT = 10; console.log(`${h.start()}`);',
	},
	{
		file: 'patch/numbers.ts',
		what: 'numbers have the text of the specification',
		program: 'console.log(`${1e20} ${1e-7}`);',
	},
	{
		file: 'patch/numbers.ts',
		what: '~ wraps around',
		program: 'let x = 4294967295; console.log(`${~x}`);',
	},
	{
		file: 'patch/indices.ts',
		what: 'an index behind the end is undefined',
		program:
			'const u = new Uint8Array(2); let i = 5; console.log(`${u[i] === undefined} ${"ab"[i] === undefined}`);',
	},
	{
		file: 'patch/indices.ts',
		what: 'a typed array stores modulo its size',
		program: 'const u = new Uint8Array(1); let x = -1; u[0] = x; console.log(`${u[0]}`);',
	},
	{
		file: 'patch/operators.ts',
		what: 'a string is compared with a number',
		program:
			'const l = ["5"]; const n = [5]; console.log(`${l[0] == n[0]} ${l[0] > 4} ${l[0] * 2}`);',
	},
];
