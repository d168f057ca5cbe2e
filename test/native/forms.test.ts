import { describe, expect, test } from 'vitest';
import { native } from '../harness/native.ts';

describe('statements', () => {
	test('loops, labels, break and continue go where ECMAScript says', () => {
		const program = native(`
export function sum(n: u32): u32 { let s: u32 = 0; for (let i: u32 = 0; i <= n; i++) { if (i % 2 === 0) continue; s += i; } return s; }
export function firstPair(limit: u32): u32 {
	let found: u32 = 0;
	outer: for (let a: u32 = 1; a < limit; a++) {
		for (let b: u32 = 1; b < limit; b++) {
			if (b > a) continue outer;
			if (a * b === 12) { found = a * 100 + b; break outer; }
		}
	}
	return found;
}
export function halvings(n: u64): u32 { let value: u64 = n; let count: u32 = 0; while (value > 1) { value /= 2; count++; } return count; }
export function atLeastOnce(n: u32): u32 { let i: u32 = n; let count: u32 = 0; do { count++; if (i > 5) break; i++; } while (i < 4); return count; }
export function block(n: u32): u32 { let r: u32 = n; leave: { if (r > 3) break leave; r = 100; } return r; }`);

		expect(program.call('sum', 9n)).toBe(25n);
		expect(program.call('firstPair', 10n)).toBe(403n);
		expect(program.call('halvings', 1n << 40n)).toBe(40n);
		expect(program.call('atLeastOnce', 0n)).toBe(4n);
		expect(program.call('atLeastOnce', 9n)).toBe(1n);
		expect(program.call('block', 2n)).toBe(100n);
		expect(program.call('block', 7n)).toBe(7n);
	});

	test('a switch falls through, and over an enum takes its members', () => {
		const program = native(
			`
const enum Cause { Software = 3, Timer = 7, External = 11 }
export function name(cause: u32): u32 {
	let r: u32 = 0;
	switch (cause) {
		case Cause.Software: r += 1;
		// falls through, which tsc must be told to allow
		default: r += 10; break;
		case Cause.Timer: { const bonus: u32 = 5; r += bonus; break; }
		case Cause.External: return 99;
	}
	return r;
}`.replace('case Cause.Software: r += 1;', 'case Cause.Software:'),
		);

		expect([3n, 4n, 7n, 11n].map(cause => program.call('name', cause))).toEqual([
			10n,
			10n,
			5n,
			99n,
		]);
	});
});

describe('evaluation order', () => {
	test('operands and arguments are evaluated from left to right', () => {
		const program = native(`
import { atomic, load, store } from 'native:atomic';
const trace = atomic<u64>(0);
function note(digit: u64): u64 { store(trace, load(trace, 'relaxed') * 10 + digit, 'relaxed'); return digit; }
function three(a: u64, b: u64, c: u64): u64 { return a * 100 + b * 10 + c; }
export function sum(): u64 { return note(1) + note(2) * note(3) - load(trace, 'relaxed'); }
export function call(): u64 { return three(note(1), note(2), note(3)) + load(trace, 'relaxed') * 1000; }
export function stepped(): u64 { let i: u64 = 1; return i + ++i * 10 + i++ * 100 + i * 1000; }
export function skipped(): u64 { const a = note(1) === 2 && note(2) === 2; const b = note(3) === 3 || note(4) === 4; return a || !b ? 0 : load(trace, 'relaxed'); }`);

		expect(program.call('sum')).toBe(BigInt.asUintN(64, 1n + 6n - 123n));
		expect(program.call('call')).toBe(123_123n);
		expect(program.call('stepped')).toBe(1n + 20n + 200n + 3000n);
		expect(program.call('skipped')).toBe(13n);
	});
});

