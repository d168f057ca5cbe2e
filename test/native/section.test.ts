import { describe, expect, test } from 'vitest';
import { compileText, native, textsOf } from '../harness/native.ts';

/** A lock that counts instead of waiting: one thread runs here. */
const head = `import { atomic, fetchAdd, type Guarded, load } from 'native:atomic';
import { withInterruptsOff, withLock } from 'native:section';
const depth = atomic<u32>(0);
const deepest = atomic<u32>(0);
class Gate {
	acquire(): void { const now = fetchAdd(depth, 1, 'relaxed') + 1; if (now > load(deepest, 'relaxed')) fetchAdd(deepest, 1, 'relaxed'); }
	release(): void { fetchAdd(depth, u32(-1), 'relaxed'); }
}
interface Pair { low: u32; high: u32 }
class Box {
	private readonly gate: Gate;
	private readonly pair: Guarded<Pair, 'gate'>;
	acquire(): Pair { this.gate.acquire(); return this.pair; }
	release(): void { this.gate.release(); }
}
const gate = new Gate();
const box = new Box();
export function depthNow(): u32 { return load(depth, 'relaxed') * 100 + load(deepest, 'relaxed'); }
`.replace('class Gate {', 'class Gate { readonly unused: u8;');

describe('sections', () => {
	test('are part of the function around them: its variables, its this, its loops', () => {
		const program = native(
			`${head}
class Meter {
	base: u32;
	measure(n: u32): u32 {
		let sum = this.base;
		for (let i: u32 = 0; i < n; i++) withLock(gate, () => { sum += this.base + i; });
		return sum;
	}
}
export function captured(n: u32): u32 {
	const meter: Meter = { base: 10 };
	const doubled = withInterruptsOff(() => meter.measure(n) * 2);
	return doubled;
}`.replace('const meter: Meter = { base: 10 };', 'const meter = new Meter(); meter.base = 10;'),
		);

		expect(program.call('captured', 3n)).toBe(2n * (10n + 10n + 11n + 12n));
		expect(program.call('depthNow')).toBe(0n);
	});

	test('return leaves the section alone, from loops and nested sections as well', () => {
		const program = native(`${head}
export function find(wanted: u32): u32 {
	const found = withLock(box, (pair): u32 => {
		pair.low = 7;
		for (let i: u32 = 0; i < 10; i++) {
			const isIt = withLock(gate, (): boolean => { if (i === wanted) return true; pair.high = i; return false; });
			if (isIt) return i * 100;
		}
		return pair.high;
	});
	withLock(gate, () => { if (found > 500) return; withLock(box, pair => { pair.low += found; }); });
	return withLock(box, pair => found + pair.low);
}
export function after(wanted: u32): u32 { return find(wanted) * 1000 + depthNow(); }`);

		expect(program.call('find', 2n)).toBe(200n + 207n);
		expect(program.call('find', 6n)).toBe(600n + 7n);
		expect(program.call('find', 50n)).toBe(9n + 16n);
		expect(program.call('after', 2n)).toBe(407_002n);
	});

	test('take a named function, stand in expressions, and give what they are asked for', () => {
		const program = native(`${head}
function seven(): u32 { return 7; }
function lowOf(pair: Pair): u32 { return pair.low; }
export function run(a: u32): u32 {
	withLock(box, pair => void0(pair, a));
	const wide: u64 = withInterruptsOff(() => 5);
	return withInterruptsOff(seven) + withLock(box, lowOf) * 10 + u32(wide) * (withLock(gate, () => a) + 1);
}
function void0(pair: Pair, a: u32): void { pair.low = a; }`);

		expect(program.call('run', 3n)).toBe(7n + 30n + 5n * 4n);
	});

	test('keep the lines of what stands in them', () => {
		const { c } = compileText(
			`${head}export function f(a: u32): u32 {
	let b = a;
	withInterruptsOff(() => {
		b += 1;
		b *= 2;
	});
	return b;
}`,
			'riscv64',
		);
		const body = c.slice(c.indexOf('main__f(u32 a) {'));
		let line = 0;
		const places = body.split('\n').flatMap(text => {
			const jump = /^#line (\d+)/.exec(text);
			const own = line;
			line = jump ? Number(jump[1]) : line + 1;
			return jump ? [] : [`${own} ${text}`];
		});
		expect(places.filter(text => /Interrupts\(|\(b = /.test(text))).toMatchInlineSnapshot(`
			[
			  "22 usize _t1 = disableInterrupts();",
			  "23 (b = (b + ((u32)1u)));",
			  "24 (b = (b * ((u32)2u)));",
			  "22 restoreInterrupts(_t1);",
			]
		`);
	});

	test('what is no lock, and what leaves with its value, is refused', () => {
		const imports = `import { withInterruptsOff, withLock } from 'native:section';\ninterface A { x: u32 } class L { readonly a: A; acquire(): A { return this.a; } release(): void {} } const l = new L();\n`;
		expect(
			textsOf(
				`${imports}interface F { acquire: () => u32; release: () => void }\nexport function f(a: F): void { withLock(a, () => {}); }`,
				`${imports}export function f(): u32 { const a = withLock(l, it => it); return a.x; }`,
				`${imports}export function f(): void { const a = withInterruptsOff(() => {}); }`,
				`${imports}export function f(n: u32): u32 { const a = withInterruptsOff(() => { if (n > 3) return 1; return n * 2; }); return a; }`,
			),
		).toMatchInlineSnapshot(`
			"
			main.ts:5:42 error NT1204: This is not a lock.
			  export function f(a: F): void { withLock(a, () => {}); }
			                                           ^
			  help: Use a module-level 'SpinLock' or 'Locked<…>' from 'native:lock'.
			main.ts:4:50 error NT1205: What the lock guards leaves the section that holds the lock.
			  export function f(): u32 { const a = withLock(l, it => it); return a.x; }
			                                                   ^^^^^^^^
			  help: Give a field of it, or do what is to be done with it in the section.
			main.ts:4:35 error NT4006: 'void' cannot be stored.
			  export function f(): void { const a = withInterruptsOff(() => {}); }
			                                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Store integers, booleans, pointers, functions, structures or arrays.
			main.ts:4:62 error NT1206: Which machine type the section gives is not known.
			  export function f(n: u32): u32 { const a = withInterruptsOff(() => { if (n > 3) return 1; return n * 2; }); return a; }
			                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Write it as the result type of the arrow function, as in \`(): u32 => { … }\`.
			"
		`);
	});
});
