import { describe, expect, test } from 'vitest';
import { examplesHold } from '../harness/examples.ts';

describe('text', () => {
	test('a string is its UTF-8 bytes', () => {
		const { seen, wanted } = examplesHold(`
const s = 'a"\\\\\\n\\t\\0é\\u{1F600}\\x41\\u0042';
export function a(): usize { return utf8Length(s); }
// a() === 14
export function b(i: usize): u8 { return utf8(s)[i]; }
// b(5) === 0
// b(6) === 195
// b(8) === 240
// b(13) === 66
// b(12) === 65
const empty = '';
export function c(): usize { return utf8Length(empty) + bytesOf('').length; }
// c() === 0
function pick(c: boolean): string { return c ? 'yes' : \`no\\n\`; }
export function d(c: boolean): usize { return utf8Length(pick(c)); }
// d(true) === 3
// d(false) === 3
const names: FixedArray<string, 2> = arrayOf('x', 'yy');
interface R { name: string; n: u8 }
const r: R = { name: 'abc', n: 1 };
export function e(i: usize): usize { return utf8Length(names[i]) + utf8Length(r.name); }
// e(1) === 5
export function f(): u32 { let t: u32 = 0; for (const b of bytesOf('abc')) t += u32(b); return t; }
// f() === 294
export function g(): usize { let x = 'a'; x = 'abc'; return utf8Length(x) + bytesOf(pick(true)).length; }
// g() === 6
export function lone(): usize { return utf8Length('\\ud800'); }
// lone() === 3
`);

		expect(seen).toEqual(wanted);
	});

	test('print shows every type in every form', () => {
		const { seen, wanted } = examplesHold(`
enum E { A = 1, B }
const enum N { X = -2, Y }
export function a(x: i32): void { print('{:x} {:b} {:o} {} {:5} {:05} {:1}', x, i8(x), i16(x), x, x, x, x); }
// a(-1) prints 'ffffffff 11111111 177777 -1    -1 -0001 -1'
export function b(): void { const p: Ptr<u8> | null = null; print('{} {} {}|{:8}|{:08x}', p, i64(-9223372036854775808), u64(0xffff_ffff_ffff_ffff), true, i16(-2)); }
// b() prints '0x0 -9223372036854775808 18446744073709551615|    true|0000fffe'
export function c(e: E): void { print('{} {:x} {{{}}} }}', e, e, e); }
// c(2) prints 'B 2 {B} }'
// c(9) prints '9 9 {9} }'
export function d(n: N): void { print('{} {}', n, N.X); }
// d(-1) prints 'Y X'
// d(5) prints '5 X'
export function bytes(): void { print('{}|{:4}', bytesOf('cd'), slice(bytesOf('xyz'), 1)); }
// bytes() prints 'cd|  yz'
export function g(f: boolean): void { print('{}{}', 'ab', f); print(''); print('x'); print('{:20}|', 'right'); }
// g(true) prints 'abtruex               right|'
export function lines(): void { print('a\\n{}\\n', u8(1)); }
// lines() prints 'a\\n1\\n'
`);

		expect(seen).toEqual(wanted);
	});
});
