import { describe, expect, test } from 'vitest';
import { compileText, diagnosticsOf, native } from '../harness/native.ts';

const head = `import { addressOf, type FixedArray, type Ptr, slice, type Slice, zeroed } from 'native:memory';
import { atomic, type Guarded, store } from 'native:atomic';
interface Node { value: u32; next: Ptr<Node> | null }
class List { head: Guarded<Ptr<Node> | null, 'one hart'>; push(node: Node): void { node.next = this.head; this.head = addressOf(node); } }
function same(node: Node): Node { return node; }
const slot = atomic<Ptr<u32> | null>(null);
const list = new List();
`;

describe('addresses of variables on the stack', () => {
	test('are neither returned nor stored, not even by the functions that they are handed to', () => {
		const programs = [
			'export function f(): Node { const node: Node = { value: 1, next: null }; return node; }',
			'export function f(): Node { const node: Node = { value: 1, next: null }; const other = node; return same(other); }',
			'export function f(): Slice<u8> { const bytes = zeroed<FixedArray<u8, 4>>(); return slice(bytes, 1); }',
			'export function f(): void { const node: Node = { value: 1, next: null }; list.push(node); }',
			'export function f(): void { let x: u32 = 1; store(slot, addressOf(x), "release"); }',
			'export function f(out: List): void { const node: Node = { value: 1, next: null }; out.head = addressOf(node); }',
			'export function f(): Ptr<Node> | null { const node: Node = { value: 1, next: null }; const second: Node = { value: 1, next: addressOf(node) }; return second.next; }',
		];

		expect(
			programs.map(program => diagnosticsOf(head + program)).join('\n'),
		).toMatchInlineSnapshot(`
			"main.ts:9:1 error NT4005: The address of 'node' lives longer than the function that it belongs to.
			  export function f(): Node { const node: Node = { value: 1, next: null }; return node; }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand it to functions that this one calls, or make it a module-level 'const'.
			main.ts:9:1 error NT4005: The address of 'node' lives longer than the function that it belongs to.
			  export function f(): Node { const node: Node = { value: 1, next: null }; const other = node; return same(other); }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand it to functions that this one calls, or make it a module-level 'const'.
			main.ts:9:1 error NT4005: The address of 'bytes' lives longer than the function that it belongs to.
			  export function f(): Slice<u8> { const bytes = zeroed<FixedArray<u8, 4>>(); return slice(bytes, 1); }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand it to functions that this one calls, or make it a module-level 'const'.
			main.ts:9:1 error NT4005: The address of 'node' lives longer than the function that it belongs to.
			  export function f(): void { const node: Node = { value: 1, next: null }; list.push(node); }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand it to functions that this one calls, or make it a module-level 'const'.
			main.ts:9:1 error NT4005: The address of 'x' lives longer than the function that it belongs to.
			  export function f(): void { let x: u32 = 1; store(slot, addressOf(x), "release"); }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand it to functions that this one calls, or make it a module-level 'const'.
			main.ts:9:1 error NT4005: The address of 'node' lives longer than the function that it belongs to.
			  export function f(out: List): void { const node: Node = { value: 1, next: null }; out.head = addressOf(node); }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand it to functions that this one calls, or make it a module-level 'const'.
			main.ts:9:1 error NT4005: The address of 'node' lives longer than the function that it belongs to.
			  export function f(): Ptr<Node> | null { const node: Node = { value: 1, next: null }; const second: Node = { value: 1, next: addressOf(node) }; return second.next; }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			  help: Hand it to functions that this one calls, or make it a module-level 'const'."
		`);
	});

	test('are handed down, and held in other variables of the function', () => {
		const program = native(`${head}
function sum(first: Ptr<Node> | null): u32 { let total: u32 = 0; let at = first; while (at !== null) { total += at.value; at = at.next; } return total; }
function fill(bytes: Slice<u8>): void { for (let i: usize = 0; i < bytes.length; i++) bytes[i] = u8(i); }
export function run(): u32 {
	const last: Node = { value: 1, next: null };
	const first: Node = { value: 10, next: addressOf(last) };
	const bytes = zeroed<FixedArray<u8, 4>>();
	fill(slice(bytes));
	return sum(addressOf(first)) + u32(bytes[3]) + same(last).value * 100;
}`);

		expect(program.call('run')).toBe(11n + 3n + 100n);
	});

	test('are found in a block of their own, beside and inside of variables of the same name', () => {
		const programs = [
			'export function f(): Ptr<u32> { { const at = addressOf(table[0]); if (at.target === 1) return at; } let own: u32 = 1; const at = addressOf(own); return at; }',
			'export function f(): Ptr<u32> { const at = addressOf(table[0]); { let own: u32 = 1; const at = addressOf(own); if (own === 1) return at; } return at; }',
			'export function f(): void { const own: u32 = 1; { let own: u32 = 2; store(slot, addressOf(own), "release"); } }',
			'export function f(): Ptr<u32> { let own: u32 = 1; let at = addressOf(table[0]); { at = addressOf(own); } return at; }',
			'export function f(): Ptr<u32> { let own: u32 = 1; for (let at = addressOf(own); ; ) return at; }',
			'export function f(out: Slice<u32>): Slice<u32> { const own = zeroed<FixedArray<u32, 2>>(); { const out = slice(own); return out; } }',
		];

		const table = `import { arrayOf } from 'native:memory';\nconst table: FixedArray<u32, 2> = arrayOf(1, 2);\n`;
		for (const program of programs) {
			expect(diagnosticsOf(head + table + program)).toMatch(
				/^main\.ts:11:1 error NT4005: The address of 'own' lives longer/,
			);
		}
	});

	test('are not stored by any atomic instruction', () => {
		const programs = [
			'store(slot, addressOf(own), "relaxed")',
			'swap(slot, addressOf(own), "acqRel")',
			'compareExchange(slot, null, addressOf(own), "acqRel")',
		];

		for (const target of ['host', 'riscv64'] as const) {
			for (const program of programs) {
				const text = `${head}import { compareExchange, swap } from 'native:atomic';\nexport function f(): void { let own: u32 = 1; ${program}; }`;
				const codes = compileText(text, target).diagnostics.map(({ code }) => code);
				expect(codes).toEqual(['NT4005']);
			}
		}
	});
});