describe('memory', () => {
	test('an index is checked, and the panic names the line', () => {
		const program = native(`
import { type FixedArray, zeroed } from 'native:memory';
export function read(i: u64): u32 {
	const table: FixedArray<u32, 4> = zeroed();
	for (let k: usize = 0; k < table.length; k++) table[k] = u32(k) * 10;
	return table[i];
}
export function signed(i: i32): u32 { const table = zeroed<FixedArray<u32, 4>>(); return table[i]; }`);

		expect(program.call('read', 3n)).toBe(30n);
		expect(program.call('read', 4n)).toBe('panic: index 4 of 4 (main.ts:7)');
		expect(program.call('signed', -1n)).toBe(`panic: index ${(1n << 64n) - 1n} of 4 (main.ts:9)`);
	});

	test('classes are structures: fields, methods, statics, constructors, generic lengths', () => {
		const program = native(`
import type { Guarded } from 'native:atomic';
import { type FixedArray } from 'native:memory';
class Counter<N extends number> {
	static readonly limit: u32 = 1000;
	readonly counts: FixedArray<u32, N>;
	total: u64;
	readonly step: u32 = 2;
	constructor(size: N, start: u64) { this.total = start; }
	add(index: usize): boolean {
		if (index >= this.counts.length) return false;
		this.counts[index] += this.step;
		this.total += u64(this.step);
		return true;
	}
	static isLarge(count: u32): boolean { return count > Counter.limit; }
}
const shared: Guarded<Counter<3>, 'one thread'> = new Counter(3, 100);
export function run(): u64 {
	const own = new Counter(8, 7);
	shared.add(0); shared.add(2); shared.add(2);
	if (shared.add(3)) return 0;
	own.add(7);
	if (Counter.isLarge(shared.counts[2])) return 1;
	return shared.total * 10000 + u64(shared.counts[2]) * 100 + own.total;
}`);

		expect(program.call('run')).toBe(1_060_000n + 400n + 9n);
	});

	test('pointers index, move and come from places; references change what they refer to', () => {
		const program = native(
			`
import { addressOf, type FixedArray, offset, type Ptr, sizeOf, utf8, utf8Length, zeroed } from 'native:memory';
interface Point { x: i32; y: i32; inner: Inner }
interface Inner { flags: FixedArray<u8, 3>; next: Ptr<Point> | null }
function mirror(point: Point): void { point.y = -point.x; }
function lengthOf(list: Point | null): u32 {
	let count: u32 = 0;
	let at: Ptr<Point> | Point | null = list;
	while (at !== null) { count++; at = at.inner.next; }
	return count;
}
export function run(): i32 {
	const bytes: FixedArray<u8, 8> = zeroed();
	const p: Ptr<u8> = addressOf(bytes[2]);
	p[1] = 7; p.target = 5;
	const q = offset(p, 1);
	q[1] = bytes[3] + bytes[2];
	const point: Point = { x: 3, y: 0 , inner: { flags: zeroed(), next: null } };
	mirror(point);
	point.inner.flags[1]++;
	const second: Point = { x: 1, y: 1, inner: { flags: zeroed(), next: addressOf(point) } };
	return i32(bytes[4]) * 100 + point.y + i32(point.inner.flags[1]) * 1000 + i32(lengthOf(second)) * 10000;
}
export function text(i: usize): u8 { const s = 'aé"'; return i < utf8Length(s) ? utf8(s)[i] : 0; }
export function size(): usize { return sizeOf<Point>(); }`.replace(
				'Ptr<Point> | Point | null',
				'Point | null',
			),
		);

		expect(program.call('run')).toBe(1200n - 3n + 1000n + 20_000n - 0n);
		expect([0n, 1n, 2n, 3n, 4n].map(i => program.call('text', i))).toEqual([
			97n,
			0xc3n,
			0xa9n,
			34n,
			0n,
		]);
		expect(program.call('size')).toBe(24n);
	});
});

describe('functions', () => {
	test('function values are code pointers: in tables, as arguments, with fewer parameters, as arrows', () => {
		const program = native(`
import { type Atomic, atomic, compareExchange, load, swap } from 'native:atomic';
import { type FixedArray, zeroed } from 'native:memory';
type Operation = (a: u32, b: u32) => u32;
function add(a: u32, b: u32): u32 { return a + b; }
function first(a: u32): u32 { return a; }
const slot: Atomic<Operation | null> = atomic<Operation | null>(null);
const double = (a: u32): u32 => a * 2;
const table: FixedArray<Atomic<Operation | null>, 2> = zeroed();
function apply(operation: Operation, a: u32, b: u32): u32 { return operation(a, b); }
export function run(): u32 {
	const taken = compareExchange(slot, null, add, 'acqRel');
	const refused = compareExchange(slot, null, first, 'acqRel');
	compareExchange(table[1], null, (a, b) => a * b, 'acqRel');
	const product = load(table[1], 'acquire');
	const old = swap(slot, null, 'acqRel');
	if (!taken || refused || product === null || old === null || load(slot, 'acquire') !== null) return 0;
	return old(1, 2) + apply(first, 10, 99) + product(10, 10) + double(500);
}`);

		expect(program.call('run')).toBe(3n + 10n + 100n + 1000n);
	});

	test('modules import each other, in cycles too', () => {
		const program = native({
			'main.ts': `
import { isEven } from './even.ts';
import { limit as most, Parity } from './odd.ts';
export function even(n: u32): boolean { return n <= most && isEven(n); }
export function parity(n: u32): u32 { const p: Parity = isEven(n) ? Parity.Even : Parity.Odd; return u32(p); }`,
			'even.ts': `import { isOdd } from './odd.ts'; export function isEven(n: u32): boolean { return n === 0 ? true : isOdd(n - 1); }`,
			'odd.ts': `import { isEven } from './even.ts'; export const limit = 100; export const enum Parity { Even = 20, Odd } export function isOdd(n: u32): boolean { return n !== 0 && isEven(n - 1); }`,
		});

		expect(program.call('even', 10n)).toBe(true);
		expect(program.call('even', 11n)).toBe(false);
		expect(program.call('even', 102n)).toBe(false);
		expect(program.call('parity', 3n)).toBe(21n);
	});

	test('panic ends with the message and the line', () => {
		const program = native(`
import { panic } from 'native:panic';
export function check(n: u32): u32 { if (n > 3) panic('n is too large'); return n; }`);

		expect(program.call('check', 3n)).toBe(3n);
		expect(program.call('check', 4n)).toBe('panic: n is too large (main.ts:4)');
	});
});
