import { describe, expect, test } from 'vitest';
import { interruptCode } from '../../scripts/boot.ts';
import { proveHandlers } from '../harness/trap-image.ts';

/** A handler that calls a function of `assembly` which the compiler takes for one of the kernel's. */
const calling = `import { importFunction } from 'native:link';
import { register } from './table.ts';
function onLine(irq: usize): void {
	importFunction<(irq: usize) => void>('wait')(irq);
}
export function start(): void { register(onLine); }`;

describe('the proof of an image', () => {
	test('lists handlers with their place, their stack and their longest path', async () => {
		const handlers = await proveHandlers(`import { type Atomic, load, store } from 'native:atomic';
import { zeroed } from 'native:memory';
import { register } from './table.ts';
const count = zeroed<Atomic<u64>>();
function onLine(irq: usize): void {
	store(count, load(count, 'relaxed') + u64(irq), 'relaxed');
}
export function start(): void { register(onLine); }`);

		// The trap's frame has 64 bytes; ld, add, sd and ret, and the counter's address.
		expect(handlers).toMatch(
			/^interrupt stack: at most 64 of 8192 bytes\n\nhandler +place +stack bytes +instructions\nonLine +main\.ts:6 +64 +[456]\n/,
		);
		expect(handlers).toContain('half of the exception stack: at most 288 of 4096 bytes');
	});

	test('a call through a pointer goes where the tree says, in what was inlined as well', async () => {
		const handlers = await proveHandlers(`import { register, Table } from './table.ts';
const lines = new Table(2);
function onLine(irq: usize): void {}
function demultiplex(irq: usize): void { lines.handle(irq); lines.handle(irq + 1); }
export function start(): void { register(demultiplex); lines.register(onLine); }`);

		expect(handlers).toMatch(/\nonLine .*\n?demultiplex |\ndemultiplex .*\nonLine /);
	});

	test('a handler with a loop has no longest path', async () => {
		const handlers = await proveHandlers(`import { type Atomic, load } from 'native:atomic';
import { zeroed } from 'native:memory';
import { register } from './table.ts';
const flag = zeroed<Atomic<u32>>();
function onLine(irq: usize): void { while (load(flag, 'relaxed') === 0) {} }
export function start(): void { register(onLine); }`);

		expect(handlers).toMatch(/onLine +main\.ts:6 +64 +loops\n/);
	});

	test('refuses a handler that needs more stack than there is', async () => {
		const proof = proveHandlers(`import { type Atomic, store } from 'native:atomic';
import { type FixedArray, zeroed } from 'native:memory';
import { register } from './table.ts';
const total = zeroed<Atomic<usize>>();
function sum(irq: usize): usize {
	const buffer: FixedArray<usize, 1024> = zeroed();
	for (let i: usize = 0; i < buffer.length; i += 1) buffer[(i * irq) % 1024] = i;
	return buffer[irq % 1024];
}
function onLine(irq: usize): void { store(total, sum(irq), 'relaxed'); }
export function start(): void { register(onLine); }`);

		await expect(proof).rejects.toThrow(
			/The interrupt stack has 8192 bytes and may need 83\d\d; make local arrays smaller or interruptStackSize in linker\.ld larger:\n +64 bytes {2}externalEntry\n +0 bytes {2}dispatch \(table\.ts:18\)\n +\d+ bytes {2}onLine \(main\.ts:11\)\n +82\d\d bytes {2}sum \(main\.ts:6\)$/,
		);
	});

	test('refuses what is ordinary, whatever the compiler was told', async () => {
		const proof = proveHandlers(calling, ['ret'], true);

		await expect(proof).rejects.toThrowErrorMatchingInlineSnapshot(`
			[Mistake: Interrupts are not safe, so there is no image.

			'wait' of other.o is ordinary code, and an interrupt may reach it:
			    trapVector
			    externalEntry
			    dispatch (table.ts:18)
			    onLine (main.ts:4)
			    wait]
		`);
	});

	test('refuses floating point in the kernel itself', async () => {
		const proof = proveHandlers(calling, ['fcvt.d.l fa0, a0', 'fdiv.d fa0, fa0, fa0', 'ret']);

		await expect(proof).rejects.toThrowErrorMatchingInlineSnapshot(`
			[Mistake: Interrupts are not safe, so there is no image.

			'wait' uses floating point, 'fcvt.d.l fa0,a0' at 0x80000220, and an interrupt may reach it:
			    trapVector
			    externalEntry
			    dispatch (table.ts:18)
			    onLine (main.ts:4)
			    wait]
		`);
	});

	test('refuses a stack whose size is known only when it runs, and code that calls itself', async () => {
		const dynamic = proveHandlers(calling, ['sub sp, sp, a0', 'add sp, sp, a0', 'ret']);
		await expect(dynamic).rejects.toThrowErrorMatchingInlineSnapshot(`
			[Mistake: Interrupts are not safe, so there is no image.

			The stack that 'wait' takes is not known before it runs:
			      64 bytes  externalEntry
			       0 bytes  dispatch (table.ts:18)
			       0 bytes  onLine (main.ts:4)
			       0 bytes  wait]
		`);
		const recursive = proveHandlers(calling, [
			'addi sp, sp, -16',
			'call wait',
			'addi sp, sp, 16',
			'ret',
		]);
		await expect(recursive).rejects.toThrowErrorMatchingInlineSnapshot(`
			[Mistake: Interrupts are not safe, so there is no image.

			'wait' calls itself in a trap, so the interrupt stack has no bound:
			      64 bytes  externalEntry
			       0 bytes  dispatch (table.ts:18)
			       0 bytes  onLine (main.ts:4)
			      16 bytes  wait
			       0 bytes  wait]
		`);
	});
});

test('the entries of interrupts are what boot/trap.S calls', () => {
	expect(interruptCode().entries).toEqual([
		'dispatchSoftware',
		'dispatchTimer',
		'dispatchExternal',
		'completeExternal',
		'exceptionEntry',
	]);
	expect(interruptCode().assembly).toContain('trapVector');
});
