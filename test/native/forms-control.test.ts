import { describe, expect, test } from 'vitest';
import { examplesHold } from '../harness/examples.ts';

describe('control flow', () => {
	test('loops, labels and switches inside each other', () => {
		const { seen, wanted } = examplesHold(`
export function f(n: u32): u32 { let r: u32 = 0; out: for (let i: u32 = 0; i < 10; i++) { switch (i) { case 1: continue; case 3: continue out; case 4: break; case 7: break out; default: r += 1; } r += 100; } return r; }
// f(0) === 504
export function g(n: u64): u64 { switch (n) { case 0xffff_ffff_ffff_ffff: return 1; case 1 << 63: return 2; default: return 3; case 5: return 4; } }
// g(18446744073709551615) === 1
// g(9223372036854775808) === 2
// g(5) === 4
// g(6) === 3
export function h(n: i8): i32 { switch (n) { case -1: return 1; case -128: return 2; } return 0; }
// h(-1) === 1
// h(-128) === 2
export function l(n: u8): u8 { s: switch (n) { case 1: { if (n === 1) break s; return 9; } default: return 5; } return 7; }
// l(1) === 7
// l(2) === 5
export function m(n: u32): u32 { let r: u32 = 0; switch (n) { case 0: case 1: r += 1; break; case 2: {} default: } return r; }
// m(0) === 1
// m(1) === 1
// m(2) === 0
export function w(n: u32): u32 { let i: u32 = 0; let r: u32 = 0; a: while (i < n) { i++; b: do { if (i === 2) continue a; if (i === 4) break b; r += i; } while (false); r += 10; } return r; }
// w(4) === 34
export function bb(n: u32): u32 { a: { b: { if (n === 1) break a; if (n === 2) break b; return 1; } return 2; } return 3; }
// bb(1) === 3
// bb(2) === 2
// bb(0) === 1
export function fo(): u32 { const xs: FixedArray<u32, 4> = arrayOf(1, 2, 3, 4); let r: u32 = 0; o: for (const x of xs) { for (const y of xs) { if (y > x) continue o; if (x === 4) break o; r += y; } } return r; }
// fo() === 10
export function twolabels(): u32 { let r: u32 = 0; a: b: for (let i: u32 = 0; i < 3; i++) { if (i === 0) continue a; if (i === 1) continue b; r += i; } return r; }
// twolabels() === 2
export function emptyfor(): u32 { let i: u32 = 0; for (;;) { if (++i > 5) break; } for (; i < 9;) i++; return i; }
// emptyfor() === 9
export function x(x: u32): u32 { x: for (;;) { x++; if (x > 3) break x; } return x; }
// x(0) === 4
`);

		expect(seen).toEqual(wanted);
	});

	test('a case falls through to the next', () => {
		const { seen, wanted } = examplesHold(`
export function f(n: u32): u32 { let r: u32 = 0; switch (n) { case 1: r += 1; case 2: r += 2; break; default: r = 9; case 4: r += 4; } return r; }
// f(1) === 3
// f(2) === 2
// f(3) === 13
// f(4) === 4
`);

		expect(seen).toEqual(wanted);
	});

	test('do … while continues at its condition', () => {
		const { seen, wanted } = examplesHold(`
export function f(n: u32): u32 { let i: u32 = 0; let r: u32 = 0; do { i++; if (i === 2) continue; r += i; } while (i < n); return r; }
// f(4) === 8
`);

		expect(seen).toEqual(wanted);
	});

	test('names are scoped by blocks of all kinds', () => {
		const { seen, wanted } = examplesHold(`
export function f(a: u32): u32 {
	let r: u32 = a;
	{ const a: u32 = 100; r += a; { const a: u32 = 1000; r += a; } r += a; }
	for (let a: u32 = 0; a < 3; a++) { const b = a; { let a: u32 = b; a += 1; r += a; } }
	if (r > 0) { const r: u32 = 5; if (r !== 5) return 0; } else { const r: u32 = 6; if (r === 6) return 1; }
	switch (a) { case 1: { const r: u32 = 9; if (r !== 9) return 2; break; } default: { const a: u32 = 3; r += a; } }
	while (true) { const r: u32 = 1; if (r === 1) break; }
	do { const r: u32 = 1; if (r !== 1) return 3; } while (false);
	a: for (;;) { const a: u32 = 4; r += a; break a; }
	return r + a;
}
// f(1) === 1212
`);

		expect(seen).toEqual(wanted);
	});

	test('locals may be called like functions, constants and the names of C', () => {
		const { seen, wanted } = examplesHold(`
const x: u32 = 5;
function g(): u32 { return 7; }
export function f(): u32 { const x: u32 = 1; const g: u32 = 2; return x + g; }
// f() === 3
export function h(): u32 { const f: u32 = x; { const x = f + g(); return x; } }
// h() === 12
export function odd($x: u32, größe: u32, printf: u32, memcpy: u32): u32 { const _t1: u32 = 1; const $: u32 = 2; const linux: u32 = 3; const checkIndex: u32 = 4; const POSITION: u32 = 5; const i386: u32 = 7; const NULL: u32 = 8; const __index: u32 = 9; return $x + größe + printf + memcpy + _t1 + $ + linux + checkIndex + POSITION + i386 + NULL + __index; }
// odd(1, 2, 3, 4) === 49
export function nested(): u32 { const string: FixedArray<u32, 4> = zeroed(); const __index: usize = 2; const i: usize = 1; string[i] = 2; const a: FixedArray<usize, 4> = zeroed(); a[__index] = 1; return string[a[__index]] + string[a[a[__index] + 1]]; }
// nested() === 4
export function printed(printText: u32): void { const printBegin: u32 = 1; print('{}', printText + printBegin); }
// printed(1) prints '2'
`);

		expect(seen).toEqual(wanted);
	});

	test('a loop variable may be constant, or change through its address', () => {
		const { seen, wanted } = examplesHold(`
export function f(): u32 { let sum: u32 = 0; for (const i: u32 = 5; sum < 10;) { sum += i; } return sum; }
// f() === 10
export function g(): u32 { let sum: u32 = 0; for (let i: u32 = 0; i < 3; i++) { const p = addressOf(i); p.target += 1; sum += i; } return sum; }
// g() === 4
`);

		expect(seen).toEqual(wanted);
	});
});
