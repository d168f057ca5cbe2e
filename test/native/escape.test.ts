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

	test('nor found again behind what it was handed to, and kept from there', () => {
		const programs = [
			'class Box { at: Ptr<u32> | null = null; get inner(): Ptr<u32> | null { return this.at; } } export function f(): Ptr<u32> | null { let x: u32 = 5; const box = new Box(); box.at = addressOf(x); return box.inner; }',
			'function keep(node: Node): void { list.head = node.next; } export function f(): void { const inner: Node = { value: 1, next: null }; const outer: Node = { value: 1, next: addressOf(inner) }; keep(outer); }',
			'function behind(node: Node): void { const { next } = node; if (next !== null) list.head = next.next; } export function f(): void { const inner: Node = { value: 1, next: null }; const middle: Node = { value: 1, next: addressOf(inner) }; const outer: Node = { value: 1, next: addressOf(middle) }; behind(outer); }',
		];

		const found = programs.map(program => diagnosticsOf(head + program));

		for (const [i, name] of ['x', 'inner', 'inner'].entries()) {
			expect(found[i]).toContain(`NT4005: The address of '${name}' lives longer`);
		}
	});

	test('do not outlive their block, where TypeScript has another variable in each round', () => {
		const programs = [
			'export function f(): u32 { let last: Node | null = null; for (let i: u32 = 0; i < 3; i++) { const node: Node = { value: i, next: null }; if (i === 1) last = node; } return last === null ? 0 : last.value; }',
			'export function f(): u32 { let y: u32 = 1; let p = addressOf(y); { let x: u32 = 5; p = addressOf(x); } return p.target; }',
			'export function f(): u32 { const p = withInterruptsOff(() => { let x: u32 = 5; return addressOf(x); }); return p.target; }',
			'export function f(): void { const all: Node = { value: 0, next: null }; while (all.value < 9) { const node: Node = { value: 1, next: all.next }; all.next = addressOf(node); } }',
		];

		expect(
			programs
				.map(program => {
					const section = `import { withInterruptsOff } from 'native:section'; `;
					return diagnosticsOf(section + head + program);
				})
				.join('\n')
				.replaceAll(/^ +(export|\^).*\n/gm, ''),
		).toMatchInlineSnapshot(`
			"main.ts:9:1 error NT4016: The address of 'node' is kept after the block that it belongs to.
			  help: Declare it before the block, beside what holds its address, or copy what is needed of it.
			main.ts:9:1 error NT4016: The address of 'x' is kept after the block that it belongs to.
			  help: Declare it before the block, beside what holds its address, or copy what is needed of it.
			main.ts:9:1 error NT4016: The address of 'x' is kept after the block that it belongs to.
			  help: Declare it before the block, beside what holds its address, or copy what is needed of it.
			main.ts:9:1 error NT4016: The address of 'node' is kept after the block that it belongs to.
			  help: Declare it before the block, beside what holds its address, or copy what is needed of it."
		`);
	});

	test('stay among variables that live as long', () => {
		const program = native(`${head}
class Stack { top: Ptr<Node> | null = null; get first(): Ptr<Node> | null { return this.top; } drop(): void { const { top } = this; if (top !== null) this.top = top.next; } }
function last(list: Stack): Ptr<Node> | null { let at = list.first; while (at !== null && at.next !== null) at = at.next; return at; }
function ofList(): Ptr<Node> | null { const stack = new Stack(); stack.top = list.head; stack.drop(); return last(stack); }
export function run(): u32 {
	let sum: u32 = 0;
	for (let x: u32 = 0; x < 3; x++) {
		const stack = new Stack();
		const lower: Node = { value: x, next: null };
		const upper: Node = { value: 10, next: addressOf(lower) };
		stack.top = addressOf(upper);
		{ let x = stack.first; while (x !== null) { sum += x.value; x = x.next; } }
		stack.drop();
		const at = last(stack);
		if (at !== null) sum += at.value * 100;
	}
	return ofList() === null ? sum : 0;
}`);

		expect(program.call('run')).toBe(333n);
	});
});
