import { describe, expect, test } from 'vitest';
import { examplesHold } from '../harness/examples.ts';

describe('modules', () => {
	test('constants, tables and functions come from other modules', () => {
		const { seen, wanted } = examplesHold(
			`
import { base, table, pts, fns, nested, deep, LEN } from './c.ts';
export function a(i: usize): u32 { return table[i] + base; }
// a(2) === 104
export function b(i: usize): i32 { return pts[i].x * 10 + pts[i].y; }
// b(1) === 34
export function c(i: usize, x: u32): u32 { return fns[i](x); }
// c(0, 5) === 6
// c(1, 5) === 10
// c(2, 5) panics: index 2 of 2
export function d(): u32 { return u32(nested.inner.list[1]) * 10 + nested.inner.k; }
// d() === 87
export function e(i: usize, j: usize): u8 { return deep[i][j]; }
// e(1, 2) === 12
export function f(): usize { return LEN; }
// f() === 4
`,
			{
				'c.ts': `
export const base = 100;
export const LEN = 4;
export const table: FixedArray<u32, 4> = arrayFrom(i => u32(i) * 2);
interface Pt { x: i32; y: i32 }
export const pts: FixedArray<Pt, 2> = arrayOf({ x: 1, y: 2 }, { x: 3, y: 4 });
type F = (a: u32) => u32;
const inc: F = a => a + 1;
export const fns: FixedArray<F, 2> = arrayOf<F, 2>(inc, a => a * 2);
interface In { k: u32; list: FixedArray<u16, 2> }
interface O { id: u8; inner: In }
export const nested: O = { id: 1, inner: { k: 7, list: arrayOf(7, 8) } };
export const deep: FixedArray<FixedArray<u8, 3>, 2> = arrayFrom(i => arrayFrom(j => u8(i * 10 + j)));
`,
			},
		);

		expect(seen).toEqual(wanted);
	});

	test('cycles go through functions and constants', () => {
		const { seen, wanted } = examplesHold(
			`
import { isOdd } from './b.ts';
export const limit = 10;
export function isEven(n: u32): boolean { return n === 0 ? true : isOdd(n - 1); }
export function f(n: u32): boolean { return isEven(n); }
// f(4) === true
// f(5) === false
`,
			{
				'b.ts': `
import { isEven, limit } from './main.ts';
export const twice = limit * 2;
export function isOdd(n: u32): boolean { return n !== 0 && n < twice && isEven(n - 1); }
`,
			},
		);

		expect(seen).toEqual(wanted);
	});

	test('names are changed on the way out and in', () => {
		const { seen, wanted } = examplesHold(
			`
import { gg as h, K as L, Box as B, type Row as R } from './b.ts';
import * as ns from './b.ts';
import { gg, K, fromC } from './re.ts';
import def from './b.ts';
export function a(): u32 { return h() + L + gg() + K; }
// a() === 24
const b: Guarded<B, 'one hart'> = new B();
export function c(): u32 { b.v = 3; const r: R = { x: 4 }; return b.v + r.x; }
// c() === 7
export function d(): u32 { return ns.gg() + ns.K + ns.nested.x + ns.E.A; }
// d() === 29
export function e(): u32 { return fromC() + def(); }
// e() === 107
const t: ns.Row = { x: 3 };
export function i(): u32 { const z = new ns.Box(); z.v = 5; return z.v + t.x + ns.Box.s; }
// i() === 17
function priv(): u32 { return 77; }
export { priv as pub, priv };
// pub() === 77
// priv() === 77
`,
			{
				'b.ts': `
function g(): u32 { return 5; }
const k = 7;
class Box { v: u32; static readonly s = 9; }
interface Row { x: u32 }
const nested: Row = { x: 1 };
enum E { A = 16 }
export { g as gg, k as K, Box, type Row, nested, E };
export default function main(): u32 { return 100; }
`,
				're.ts': `
export { gg, K } from './b.ts';
export * from './c.ts';
export * as inner from './c.ts';
`,
				'c.ts': `
export function fromC(): u32 { return 7; }
`,
			},
		);

		expect(seen).toEqual(wanted);
	});
});
