import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { hoistDeclarations } from '../../scripts/ordinary/lower/hoist.ts';
import { lower } from '../../scripts/ordinary/lower/lower.ts';
import { evaluateReceiversOnce } from '../../scripts/ordinary/lower/single-evaluation.ts';
import { lowerTopLevelAwait } from '../../scripts/ordinary/lower/top-level-await.ts';
import { lowerTry } from '../../scripts/ordinary/lower/try.ts';

/** What a program leaves in `log`. */
function run(text: string): unknown[] {
	const log: unknown[] = [];
	runInNewContext(text, { log, Porffor: { c() {} } });
	return log;
}

describe('lower', () => {
	test.for([
		['return in try', 'function f() { try { return 1; } finally { log.push(2); } } log.push(f());'],
		[
			'return in finally',
			'function f() { try { return 1; } finally { return 2; } } log.push(f());',
		],
		[
			'continue and break',
			'for (let i = 0; i < 5; i++) { try { if (i < 2) continue; if (i > 3) break; log.push(i); } catch {} }',
		],
		[
			'labels through two regions',
			'a: for (const i of [1, 2]) for (const j of [1, 2]) { try { try { if (j > 1) continue a; } finally { log.push(j); } } finally { log.push(i); } }',
		],
		[
			'throw in catch',
			'try { try { throw 1; } catch (e) { throw e + 1; } finally { log.push(3); } } catch (e) { log.push(e); }',
		],
		[
			'switch',
			'switch (1) { case 1: try { break; } finally { log.push(1); } case 2: log.push(2); }',
		],
		[
			'arrow function',
			'const f = () => { try { return 4; } finally { log.push(5); } }; log.push(f());',
		],
		['receivers', 'let n = 0; const f = () => (n++, [n]); log.push(f().concat(f().slice(0)), n);'],
		['class fields', 'class A { v = [3].concat(new Array(2)).length; } log.push(new A().v);'],
		['optional chains', 'const f = () => undefined; log.push(f()?.at(0), f()?.a.at(0));'],
		['destructuring', 'const { a, b: [c] } = { a: 1, b: [2] }; log.push(a, c);'],
		[
			'super',
			'class A { m() { return this.n; } } class B extends A { n = 1; m() { return super.m() + 1; } } log.push(new B().m());',
		],
		[
			'static super',
			'class A { static m() { return 1; } } class B extends A { static m() { return super.m(); } } log.push(B.m());',
		],
		[
			'errors',
			'class E extends Error {} class F extends E { constructor() { super("f"); this.name = "F"; } } log.push(String(new E("e")), String(new F()));',
		],
		[
			'default values',
			'const f = (a, b = a * 2, { c = b } = {}, ...[d]) => [a, b, c, d]; log.push(f(1), f(1, 5, { c: 6 }, 7));',
		],
		[
			'private names',
			'class A { #v = 1; a() { return this.#v; } } class B extends A { #v = 2; b(o) { return [#v in o, this.#v]; } } log.push(new B().a(), new B().b(new A()));',
		],
		[
			'iterators',
			'const r = { *[Symbol.iterator]() { try { yield 1; yield 2; } finally { log.push("closed"); } } }; for (const x of r) log.push(x); log.push([...r], new Map([["k", r]]).get("k") === r); const [first] = [...r]; log.push(first);',
		],
		[
			'for in',
			'const o = { b: 1, 2: 3 }; for (const k in o) log.push(k); log.push(Object.keys(o));',
		],
		[
			'JSON',
			'log.push(JSON.stringify({ a: [1, { b: 2 }] }, null, 1), JSON.parse("[1]", (k, v) => v));',
		],
		[
			'numbers',
			'log.push((1.45).toFixed(1), (25).toExponential(0), (0.00001).toPrecision(1), Math.round(-0.5));',
		],
		['names', 'const f = () => 1; const C = class {}; log.push(f.name, C.name);'],
	])('%s mean what they meant', ([, text]) => {
		expect(run(lower(text))).toEqual(run(text));
	});

	test('lines stay where they are', () => {
		const text =
			'const a = 1;\nfunction f() {\n\ttry {\n\t\treturn a;\n\t} finally {\n\t\tlog.push(2);\n\t}\n}\nf();\n';

		expect(lower(text).split('\n').length).toBe(text.split('\n').length);
	});
});

describe('hoistDeclarations', () => {
	test('declares in front and assigns in place', () => {
		expect(hoistDeclarations('f();\nconst a = 1;\nfunction f() { return a; }\n')).toBe(
			'var a; f();\na = 1;\nfunction f() { return a; }\n',
		);
	});

	test('leaves the variables of functions and loops alone', () => {
		const text = 'for (let i = 0; i < 1; i++) { const a = i; }\n';

		expect(hoistDeclarations(text)).toBe(text);
	});
});

describe('evaluateReceiversOnce', () => {
	test('keeps a receiver that can be evaluated twice', () => {
		const text = 'this.items.push(1); a.b[i].slice(2); f(x).foo();';

		expect(evaluateReceiversOnce(text)).toBe(text);
	});

	test('gives each function variables of its own', () => {
		expect(evaluateReceiversOnce('const f = () => g().get(1);')).toBe(
			'const f = () => { var $receiver1; return (($receiver1 = g(), $receiver1.get(1))); };',
		);
	});
});

describe('lowerTry', () => {
	test('leaves a try alone that nothing jumps out of', () => {
		expect(lowerTry('try { f(); } catch (e) { g(e); }')).toBe(
			'{ try { { f(); } } catch (e) { g(e); } }',
		);
	});
});

describe('lowerClasses', () => {
	test('a subclass that names itself keeps its name', () => {
		const [error] = run(
			lower('class E extends Error { name = "Mine"; } log.push(String(new E("m")));'),
		);

		expect(error).toBe('Mine: m');
	});
});

describe('lowerTopLevelAwait', () => {
	test('moves what waits into a function, and starts the event loop after it', () => {
		expect(lowerTopLevelAwait('var a; a = await f();\nfunction f() {}\nrunEventLoop();')).toBe(
			'var a;\nfunction f() {}\nasync function $main() {\na = await f();\n}\n$main();\nrunEventLoop();',
		);
	});

	test('a program that waits in functions only stays as it is', () => {
		const text = 'async function f() { await g(); }\nrunEventLoop();';

		expect(lowerTopLevelAwait(text)).toBe(text);
	});
});
