import { describe, expect, test } from 'vitest';
import { examplesHold } from '../harness/examples.ts';

describe('pointers, functions and null', () => {
	test('pointers point at everything that has an address', () => {
		const { seen, wanted } = examplesHold(`
const bytes: FixedArray<u8, 8> = arrayFrom(i => u8(i));
const words: Guarded<FixedArray<u32, 4>, 'one hart'> = arrayFrom(i => u32(i) * 100);
export function a(i: isize): u32 { const p = addressOf(words[2]); return offset(p, i).target; }
// a(1) === 300
// a(-2) === 0
export function b(): boolean { const p = addressOf(words[1]); const q = addressOf(words[2]); return p !== q && offset(q, -1) === p && addressFrom(q) - addressFrom(p) === 4; }
// b() === true
export function c(): u8 { const p: Ptr<FixedArray<u8, 4>> = pointerAt<FixedArray<u8, 4>>(addressFrom(addressOf(bytes[4]))); return p[1] + pointerAt<FixedArray<u8, 4>>(addressFrom(bytes))[2]; }
// c() === 7
export function d(): u8 { let p = addressOf(bytes[0]); const pp = addressOf(p); pp.target = offset(p, 3); return p.target + pp.target[1]; }
// d() === 7
export function e(x: u32): u32 { const f = increment; let g: (a: u32) => u32 = f; const p = addressOf(g); p.target = twice; return g(x) + p.target(x); }
function increment(x: u32): u32 { return x + 1; }
function twice(x: u32): u32 { return x * 2; }
// e(4) === 16
export function h(): u32 { const p: Ptr<FixedArray<u32, 4>> = addressOf(words); let s: u32 = 0; for (const w of p) s += w; return s + u32(p.length); }
// h() === 604
export function i(): u32 { const p = addressOf(words); p[1] = 7; p.target[2] += 1; return p[1] + words[2]; }
// i() === 208
interface N { v: u8; next: Ptr<N> | null }
const n0: Guarded<N, 'one hart'> = { v: 3, next: null };
const n1: Guarded<N, 'one hart'> = { v: 4, next: null };
function push(list: Ptr<Ptr<N> | null>, n: Ptr<N>): void { n.next = list.target; list.target = n; }
export function j(): u8 { let head: Ptr<N> | null = null; const at = addressOf<Ptr<N> | null>(head); push(at, addressOf(n0)); push(at, addressOf(n1)); const h = at.target; if (h === null || h.next === null) return 0; return h.v * 10 + h.next.v; }
// j() === 43
export function k(i: usize): u32 { const p = addressOf(words); return p[i]; }
// k(4) panics: index 4 of 4
const rows: FixedArray<FixedArray<u8, 2>, 3> = arrayFrom(i => arrayFrom(j => u8(i * 2 + j)));
export function l(): u8 { const p = offset(addressOf(rows[0]), 2); return p[1] + p.target[0] + u8(p.length); }
// l() === 11

export function m(): u8 { const s = slice(bytes, 1); const p = addressOf(s); return p.target[0] + u8(p.target.length); }
// m() === 8
function swapThem<T>(a: Ptr<T>, b: Ptr<T>): void { const t = a.target; a.target = b.target; b.target = t; }
export function n(): u32 { let x: u32 = 1; let y: u32 = 2; swapThem(addressOf(x), addressOf(y)); return x * 10 + y; }
// n() === 21
const cells: FixedArray<Atomic<u32>, 2> = zeroed();
export function o(): u32 { const p = addressOf(cells[1]); store(p, 5, 'relaxed'); return load(cells[1], 'relaxed') + load(p, 'acquire'); }
// o() === 10
const pa = atomic<Ptr<N> | null>(null);
export function q(): u8 { store(pa, addressOf(n0), 'release'); const p = load(pa, 'acquire'); return p === null ? 0 : p.v; }
// q() === 3
enum E { A = 5, B }
export function r(): u32 { let e: E = E.A; const p = addressOf<E>(e); p.target = E.B; let b = false; addressOf(b).target = true; return u32(e) + u32(b); }
// r() === 7
`);

		expect(seen).toEqual(wanted);
	});

	test('pointers to rows step by rows', () => {
		const { seen, wanted } = examplesHold(`
const grid: FixedArray<FixedArray<u8, 4>, 3> = arrayFrom(i => arrayFrom(j => u8(i * 4 + j)));
export function a(): u8 { const p = pointerAt<FixedArray<u8, 4>>(addressFrom(grid)); return p[3]; }
// a() === 3
export function b(): u8 { const p = addressOf(grid[0]); const q = offset(p, 1); return q[0]; }
// b() === 4
export function c(i: usize): u8 { const p = addressOf(grid[1]); return p[i]; }
// c(2) === 6
// c(4) panics: index 4 of 4
`);

		expect(seen).toEqual(wanted);
	});

	test('null is narrowed as tsc narrows it', () => {
		const { seen, wanted } = examplesHold(`
interface Node { v: u32; next: Ptr<Node> | null; cb: ((x: u32) => u32) | null }
const n2: Node = { v: 2, next: null, cb: null };
const n1: Node = { v: 1, next: addressOf(n2), cb: x => x + 5 };
export function e(x: boolean): u32 { let p: Ptr<Node> | null = x ? addressOf(n1) : null; let s: u32 = 0; while (p !== null) { s += p.v; p = p.next; } return s; }
// e(true) === 3
// e(false) === 0
export function g(x: boolean): u32 { let p: Ptr<Node> | null = null; if (x) p = addressOf(n2); if (p === null || p.v !== 2) return 1; return p.v; }
// g(true) === 2
// g(false) === 1
export function h(): u32 { let p: Ptr<Node> | null; let s: u32 = 0; p = addressOf(n1); s = p.v; while ((p = p.next) !== null) s += p.v * 10; return s; }
// h() === 21
export function i(): u32 { const p = n1.next; const q = p !== null ? p.v : 0; const f = n1.cb; const ok = f !== null && f(1) === 6; return q * 10 + u32(ok); }
// i() === 21
function opt(f: ((x: u32) => u32) | null, x: u32): u32 { return f === null ? x : f(x); }
export function j(): u32 { return opt(null, 3) + opt(n1.cb, 4) + opt(x => x * 100, 1); }
// j() === 112
const fs: FixedArray<((x: u32) => u32) | null, 3> = arrayOf(null, (x: u32) => x, null);
export function k(): u32 { let c: u32 = 0; for (const f of fs) if (f !== null) c += f(9); return c; }
// k() === 9
function choose(x: boolean): (a: u32) => u32 { return x ? a => a + 1 : twice; }
function twice(x: u32): u32 { return x * 2; }
export function l(x: boolean): u32 { return choose(x)(10); }
// l(true) === 11
// l(false) === 20
function maybe(x: boolean): ((a: u32) => u32) | null { if (x) return twice; return null; }
export function m(x: boolean): u32 { let f = maybe(x); if (f === null) f = a => a; return f(4); }
// m(true) === 8
// m(false) === 4
`);

		expect(seen).toEqual(wanted);
	});

	test('references to structures may be null', () => {
		const { seen, wanted } = examplesHold(`
interface Node { v: u32; next: Ptr<Node> | null }
const n2: Guarded<Node, 'one hart'> = { v: 2, next: null };
const n1: Guarded<Node, 'one hart'> = { v: 1, next: addressOf(n2) };
function find(v: u32): Node | null { if (v === 1) return n1; return v === 2 ? n2 : null; }
export function a(v: u32): u32 { const n = find(v); if (!(n !== null)) return 0; n.v += 0; return n.v + (n.next === null ? 10 : n.next.v); }
// a(1) === 3
// a(2) === 12
// a(3) === 0
export function b(v: u32): u32 { const n: Node | null = v === 1 ? n1 : null; return n === null ? 7 : n.v; }
// b(1) === 1
// b(0) === 7
export function c(v: u32): boolean { return find(v) === n1 || find(v) === null; }
// c(1) === true
// c(2) === false
// c(9) === true
`);

		expect(seen).toEqual(wanted);
	});

	test('methods return what they are called on', () => {
		const { seen, wanted } = examplesHold(`
class Rec { n: u32; next: Ptr<Rec> | null; count(): u32 { let c: u32 = 0; let at: Rec | null = this; while (at !== null) { c++; at = at.next; } return c; } }
const rb: Rec = new Rec();
class Holder { r: Rec; constructor() { this.r = new Rec(); } }
const b = new Rec();
export function n(): u32 { const h = new Holder(); h.r.next = addressOf(b); return h.r.count(); }
// n() === 2
`);

		expect(seen).toEqual(wanted);
	});

	test('static methods are functions', () => {
		const { seen, wanted } = examplesHold(`
class A { static readonly k: u32 = 4; static f(): u32 { return A.k + A.g(); } static g(): u32 { return 2; } }
export function f(): u32 { const h = A.f; return h() + A.f(); }
// f() === 12
`);

		expect(seen).toEqual(wanted);
	});
});
