import { expect, test } from 'vitest';
import { compileText, diagnosticsOf, native } from '../harness/native.ts';

/** What scripts/fuzz found in the lowering, each as small as it can be. */

test('a label is not taken for one that begins like it', () => {
	const program = native(`
export function run(): u32 {
	let count: u32 = 0;
	a: for (let i: u32 = 0; i < 3; i++) {
		a_t1: for (let k: u32 = 0; k < 3; k++) {
			count++;
			if (k === 2) break a_t1;
			if (i === 1) break a;
		}
	}
	return count;
}`);

	expect(program.call('run')).toBe(4n);
});

test('continue goes to either label of a loop that has two', () => {
	const program = native(`
export function run(): u32 {
	let count: u32 = 0;
	a: b: for (let i: u32 = 0; i < 3; i++) {
		if (i === 0) continue a;
		if (i === 1) continue b;
		count++;
	}
	return count;
}`);

	expect(program.call('run')).toBe(1n);
});

test('fields are computed in the order of the source', () => {
	const program = native(`
interface Pair { first: u32; second: u32 }
export function run(): u32 {
	let count: u32 = 0;
	const pair: Pair = { second: ++count, first: ++count };
	return pair.first * 10 + pair.second;
}`);

	expect(program.call('run')).toBe(21n);
});

test('names that C keeps for itself are free for fields and variables', () => {
	const program = native(`
import { type FixedArray, zeroed } from 'native:memory';
interface Odd { int: u32; register: u32; unix: u32; bool: FixedArray<u8, 4> }
export function run(divide_u8: u8, array_u8_4: u8): u32 {
	const int: Odd = { unix: 3, register: 2, int: 1, bool: zeroed() };
	const int_: u32 = u32(divide_u8 / array_u8_4);
	const bytes: FixedArray<u8, 4> = zeroed();
	bytes[int.register] = 1;
	const { register, unix: _Bool } = int;
	return int.int + register + _Bool + int_ * 100 + u32(bytes[2]) * 1000;
}`);

	expect(program.call('run', 9n, 3n)).toBe(1306n);
});

test('an array is found before an index that changes it', () => {
	const program = native(`
import { type FixedArray, zeroed } from 'native:memory';
export function run(): u32 {
	const rows: FixedArray<FixedArray<u32, 4>, 4> = zeroed();
	for (let r: u32 = 0; r < 4; r++) for (let k: u32 = 0; k < 4; k++) rows[r][k] = r * 10 + k;
	let i: u32 = 1;
	const a = rows[i][++i];
	const b = rows[i++][i];
	return a * 100 + b;
}`);

	expect(program.call('run')).toBe(1223n);
});

test('a place is found before the value that it is assigned', () => {
	const program = native(`
import { type FixedArray, zeroed } from 'native:memory';
export function run(): u32 {
	const list: FixedArray<u32, 4> = zeroed();
	let i: u32 = 0;
	list[i++] = i;
	list[i++] = i * 10;
	return list[0] + list[1];
}`);

	expect(program.call('run')).toBe(21n);
});

test('an element that is only mentioned is still found and checked', () => {
	const program = native(`
import { type FixedArray, zeroed } from 'native:memory';
interface Point { x: u32 }
export function run(start: u32): u32 {
	const points: FixedArray<Point, 2> = zeroed();
	let i: u32 = start;
	points[i++];
	return i;
}`);

	expect(program.call('run', 1n)).toBe(2n);
	expect(program.call('run', 2n)).toBe('panic: index 2 of 2 (main.ts:8)');
});

test('an assignment through an accessor finds its object once, and is what was assigned', () => {
	const program = native(`
import { type FixedArray, zeroed } from 'native:memory';
class Half {
	private half: u32;
	get whole(): u32 { return this.half * 2; }
	set whole(value: u32) { this.half = value / 2; }
}
export function once(): u32 {
	const list: FixedArray<Half, 4> = zeroed();
	let i: u32 = 0;
	list[i++].whole += 4;
	return i * 100 + list[0].whole * 10 + list[1].whole;
}
export function value(): u32 {
	const half: Half = zeroed();
	const assigned = u32(half.whole = 7);
	return assigned * 100 + half.whole * 10 + (half.whole += 3);
}`);

	expect(program.call('once')).toBe(140n);
	expect(program.call('value')).toBe(769n);
});

test('a boolean has an address like any other value', () => {
	const program = native(`
import { addressOf, type FixedArray, type Slice, sliceAt, zeroed } from 'native:memory';
export function run(): boolean {
	const flags: FixedArray<boolean, 3> = zeroed();
	flags[2] = true;
	const last: Slice<boolean> = sliceAt(addressOf(flags[1]), 2);
	return last[1];
}`);

	expect(program.call('run')).toBe(true);
});

