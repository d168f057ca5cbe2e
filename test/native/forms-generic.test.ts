import { describe, expect, test } from 'vitest';
import { examplesHold } from '../harness/examples.ts';

describe('generic code', () => {
	test('functions and classes take types, lengths and functions', () => {
		const { seen, wanted } = examplesHold(`
class Stack<T, N extends number> { readonly items: FixedArray<T, N>; count: usize = 0; constructor(size: N) {} push(item: T): boolean { if (this.count >= this.items.length) return false; this.items[this.count] = item; this.count++; return true; } pop(otherwise: T): T { if (this.count === 0) return otherwise; this.count--; return this.items[this.count]; } map<U>(f: (x: T) => U): U { return f(this.items[0]); } }
const s: Guarded<Stack<u16, 4>, 'one hart'> = new Stack<u16, 4>(4);
function max<T extends u8 | u16 | u32 | i64>(a: T, b: T): T { return a > b ? a : b; }
function max3<T extends u8 | u16 | u32 | i64>(a: T, b: T, c: T): T { return max(max(a, b), c); }
function apply<A, B>(f: (a: A) => B, a: A): B { return f(a); }
function first<T, N extends number>(xs: FixedArray<T, N>): T { return xs[0]; }
function length<T, N extends number>(xs: FixedArray<T, N>, n: N): usize { return n; }
function inc(x: u8): u32 { return u32(x) + 1000; }
export function a(): u16 { s.push(7); s.push(8); return s.pop(0) * 10 + s.pop(0) + s.pop(99); }
// a() === 186
export function b(): i64 { return max3<i64>(-5, -7, -6) + i64(max3<u8>(1, 200, 3)); }
// b() === 195
export function c(): u32 { return apply(inc, 5) + apply<u8, u32>(x => u32(x), 6); }
// c() === 1011
const tbl: FixedArray<u32, 5> = arrayFrom(i => u32(i) + 1);
export function d(): u32 { return first(tbl) + u32(length(tbl, 5)); }
// d() === 6
export function g(): u32 { s.push(3); return s.map(x => u32(x) * 100000); }
// g() === 300000
`);

		expect(seen).toEqual(wanted);
	});

	test('classes hold each other and themselves in other instances', () => {
		const { seen, wanted } = examplesHold(`
class Ring<N extends number> { readonly items: FixedArray<u8, N>; head: usize; constructor(size: N) {} mask(): usize { return this.items.length - 1; } put(x: u8): void { this.items[this.head & (this.items.length - 1)] = x; this.head++; } }
const r8: Guarded<Ring<8>, 'one hart'> = new Ring(8); const r2: Guarded<Ring<2>, 'one hart'> = new Ring(2);
function total<N extends number>(r: Ring<N>): u32 { let s: u32 = 0; for (const x of r.items) s += u32(x); return s * 10 + u32(r.items.length); }
export function a(): u32 { for (let i: u8 = 1; i < 6; i++) { r8.put(i); r2.put(i); } return total(r8) * 1000 + total(r2); }
// a() === 158092
function sized<N extends number>(n: N): usize { const local: FixedArray<u8, N> = zeroed(); return local.length * 2 + sizeOf<FixedArray<u32, N>>(); }
export function b(): usize { return sized(3) + sized<5>(5); }
// b() === 48
class Pair<A, B> { a: A; b: B; swap(o: Pair<B, A>): void { o.a = this.b; o.b = this.a; } static of(): u32 { return 3; } }
const p: Guarded<Pair<u8, u64>, 'one hart'> = new Pair<u8, u64>(); const q: Guarded<Pair<u64, u8>, 'one hart'> = new Pair<u64, u8>();
export function c(): u64 { p.a = 3; p.b = 5; p.swap(q); return q.a * 10 + u64(q.b) + u64(Pair.of()) * 100; }
// c() === 353
class Box<T> { v: T; get g(): T { return this.v; } set g(x: T) { this.v = x; } }
const bb: Guarded<Box<Box<u8>>, 'one hart'> = new Box<Box<u8>>(); const cc = new Box<(x: u8) => u8>(); const dd: Guarded<Box<FixedArray<u8, 2>>, 'one hart'> = new Box<FixedArray<u8, 2>>();
export function d(): u8 { bb.v.g = 4; bb.v.g += 1; dd.v[1] = 6; return bb.v.g + dd.v[1]; }
// d() === 11
interface GI<T> { x: T; y: FixedArray<T, 2> }
const gi: GI<u16> = { x: 1, y: arrayOf(2, 3) };
export function e(): u16 { return gi.x + gi.y[1]; }
// e() === 4
type Alias<T> = Ptr<GI<T>>;
export function f(): u16 { const z: Alias<u16> = addressOf(gi); return z.y[0]; }
// f() === 2
function pick<T>(c: boolean, f: T, g: T): T { return c ? f : g; }
function one(): u32 { return 1; }
function two(): u32 { return 2; }
export function g(c: boolean): u32 { const f = pick(c, one, two); return f(); }
// g(true) === 1
// g(false) === 2
export function h(c: boolean): u32 { return pick<() => u32>(c, () => 5, two)(); }
// h(true) === 5
`);

		expect(seen).toEqual(wanted);
	});

	test('arithmetic on a type parameter names its result', () => {
		const { seen, wanted } = examplesHold(`
function same<T extends u8 | u64>(a: T): T { let y = zeroed<T>(); y = (y + a) as T; return (y << 1) as T; }
function sum<T extends u8 | u64, N extends number>(xs: FixedArray<T, N>): T { let t = 0 as T; for (const x of xs) t = (t + x) as T; return t; }
export function f(): u64 { return u64(same<u8>(200)) + same<u64>(200); }
// f() === 544
const xs: FixedArray<u8, 3> = arrayOf(100, 100, 100);
export function g(): u8 { return sum(xs); }
// g() === 44
`);

		expect(seen).toEqual(wanted);
	});

	test('assertions in generic code hold for each instance', () => {
		const { seen, wanted } = examplesHold(`
class T<N extends number> { readonly a: FixedArray<u32, N>; constructor(n: N) {} check(): usize { staticAssert(sizeOf<FixedArray<u32, N>>() <= 64, 'small'); return this.a.length; } }
const t = new T(16);
staticAssert(sizeOf<T<16>>() === 64, 'x');
export function f(): usize { staticAssert(1 + 1 === 2, 'sum'); return t.check(); }
// f() === 16
`);

		expect(seen).toEqual(wanted);
	});
});
