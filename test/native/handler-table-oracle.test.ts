import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transformSync } from 'esbuild';
import { expect, test } from 'vitest';
import { repository } from '../../scripts/repository.ts';
import { native } from '../harness/native.ts';
import { throughPorffor } from '../harness/porffor.ts';

/*
 * handler-table.ts is TypeScript, so two compilers that share nothing can run it: ours, as C of this
 * machine under gcc's sanitizers, and Porffor, which takes it for JavaScript. A model that is neither
 * says what is right.
 */

const path = join(repository, 'kernel/sync/handler-table.ts');
const source = readFileSync(path, 'utf8');
const slots = 8;

/** An operation: 0 registers handler `which`, 1 handles, 2 unregisters and calls what was there. */
type Operation = readonly [operation: number, index: number, which: number];

/** What every engine does with one operation: its result, and a trace of all handlers' calls so far. */
const step = `function step(operation: u64, index: usize, which: u64): u64 {
	let result: u64 = 0;
	if (operation === 0) {
		result = u64(table.registerHandler(index, which === 0 ? first : which === 1 ? second : third));
	} else if (operation === 1) {
		result = u64(table.handle(index));
	} else {
		const handler = table.unregisterHandler(index);
		if (handler !== null) handler(500);
		result = u64(handler !== null);
	}
	return result * 1_000_000 + load(trace, 'relaxed');
}
function note(handler: u64, irq: usize): void {
	store(trace, (load(trace, 'relaxed') * 31 + handler * 1000 + u64(irq)) % 999_983, 'relaxed');
}
function first(irq: usize): void { note(1, irq); }
function second(irq: usize): void { note(2, irq); }
function third(irq: usize): void { note(3, irq); }
`;

/** The reference: a `Map` from index to handler. */
function model(operations: readonly Operation[]): readonly number[] {
	const table = new Map<number, number>();
	let trace = 0;
	const call = (handler: number, irq: number) => {
		trace = (trace * 31 + handler * 1000 + irq) % 999_983;
	};
	return operations.map(([operation, index, which]) => {
		const handler = table.get(index);
		let isDone = handler !== undefined;
		if (operation === 0) {
			isDone = handler === undefined && index < slots;
			if (isDone) table.set(index, which + 1);
		} else if (handler !== undefined) {
			call(handler, operation === 1 ? index : 500);
			if (operation === 2) table.delete(index);
		}
		return Number(isDone) * 1_000_000 + trace;
	});
}

function throughNative(operations: readonly Operation[]): readonly number[] {
	const program = native({
		'main.ts': `
import { atomic, load, store } from 'native:atomic';
import { HandlerTable } from './handler-table.ts';
const table = new HandlerTable(${slots});
const trace = atomic<u64>(0);
export ${step}`,
		'handler-table.ts': source.replace("'use native';", ''),
	});
	const calls = operations.map(operation => ['step', ...operation.map(BigInt)] as const);
	return program.callAll(calls as readonly (readonly [string, ...bigint[]])[]).map(Number);
}

/** The intrinsics on one hart without interrupts: an atomic is an object with one field. */
const shims: Readonly<Record<string, string>> = {
	'native:atomic': `
export const load = cell => cell.value;
export function store(cell, desired) { cell.value = desired; }
export function swap(cell, desired) { const old = cell.value; cell.value = desired; return old; }
export function compareExchange(cell, expected, desired) {
	if (cell.value !== expected) return false;
	cell.value = desired;
	return true;
}`,
};

async function throughPorfforToo(operations: readonly Operation[]): Promise<readonly number[]> {
	const main = `
import { load, store } from 'native:atomic';
import { HandlerTable } from ${JSON.stringify(path)};
const u64 = Number;
const table = new HandlerTable(${slots});
table.slots = []; // what is static memory in an image
for (let i = 0; i < ${slots}; i++) table.slots.push({ value: null });
const trace = { value: 0 };
${transformSync(step, { loader: 'ts' })
	.code.replace('export {', '// {')
	.replace(/^\s+step\s*\};?$/m, '')}
const operations = ${JSON.stringify(operations.flat())};
for (let i = 0; i < operations.length; i += 3) {
	console.log(String(step(operations[i], operations[i + 1], operations[i + 2])));
}`;
	const bundled = await build({
		stdin: { contents: main, resolveDir: repository, sourcefile: 'main.js' },
		bundle: true,
		write: false,
		format: 'esm',
		target: 'es2022',
		plugins: [
			{
				name: 'intrinsics',
				setup(context) {
					context.onResolve({ filter: /^native:/ }, ({ path }) => ({ path, namespace: 'shim' }));
					context.onLoad({ filter: /./, namespace: 'shim' }, ({ path }) => ({
						contents: shims[path] ?? '',
					}));
				},
			},
		],
	});
	const printed = await throughPorffor(bundled.outputFiles[0]?.text ?? '');
	return printed.trimEnd().split('\n').map(Number);
}

/** A small generator, so that a seed is all that a failure needs to tell. */
function randomOperations(seed: number, count: number): readonly Operation[] {
	let state = seed >>> 0 || 1;
	const below = (limit: number) => {
		state ^= state << 13;
		state ^= state >>> 17;
		state ^= state << 5;
		return (state >>> 0) % limit;
	};
	const beyond = [slots, slots + 1, 1023, 2 ** 32, 2 ** 32 + 1, 2 ** 53 - 1];
	return Array.from({ length: count }, () => {
		const index = below(8) === 0 ? (beyond[below(beyond.length)] ?? 0) : below(slots);
		return [below(3), index, below(3)];
	});
}

test('our compiler, Porffor and a Map agree on random sequences', async () => {
	const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
	const operations = randomOperations(seed, 3000);

	const wanted = model(operations);

	const repeat = `SEED=${seed} repeats it`;
	expect(new Set(wanted.map(value => value >= 1_000_000)).size, repeat).toBe(2);
	expect(throughNative(operations), `native, ${repeat}`).toEqual(wanted);
	expect(await throughPorfforToo(operations), `Porffor, ${repeat}`).toEqual(wanted);
});