test('the variable of a for … of may change in the expression that reads it', () => {
	const program = native(`
import { type FixedArray, zeroed } from 'native:memory';
export function run(): u32 {
	const list: FixedArray<u32, 2> = zeroed();
	list[0] = 1;
	list[1] = 2;
	let total: u32 = 0;
	for (let item of list) total = total * 1000 + item * 100 + (item = 5) * 10 + item;
	return total;
}`);

	expect(program.call('run')).toBe(155_255n);
});

test('a type that does not exist is no bug of the compiler', () => {
	expect(
		diagnosticsOf(`
import { type FixedArray, zeroed } from 'native:memory';
interface Sample { at: missing; value: i32 }
const samples: FixedArray<Sample, 2> = zeroed();
export function run(): i32 { return samples[0].value; }`),
	).toMatchInlineSnapshot(`
		"main.ts:4:24 error TS2304: Cannot find name 'missing'.
		  interface Sample { at: missing; value: i32 }
		                         ^^^^^^^"
	`);
});

test('a number that is read beside an address is none, whichever instruction stores it', () => {
	const source = `
import { addressOf, type Ptr } from 'native:memory';
import { atomic, compareExchange, fetchAnd } from 'native:atomic';
interface Sample { value: u32; next: Ptr<u32> }
const bits = atomic<u32>(1);
export function run(start: u32): u32 {
	let own: u32 = start;
	const sample: Sample = { value: 3, next: addressOf(own) };
	const copy = sample.value;
	compareExchange(bits, 1, sample.value, 'acqRel');
	return fetchAnd(bits, copy, 'acqRel') + sample.next.target;
}`;

	for (const target of ['host', 'riscv64'] as const) {
		expect(compileText(source, target).diagnostics).toEqual([]);
	}
	expect(native(source).call('run', 4n)).toBe(7n);
});

test('two variables of one name hold what was put into each of them', () => {
	const program = native(`
import { addressOf, arrayOf, type FixedArray, type Ptr, slice, type Slice, zeroed } from 'native:memory';
const table: FixedArray<u32, 3> = arrayOf(1, 2, 3);
function inner(out: Slice<u32>, wide: boolean): u32 {
	let sum: u32 = 0;
	if (wide) { const out = slice(table, 1); sum += out[0]; }
	for (let at = addressOf(table[0]), i: u32 = 0; i < 3; i++, at = addressOf(table[i % 3])) sum += at.target;
	for (let at = addressOf(out[0]), i: u32 = 0; i < 1; i++) at.target = sum;
	out[1] = sum + 1;
	return sum;
}
export function run(): u32 {
	const own: FixedArray<u32, 2> = zeroed();
	{ const at = addressOf(table[2]); own[0] = at.target; }
	{ const at = addressOf(own[1]); at.target = own[0]; }
	return inner(slice(own), true) * 100 + own[0] + own[1];
}
export function kept(which: boolean): Ptr<u32> {
	{ let own: u32 = 5; const at = addressOf(own); at.target = 6; }
	const at = addressOf(table[which ? 1 : 2]);
	return at;
}`);

	expect(program.call('run')).toBe(817n);
});

test('an enum is printed by name if it has one member only, or if tsc knows which it may be', () => {
	const program = native(`
import { print } from 'native:format';
enum One { only }
enum Mode { off, on, idle }
function show(one: One, mode: Mode): void {
	print('{}', one);
	if (mode === Mode.on) print(' one {}', mode);
	else print(' other {}', mode);
	switch (mode) {
		case Mode.off:
		case Mode.idle:
			print(' still {}', mode);
			break;
		default:
			print(' moving {}', mode);
	}
	print(' {}\\n', mode);
}
export function run(): void {
	show(One.only, Mode.on);
	show(One.only, Mode.idle);
}`);

	expect(program.call('run')).toBe('only one on moving on on\nonly other idle still idle idle\n');
});

test('a variable lives on where another one of its name hides it', () => {
	const program = native(`
import { addressOf, type FixedArray, slice, sliceAt, zeroed } from 'native:memory';
export function run(): u32 {
	const own: FixedArray<FixedArray<u8, 2>, 2> = zeroed();
	own[1][1] = 7;
	const rows = sliceAt(addressOf(own[0]), 2);
	let sum: u32 = 0;
	{
		let own: u32 = 1;
		for (const item of slice(rows[own], 0, 2)) sum += u32(item);
	}
	return sum;
}`);

	expect(program.call('run')).toBe(7n);
});
