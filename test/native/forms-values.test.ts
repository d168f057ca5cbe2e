import { describe, expect, test } from 'vitest';
import { examplesHold } from '../harness/examples.ts';

describe('values', () => {
	test('every assignment operator works on every kind of place', () => {
		const { seen, wanted } = examplesHold(`
interface S { a: u8; b: i16; n: FixedArray<u8, 4>; in: In }
interface In { x: u64; r: FixedArray<FixedArray<i8, 2>, 2> }
const s: Guarded<S, 'one hart'> = zeroed();
class K { v: u8; get w(): u8 { return this.v; } set w(x: u8) { this.v = x; } }
const k: Guarded<K, 'one hart'> = new K();
const arr: Guarded<FixedArray<K, 3>, 'one hart'> = zeroed();
export function a(): u8 { s.a = 250; s.a += 10; return s.a; }
// a() === 4
export function b(): i16 { s.b = -5; s.b >>= 1; return s.b; }
// b() === -3
export function c1(): i16 { s.b = -5; s.b >>>= 1; return s.b; }
// c1() === 32765
export function d1(): u8 { s.n[1] = 200; s.n[1] <<= 1; return s.n[1]; }
// d1() === 144
export function e(): i8 { s.in.r[1][1] = 127; s.in.r[1][1]++; return s.in.r[1][1]--; }
// e() === -128
export function g(): u8 { k.w = 5; k.w += 254; return k.w; }
// g() === 3
export function h(): u8 { const p = addressOf(s.a); p.target = 7; p.target *= 40; p[0]--; ++p.target; return p.target--; }
// h() === 24
export function i(): u8 { let x: u8 = 3; const p = addressOf(x); p.target ^= 0xff; return x; }
// i() === 252
export function j(): u8 { arr[2].w = 1; let n: usize = 1; arr[++n].w |= 6; arr[n--].v++; return arr[2].v * 10 + u8(n); }
// j() === 81
export function l(n: u8): u8 { let x: u8 = 0; x = n; x -= 1; x &= 0x7f; x |= 0x80; x %= 100; return x; }
// l(0) === 55
export function m(): i32 { let a: i32 = 0; let b: i32 = 0; a = b = 5; return a + b; }
// m() === 10
export function o(a: i64, b: i64): i64 { let x = a; x /= b; return x; }
// o(-9223372036854775808, -1) === -9223372036854775808
// o(1, 0) panics: division by zero
export function q(a: u32): u32 { let x = a; return x++ + ++x; }
// q(1) === 4
export function r(a: u32): u32 { let x = a; x += x++ + ++x; return x; }
// r(1) === 5
`);

		expect(seen).toEqual(wanted);
	});

	test('an accessor is stepped like a field, and its object is found once', () => {
		const { seen, wanted } = examplesHold(`
class K { v: u8; get w(): u8 { return this.v; } set w(x: u8) { this.v = x; } }
const k: Guarded<K, 'one hart'> = new K();
export function g(): u8 { k.w = 5; k.w++; return k.w++; }
// g() === 6
`);

		expect(seen).toEqual(wanted);
	});

	test('the value of an assignment is what was assigned', () => {
		const { seen, wanted } = examplesHold(`
class K { v: u8; get w(): u8 { return this.v; } set w(x: u8) { this.v = x & 1; } }
const k: Guarded<K, 'one hart'> = new K();
export function g(): u8 { const a = k.w = 5; return a; }
// g() === 5
`);

		expect(seen).toEqual(wanted);
	});

	test('a comma steps two variables', () => {
		const { seen, wanted } = examplesHold(`
export function f(a: u32): u32 { let b: u32 = 0; for (let i: u32 = 0, j: u32 = 10; i < j; i++, j--) b += j - i; return b; }
// f(0) === 30
`);

		expect(seen).toEqual(wanted);
	});

	test('constants without a type are exact until they meet one', () => {
		const { seen, wanted } = examplesHold(`
const BIG = 1 << 40;
const MASK = ~0xff;
const NEG = -1;
const E = BIG - 1;
const HALF = E / 2;
const M = 7 % 3;
const c1 = (1 << 63) | 1;
export function a(): u64 { return BIG; }
// a() === 1099511627776
export function b(): i64 { return MASK; }
// b() === -256
export function c(): u8 { return u8(MASK) | 1; }
// c() === 1
export function d(): i8 { return NEG; }
// d() === -1
export function e(): u64 { return c1; }
// e() === 9223372036854775809
export function f(x: u8): u8 { return x + (300 - 100); }
// f(100) === 44
export function g(x: u8): boolean { return 200 > x; }
// g(100) === true
export function h(): u32 { return HALF & 0xffffffff; }
// h() === 4294967295
export function i(): u16 { const a = 5; const b = a * 1000; return b; }
// i() === 5000
export function j(x: boolean): u32 { return x ? 1 : 2; }
// j(true) === 1
export function k(x: u16): u64 { return u64(x) << 40; }
// k(3) === 3298534883328
export function l(): i32 { return -(5); }
// l() === -5
export function m(x: i16): i16 { return x * -1; }
// m(-32768) === -32768
`);

		expect(seen).toEqual(wanted);
	});

	test('constants are made of constants, enums and sizes', () => {
		const { seen, wanted } = examplesHold(`
enum Color { Red = 5, Green, Blue = Red * 2, Mask = (1 << Green) - 1, Str = Blue | 1 }
const enum Neg { A = -3, B, C }
interface P { x: u8; y: u32 }
const N = sizeOf<P>() * 2;
const T: usize = N + 1;
const FLAGS: u32 = Color.Green | Color.Blue;
const OK: boolean = N > 3 && true;
const L = OK ? 1 : 2;
const name = 'abc';
const SHIFT = 1 << Color.Red;
const CONV = u8(-1);
const CONV2: u16 = u16(CONV) << 8;
export function a(): usize { return T; }
// a() === 17
export function b(): u32 { return FLAGS; }
// b() === 14
export function c(): boolean { return OK; }
// c() === true
export function d(): u32 { return L; }
// d() === 1
export function e(): u32 { return Color.Mask + SHIFT; }
// e() === 95
export function f(): i32 { return Neg.C + Neg.A; }
// f() === -4
export function g(): u16 { return CONV2; }
// g() === 65280
export function h(n: Neg): i32 { return n; }
// h(-3) === -3
`);

		expect(seen).toEqual(wanted);
	});

	test('enums are integers: as cases, indices, fields and operands', () => {
		const { seen, wanted } = examplesHold(`
enum E { A = 3, B = 7, C = 1 << 40 }
const enum N { X = -5, Y, Z }
export function f(e: E): u32 { switch (e) { case E.A: return 1; case E.B: return 2; case E.C: return 3; default: return 4; } }
// f(3) === 1
// f(1099511627776) === 3
export function g(e: N): i32 { switch (e) { case N.X: return 1; case N.Z: return 3; } return 0; }
// g(-5) === 1
// g(-3) === 3
// g(-4) === 0
const t: FixedArray<u8, 8> = arrayFrom(i => u8(i * 3));
export function h(e: E): u8 { return t[e]; }
// h(7) === 21
enum D { A, B, C }
const names: FixedArray<u16, 3> = arrayOf(10, 20, 30);
export function i(): u16 { return names[D.C] + names[D.A]; }
// i() === 40
export function j(x: u32): D { return x === 0 ? D.A : D.B; }
// j(1) === 1
export function k(d: D): boolean { return d === D.B || d > D.B; }
// k(2) === true
export function l(d: D): u32 { let x: u32 = d; x |= D.C; return x; }
// l(1) === 3
`);

		expect(seen).toEqual(wanted);
	});

	test('a variable that starts as a member has the enum as its type', () => {
		const { seen, wanted } = examplesHold(`
enum D { A = 1, B = 2 }
export function f(d: D): u32 { return u32(d) + d; }
// f(2) === 4
export function g(x: u8): D { const d: D = D.A; const e = u32(x) === u32(d) ? D.A : D.B; return e; }
// g(1) === 1
interface R { d: D; e: FixedArray<D, 2> }
const r: R = { d: D.B, e: arrayOf(D.A, D.B) };
export function h(): D { return r.d === r.e[1] ? r.e[0] : D.B; }
// h() === 1
`);

		expect(seen).toEqual(wanted);
	});

	test('the elements of a local array are computed in the order of the source', () => {
		const { seen, wanted } = examplesHold(`
const trace = hartLocal<u64>(0);
function note(x: u8): u8 { trace.value = trace.value * 10 + u64(x); return x; }
export function f(): u64 { const a: FixedArray<u8, 3> = arrayOf(note(1), note(2), note(3)); return trace.value * 1000 + u64(a[0]) * 100 + u64(a[1]) * 10 + u64(a[2]); }
// f() === 123123
interface R { a: FixedArray<u8, 2>; b: u8 }
export function g(): u64 { trace.value = 0; const r: R = { b: note(1), a: arrayOf(note(2), note(3)) }; return trace.value * 1000 + u64(r.b) * 100 + u64(r.a[0]) * 10 + u64(r.a[1]); }
// g() === 123123
`);

		expect(seen).toEqual(wanted);
	});
});
