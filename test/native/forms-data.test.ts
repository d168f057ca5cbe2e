import { describe, expect, test } from 'vitest';
import { examplesHold } from '../harness/examples.ts';

describe('structures', () => {
	test('classes hold classes, arrays, accessors, statics and themselves by pointer', () => {
		const { seen, wanted } = examplesHold(`
class Inner { a: u8 = 1; readonly b: u16; constructor(b: u16) { this.b = b; } sum(): u32 { return u32(this.a) + u32(this.b); } }
class Outer { first: Inner = new Inner(10); second: Inner; static readonly K = 7; static readonly T: u16 = 300; static make(x: u32): u32 { return x * Outer.K; } #p: u32 = 3; get p(): u32 { return this.#p; } set p(v: u32) { this.#p = v + 1; } constructor(x: u16) { this.second = new Inner(x); } method(): u32 { return this.first.sum() * 100 + this.second.sum() + this.#p; } inc(): void { this.first.a++; this.#p += 2; } }
const o: Guarded<Outer, 'one hart'> = new Outer(5);
const list: Guarded<FixedArray<Outer, 3>, 'one hart'> = zeroed();
const made: FixedArray<Inner, 2> = arrayOf(new Inner(1), new Inner(2));
const madeToo: FixedArray<Inner, 2> = arrayFrom(i => new Inner(u16(i) + 100));
export function f(): u32 { o.inc(); return o.method(); }
// f() === 1211
export function g(): u32 { o.p = 9; return o.p; }
// g() === 10
export function h(i: usize): u32 { list[i].inc(); list[i].inc(); return list[i].method(); }
// h(1) === 204
// h(3) panics: index 3 of 3
export function i(): u32 { return Outer.make(3) + u32(Outer.T); }
// i() === 321
export function j(): u32 { return made[1].sum() * 1000 + madeToo[1].sum(); }
// j() === 3102
function viaPtr(p: Ptr<Outer>): u32 { p.inc(); return p.method() + p.p; }
function viaRef(p: Outer): u32 { p.inc(); return p.method() + p.p; }
export function k(): u32 { const l = new Outer(1); return viaPtr(addressOf(l)) + viaRef(l); }
// k() === 2528
export function l(): u32 { const p = pointerAt<Outer>(addressFrom(o)); return u32(p.first.b) + u32(p.second.b); }
// l() === 15
class Chain { v: u32; add(x: u32): Chain { this.v += x; return this; } }
export function m(): u32 { const c = new Chain(); return c.add(1).add(2).v; }
// m() === 3
class Rec { n: u32; next: Ptr<Rec> | null; count(): u32 { let c: u32 = 0; let at: Ptr<Rec> | null = addressOf<Rec>(this); while (at !== null) { c++; at = at.next; } return c; } }
export function n(): u32 { const a = new Rec(); const b = new Rec(); a.next = addressOf(b); return a.count(); }
// n() === 2
`);

		expect(seen).toEqual(wanted);
	});

	test('storage may be static in a class', () => {
		const { seen, wanted } = examplesHold(`
class A { static readonly x: FixedArray<u32, 2> = arrayOf(1, 2); static readonly k: u32 = 4; static readonly l: u32 = A.k * 2; }
export function f(): u32 { return A.x[1] + A.l; }
// f() === 10
class B { static readonly n = atomic<u32>(0); static bump(): u32 { return fetchAdd(B.n, 1, 'relaxed'); } }
export function bump(): u32 { B.bump(); return B.bump(); }
// bump() === 1
class C { static readonly n = hartLocal<u32>(5); static bump(): u32 { return C.n.value++; } }
export function local(): u32 { C.bump(); return C.bump(); }
// local() === 6
class D { static get five(): u32 { return 5; } static set kept(x: u32) { B.n; store(B.n, x, 'relaxed'); } static get kept(): u32 { return load(B.n, 'relaxed'); } }
export function accessors(): u32 { D.kept = D.five; D.kept += 2; return D.kept++ * 10 + D.kept; }
// accessors() === 78
`);

		expect(seen).toEqual(wanted);
	});

	test('structures are copied by fields, destructured and walked', () => {
		const { seen, wanted } = examplesHold(`
interface S { a: u8; b: u32 }
const x: S = { a: 1, b: 2 };
export function f(): u32 { const y: S = { a: x.a, b: x.b }; y.b = 9; const z = y; z.a = 5; const { a, b } = z; return u32(a) + b + x.b; }
// f() === 16
interface N { s: S; t: FixedArray<S, 2> }
const n: Guarded<N, 'one hart'> = { s: { a: 1, b: 2 }, t: arrayOf({ a: 3, b: 4 }, { a: 5, b: 6 }) };
export function g(): u32 { const { s: { a, b: bee }, t: [, { b }] } = n; return u32(a) + bee * 10 + b * 100; }
// g() === 621
export function h(): u32 { const [p, q] = n.t; q.b = 60; const { a } = p; return u32(a) + n.t[1].b; }
// h() === 63
export function i(): u32 { let { b } = n.s; b += 1; return b * 10 + n.s.b; }
// i() === 32
export function j(): u32 { let t: u32 = 0; for (const { a, b } of n.t) t += u32(a) * b; return t; }
// j() === 312
export function k(): u32 { const zero: N = zeroed(); return zero.s.b + u32(zero.t[1].a); }
// k() === 0
`);

		expect(seen).toEqual(wanted);
	});

	test('layouts have padding, sizes and alignments that hold', () => {
		const { seen, wanted } = examplesHold(`
interface D { a: u8; b: u64; c: u16; d: FixedArray<u8, 3>; e: boolean; f: Ptr<D> | null; g: Atomic<u32>; h: () => void }
layout<D>({ a: 0, b: 8, c: 16, d: 18, e: 21, f: 24, g: 32, h: 40 }, { size: 48, alignment: 8 });
staticAssert(sizeOf<D>() === 48, 'size');
export function f(): usize { return sizeOf<D>(); }
// f() === 48
staticAssert(alignOf<D>() === 8 && alignOf<FixedArray<u16, 3>>() === 2, 'alignment');
`);

		expect(seen).toEqual(wanted);
	});

	test('slices of slices, of rows, in fields and in arrays', () => {
		const { seen, wanted } = examplesHold(`
const n: Guarded<FixedArray<u32, 6>, 'one hart'> = arrayFrom(i => u32(i));
interface R { s: Slice<u32>; k: u8 }
function sum(s: Slice<u32>): u32 { let t: u32 = 0; for (const x of s) t += x; return t; }
export function a(f: usize, t: usize): u32 { const s = slice(n, f, t); return sum(slice(s, 1)) + u32(s.length) * 100 + u32(slice(s, s.length).length); }
// a(1, 5) === 409
// a(2, 2) panics: index 1 of 0
export function b(): u32 { const s = slice(n); const r: R = { s, k: 1 }; return sum(r.s) + sum(slice(s, 3, 3)) + r.s[5]; }
// b() === 20
export function c(): u32 { let s = slice(n, 0, 2); s = slice(n, 4); s[0] = 100; s[1] += 1; const p = s.start; return n[4] + p[1]; }
// c() === 106
const rows: FixedArray<FixedArray<u8, 3>, 2> = arrayFrom(i => arrayFrom(j => u8(i * 3 + j)));
export function d(): u8 { const s = slice(rows, 1); const inner = slice(s[0], 1); return inner[1] + u8(s.length); }
// d() === 6
export function e(): u32 { const ss: FixedArray<Slice<u32>, 2> = arrayOf(slice(n, 0, 2), slice(n, 2)); let t: u32 = 0; for (const s of ss) for (const x of s) t = t * 10 + x; return t; }
// e() === 13306
export function g(): u32 { const e: Slice<u32> = zeroed(); return sum(e) + u32(e.length); }
// g() === 0
export function h(): u32 { const p = addressOf(n[0]); return sum(slice(sliceAt(p, 4), 1, 3)); }
// h() === 3
function mid(s: Slice<u32>): Slice<u32> { return s.length < 3 ? s : mid(slice(s, 1, s.length - 1)); }
export function i(): u32 { return sum(mid(slice(n))); }
// i() === 5
`);

		expect(seen).toEqual(wanted);
	});

	test('hart-locals of every type', () => {
		const { seen, wanted } = examplesHold(`
interface S { a: u32; b: FixedArray<u8, 4> }
class C { v: u32 = 3; inc(): u32 { return ++this.v; } }
const a = hartLocal<u8>(250);
const s = hartLocal<S>({ a: 1, b: arrayOf(1, 2, 3, 4) });
const z = hartLocal<FixedArray<u16, 4>>();
const c = hartLocal<C>(new C());
const p = hartLocal<Ptr<S> | null>(null);
const f1 = hartLocal<((x: u32) => u32) | null>(null);
const b = hartLocal<boolean>(true);
const st = hartLocal<string>('abc');
const sl = hartLocal<Slice<u8>>();
export function f(): u8 { a.value += 10; return a.value; }
// f() === 4
export function g(): u32 { s.value.a += 2; s.value.b[1] = 9; let t: u32 = 0; for (const x of s.value.b) t += u32(x); return t + s.value.a; }
// g() === 20
export function h(i: usize): u16 { z.value[i] = 5; z.value[i]++; return z.value[i]; }
// h(1) === 6
// h(4) panics: index 4 of 4
export function i(): u32 { c.value.inc(); return c.value.inc() + c.value.v; }
// i() === 10
const ss: Guarded<S, 'one hart'> = zeroed();
export function j(): u32 { p.value = addressOf(ss); ss.a = 8; const q = p.value; f1.value = x => x + 1; const g = f1.value; return q === null || g === null ? 0 : q.a + g(1) + u32(b.value); }
// j() === 11
export function k(): usize { return utf8Length(st.value) + sl.value.length; }
// k() === 3
`);

		expect(seen).toEqual(wanted);
	});
});
