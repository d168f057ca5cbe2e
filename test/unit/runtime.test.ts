import { describe, expect, test } from 'vitest';
import { formatLine } from '../../kernel/runtime/format.ts';
import { inspect } from '../../kernel/runtime/inspect.ts';
import { describe as describeError, showThrownBy } from '../../kernel/runtime/uncaught.ts';
import { decodeUtf8 } from '../../kernel/runtime/utf8.ts';

describe('console format', () => {
	test.for([
		[['a', 1, true], 'a 1 true'],
		[[-0, 1.5, Number.NaN], '-0 1.5 NaN'],
		[[undefined, null], 'undefined null'],
		[[['a', [1, []]]], "[ 'a', [ 1, [] ] ]"],
		[[{ a: 1, b: { c: 'x' } }], "{ a: 1, b: { c: 'x' } }"],
		[[{}], '{}'],
		[[new Map([['k', 1]]), new Set([2])], "Map(1) { 'k' => 1 } Set(1) { 2 }"],
		[[{ a: { b: { c: { d: 1 } } } }], '{ a: { b: { c: [Object] } } }'],
		[[Object.assign(new RangeError('far'), { stack: '' })], '[RangeError: far]'],
		[['%s is %d', 'a', 5, [1]], 'a is 5 [ 1 ]'],
		[[Array.from({ length: 7 }, (_, i) => i)], '[\n  0, 1, 2, 3,\n  4, 5, 6\n]'],
		[[new Array(2)], '[ <2 empty items> ]'],
		[[function named() {}], '[Function: named]'],
	] as const)('%j is %s', ([values, line]) => {
		expect(formatLine(values)).toBe(line);
	});

	test('what is thrown is told whether it is an error or not', () => {
		expect(describeError(new TypeError('no'))).toBe('TypeError: no');
		expect(describeError(new Error())).toBe('Error');
		expect(describeError('text')).toBe('text');
		expect(describeError(-0)).toBe('-0');
		showThrownBy(inspect);
		expect(describeError({ code: 5 })).toBe('{ code: 5 }');
	});
});

describe('decodeUtf8', () => {
	test.for(['', 'plain', 'é', '€', '😀', 'aé€😀b'])('reads %s', text => {
		expect(decodeUtf8([...Buffer.from(text)])).toBe(text);
	});

	test.for([
		['half a sequence', [0xe2, 0x82]],
		['a continuation byte alone', [0x80]],
		['an overlong form', [0xc0, 0xaf]],
		['a surrogate', [0xed, 0xa0, 0x80]],
		['beyond U+10FFFF', [0xf4, 0x90, 0x80, 0x80]],
	] as const)('%s becomes U+FFFD', ([, bytes]) => {
		expect(decodeUtf8(bytes)).toMatch(/^\ufffd+$/);
	});
});
