import { describe, expect, test } from 'vitest';
import { native } from '../harness/native.ts';

describe('slices', () => {
	test('look at elements in place, with a length that is checked', () => {
		const program = native(`
import type { Guarded } from 'native:atomic'; import { addressOf, arrayFrom, bytesOf, type FixedArray, slice, sliceAt, type Slice } from 'native:memory';
interface Pair { key: u8; value: u32 }
const numbers: Guarded<FixedArray<u16, 8>, 'one thread'> = arrayFrom(i => u16(i * 10));
const pairs: FixedArray<Pair, 4> = arrayFrom(i => ({ key: u8(i), value: u32(i) * 7 }));
function sum(values: Slice<u16>): u32 { let total: u32 = 0; for (const value of values) total += u32(value); return total; }
function middle(values: Slice<u16>): Slice<u16> { return slice(values, 1, values.length - 1); }
export function whole(): u32 { return sum(slice(numbers)); }
export function part(from: usize, to: usize): u32 { return sum(slice(numbers, from, to)); }
export function inner(): u32 { return sum(middle(middle(slice(numbers)))); }
export function at(i: usize): u16 { const _index = i; const view = slice(numbers, 2, 5); return view[_index]; }
export function change(i: usize): u16 { const view = sliceAt(addressOf(numbers[4]), 2); view[i] = 999; view[i] += 1; return numbers[4 + i]; }
export function text(i: usize): u8 { return bytesOf('näh')[i]; }
export function textLength(): usize { return bytesOf('näh').length; }
export function values(): u32 { let total: u32 = 0; for (const { key, value } of slice(pairs, 1)) total += value * u32(key); return total; }`);

		expect(program.call('whole')).toBe(280n);
		expect(program.call('part', 2n, 4n)).toBe(50n);
		expect(program.call('part', 4n, 4n)).toBe(0n);
		expect(program.call('part', 4n, 9n)).toBe('panic: index 9 of 8 (main.ts:10)');
		expect(program.call('part', 5n, 4n)).toBe('panic: index 5 of 4 (main.ts:10)');
		expect(program.call('inner')).toBe(20n + 30n + 40n + 50n);
		expect(program.call('at', 2n)).toBe(40n);
		expect(program.call('at', 3n)).toBe('panic: index 3 of 3 (main.ts:12)');
		expect(program.call('change', 1n)).toBe(1000n);
		expect([0n, 1n, 2n, 3n].map(i => program.call('text', i))).toEqual([
			0x6en,
			0xc3n,
			0xa4n,
			0x68n,
		]);
		expect(program.call('textLength')).toBe(4n);
		expect(program.call('values')).toBe(7n + 28n + 63n);
	});
});
