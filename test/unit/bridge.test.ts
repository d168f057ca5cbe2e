import { describe, expect, test } from 'vitest';
import { exactResult, integer, text, truth } from '../../kernel/runtime/bridge.ts';
import type { NativeExport } from '../../scripts/native/compile.ts';
import { declarations, shim } from '../../scripts/ordinary/bridge.ts';

const twice: NativeExport = {
	module: '/app/math.ts',
	name: 'twice',
	symbol: 'native_twice',
	parameters: [{ name: 'value', type: 'u8' }],
	result: 'u64',
};

describe('bridge', () => {
	test('ordinary code sees numbers, booleans and strings', () => {
		const named: NativeExport = {
			...twice,
			parameters: [
				{ name: 'index', type: 'usize' },
				{ name: 'isOn', type: 'boolean' },
				{ name: 'name', type: 'string' },
			],
			result: 'void',
		};

		expect(declarations([named])).toContain(
			'export declare function twice(index: number, isOn: boolean, name: string): void;',
		);
	});

	test('a default export stays one', () => {
		const first = { ...twice, name: 'default' };

		expect(declarations([first])).toContain('export default function(value: number): number;');
		expect(shim('/checks.ts', [first])).toContain('export default function(bridgedParameter0) {');
	});

	test('ordinary code does not see a function that takes a pointer', () => {
		const pointer = { ...twice, parameters: [{ name: 'place', type: 'Ptr' }] };

		expect(declarations([pointer])).toBe('export {};');
	});

	test('a call checks its arguments before and its result after the C', () => {
		expect(shim('/checks.ts', [twice]).split('\n').slice(1)).toMatchInlineSnapshot(`
			[
			  "export function twice(bridgedParameter0) {",
			  "	const bridged0 = integer(bridgedParameter0, 0, 255, "value of twice", 'u8');",
			  "	let bridgedResult = NaN;",
			  "	Porffor.c\`{ extern uint64_t native_twice(uint8_t); BRIDGE_RESULT(bridgedResult, native_twice((uint8_t)BRIDGE_NUMBER(bridged0))); }\`;",
			  "	return exactResult(bridgedResult, "the result of twice");",
			  "}",
			]
		`);
	});

	test.for([256, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('%s does not fit u8', value => {
		expect(() => integer(value, 0, 255, 'value', 'u8')).toThrow(RangeError);
	});

	test.for([0, 1, 255])('%s fits u8', value => {
		expect(integer(value, 0, 255, 'value', 'u8')).toBe(value);
	});

	test.for(['1', null, undefined, true])('%s is no integer', value => {
		expect(() => integer(value, 0, 255, 'value', 'u8')).toThrow(TypeError);
	});

	test('only booleans and strings pass for such', () => {
		expect(truth(true, 'flag')).toBe(1);
		expect(() => truth(1, 'flag')).toThrow(TypeError);
		expect(() => text(1, 'name')).toThrow(TypeError);
	});

	test('a result that is not exact throws', () => {
		expect(exactResult(2 ** 53, 'the result')).toBe(2 ** 53);
		expect(() => exactResult(Number.NaN, 'the result')).toThrow(RangeError);
	});
});
