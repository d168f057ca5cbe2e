import { describe, expect, test } from 'vitest';
import { refusalsOf } from '../harness/interrupts.ts';

describe('proofs', () => {
	test('a handler that calls itself is refused', () => {
		expect(
			refusalsOf(`import { register } from './table.ts';
function walk(depth: usize): void {
	if (depth !== 0) walk(depth - 1);
}
function onLine(irq: usize): void {
	walk(irq);
}
export function start(): void { register(onLine); }`),
		).toMatchInlineSnapshot(`
			"
			main.ts:4:2 error NT7001: 'walk' runs in an interrupt and calls itself, so its stack has no bound.
			  if (depth !== 0) walk(depth - 1);
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    dispatch calls Table_1.handle (table.ts:18)
			    Table_1.handle calls, through a pointer, onLine (table.ts:13)
			    onLine calls walk (main.ts:7)
			    walk calls walk (main.ts:4)
			  help: Write it as a loop, or let the event loop do it.
			"
		`);
	});

	test('so is one that comes back to itself by way of others, or through a pointer', () => {
		expect(
			refusalsOf(`import { register } from './table.ts';
function ping(irq: usize): void { pong(irq); }
function pong(irq: usize): void { ping(irq); }
export function start(): void { register(ping); }`),
		).toMatchInlineSnapshot(`
			"
			main.ts:4:1 error NT7001: 'ping' runs in an interrupt and calls itself, so its stack has no bound.
			  function pong(irq: usize): void { ping(irq); }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    dispatch calls Table_1.handle (table.ts:18)
			    Table_1.handle calls, through a pointer, ping (table.ts:13)
			    ping calls pong (main.ts:3)
			    pong calls ping (main.ts:4)
			  help: Write it as a loop, or let the event loop do it.
			"
		`);
		expect(
			refusalsOf(`import { type Handler, register, Table } from './table.ts';
const inner = new Table(2);
function demultiplex(irq: usize): void { inner.handle(irq); }
export function start(): void { register(demultiplex); inner.register(demultiplex); }`),
		).toMatchInlineSnapshot(`
			"
			table.ts:13:3 error NT7001: 'demultiplex' runs in an interrupt and calls itself, so its stack has no bound.
			  if (handler !== null) handler(irq);
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    dispatch calls Table_1.handle (table.ts:18)
			    Table_1.handle calls, through a pointer, demultiplex (table.ts:13)
			    demultiplex calls Table_2.handle (main.ts:4)
			    Table_2.handle calls, through a pointer, demultiplex (table.ts:13)
			  help: Write it as a loop, or let the event loop do it.
			"
		`);
	});

	test('a handler that calls ordinary code is refused, and one that calls assembly is not', () => {
		expect(
			refusalsOf(`import { importFunction } from 'native:link';
import { register } from './table.ts';
function report(irq: usize): void {
	importFunction<(irq: usize) => void>('wait')(irq);
	importFunction<(irq: usize) => void>('printf')(irq);
}
export function start(): void { register(irq => report(irq)); }`),
		).toMatchInlineSnapshot(`
			"
			main.ts:6:2 error NT7002: 'report' runs in an interrupt and calls 'printf', which is ordinary code.
			  importFunction<(irq: usize) => void>('printf')(irq);
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    dispatch calls Table_1.handle (table.ts:18)
			    Table_1.handle calls, through a pointer, arrow_8 (table.ts:13)
			    arrow_8 calls report (main.ts:8)
			    report calls printf (main.ts:6)
			  help: Post an event, and call it from the event loop.
			"
		`);
	});

	test('so is one that calls what an ordinary module exports', () => {
		expect(
			refusalsOf(`import { log } from './ordinary.ts';
import { register } from './table.ts';
function report(irq: usize): void { log(irq); }
export function start(): void { register(irq => report(irq)); log(1); }`),
		).toMatchInlineSnapshot(`
			"
			main.ts:2:21 error NT1001: Native code imports './ordinary.ts', which is not a native module.
			  import { log } from './ordinary.ts';
			                      ^^^^^^^^^^^^^^^
			  help: Make 'use native'; the first statement of that module, or post an event to what it does.
			main.ts:4:1 error NT7002: 'report' runs in an interrupt and calls 'log', which is ordinary code.
			  function report(irq: usize): void { log(irq); }
			  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
			    dispatch calls Table_1.handle (table.ts:18)
			    Table_1.handle calls, through a pointer, arrow_5 (table.ts:13)
			    arrow_5 calls report (main.ts:5)
			    report calls log (main.ts:4)
			  help: Post an event, and call it from the event loop.
			"
		`);
	});

	test('a handler that divides doubles is refused', () => {
		expect(
			refusalsOf(`import { register } from './table.ts';
function average(a: number, b: usize): usize { return usize(a / 2) + b; }
function scale(irq: usize): usize { return average(irq, irq) + usize(irq / 1.5); }
function unused(x: number): void {}
export function start(): void { register(irq => { scale(irq); }); }`),
		).toMatchInlineSnapshot(`
			"
			main.ts:3:21 error NT2012: 'number' is a type of floating-point numbers.
			  function average(a: number, b: usize): usize { return usize(a / 2) + b; }
			                      ^^^^^^
			    dispatch calls Table_1.handle (table.ts:18)
			    Table_1.handle calls, through a pointer, arrow_6 (table.ts:13)
			    arrow_6 calls scale (main.ts:6)
			    scale calls average (main.ts:4)
			  help: Write the machine type that it is: one of u8 … u64, i8 … i64, usize, isize; or compute in an ordinary module.
			main.ts:4:76 error NT2009: '1.5' is a floating-point number.
			  function scale(irq: usize): usize { return average(irq, irq) + usize(irq / 1.5); }
			                                                                             ^^^
			    dispatch calls Table_1.handle (table.ts:18)
			    Table_1.handle calls, through a pointer, arrow_6 (table.ts:13)
			    arrow_6 calls scale (main.ts:6)
			  help: Native code has integers only; scale the value, or compute it in an ordinary module.
			main.ts:5:20 error NT2012: 'number' is a type of floating-point numbers.
			  function unused(x: number): void {}
			                     ^^^^^^
			  help: Write the machine type that it is: one of u8 … u64, i8 … i64, usize, isize; or compute in an ordinary module.
			"
		`);
	});

	test('what no interrupt can reach may do all that', () => {
		expect(
			refusalsOf(`import { importFunction } from 'native:link';
import { register, Table } from './table.ts';
const other = new Table(2);
function walk(depth: usize): void { if (depth !== 0) walk(depth - 1); }
function print(irq: usize): void { importFunction<(irq: usize) => void>('printf')(irq); }
export function start(): void { other.register(walk); other.handle(3); print(1); register(() => {}); }`),
		).toBe('\n\n');
	});

	test('a handler may dispatch to a table of its own', () => {
		expect(
			refusalsOf(`import { register, Table } from './table.ts';
const lines = new Table(2);
function onLine(irq: usize): void {}
function demultiplex(irq: usize): void { lines.handle(irq); }
export function start(): void { register(demultiplex); lines.register(onLine); }`),
		).toBe('\n\n');
	});

	test.for([
		['a variable', 'let h: Handler = quiet; if (u32(1) === one()) h = loop; register(h);'],
		['a conditional', 'register(one() === 1 ? quiet : loop);'],
		['a result', 'register(choose());'],
		['a parameter', 'pass(loop);'],
		['a field', 'box.handler = loop; register(box.handler);'],
		['an array', 'many[0] = loop; register(many[one()]);'],
		['a table of constants', 'register(table[one()]);'],
		['a loop over an array', 'many[0] = loop; for (const handler of many) register(handler);'],
		['a slice', 'many[0] = loop; for (const handler of slice(many, 0, 2)) register(handler);'],
		['a pattern', 'box.handler = loop; const { handler } = box; register(handler);'],
		['a pattern of an array', 'many[0] = loop; const [first] = many; register(first);'],
		['a generic function', 'register(same(loop));'],
		['a pointer to a structure', 'box.handler = loop; register(addressOf(box).handler);'],
		['an object', 'const made: Box = { handler: loop }; register(made.handler);'],
		['an arrow function', 'register(irq => loop(irq));'],
		['memory behind a pointer', 'fill(addressOf(many[0])); register(many[one()]);'],
		[
			'an atomic exchange',
			'swap(cell, loop, "acqRel"); const h = load(cell, "acquire"); if (h !== null) register(h);',
		],
	])('a function is followed through %s', ([, statements = '']) => {
		const text = refusalsOf(`import { type Atomic, load, swap } from 'native:atomic';
import { addressOf, arrayOf, type FixedArray, type Ptr, slice, zeroed } from 'native:memory';
import { type Handler, register } from './table.ts';
interface Box { handler: Handler; }
const box = zeroed<Box>();
const many = zeroed<FixedArray<Handler, 4>>();
const cell = zeroed<Atomic<Handler | null>>();
function one(): u32 { return 1; }
function quiet(irq: usize): void {}
function loop(irq: usize): void { loop(irq); }
const table: FixedArray<Handler, 2> = arrayOf(quiet, loop);
function same<T>(value: T): T { return value; }
function choose(): Handler { return one() === 1 ? loop : quiet; }
function pass(handler: Handler): void { register(handler); }
function fill(first: Ptr<Handler>): void { first[0] = loop; }
export function start(): void { ${statements} }`);

		expect(text).toContain("error NT7001: 'loop' runs in an interrupt and calls itself");
	});

	test('a function is followed to a structure that is reached by its address under another name', () => {
		expect(
			refusalsOf(`import { type Guarded } from 'native:atomic';
import { addressFrom, pointerAt, zeroed } from 'native:memory';
import { type Handler, register } from './table.ts';
interface Slot { handler: Handler | null }
interface Same { handler: Handler | null }
const slot: Guarded<Slot, 'one hart'> = zeroed();
function again(irq: usize): void { const { handler } = slot; if (handler !== null) handler(irq); }
export function start(): void { pointerAt<Same>(addressFrom(slot)).handler = again; register(again); }`),
		).toContain("NT7001: 'again' runs in an interrupt and calls itself");
	});
});
