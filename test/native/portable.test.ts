import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { compileNative } from '../../scripts/native/compile.ts';
import { repository } from '../../scripts/repository.ts';
import { threadFlags } from '../../scripts/toolchain.ts';
import { type MachineName, machines, threads } from '../harness/threads.ts';
import { files, read } from '../house/files.ts';

/** A kernel module as the harness takes it, which adds the directive itself. */
const kernelModule = (path: string) =>
	readFileSync(join(repository, path), 'utf8').replace("'use native';", '');

const table = kernelModule('kernel/sync/handler-table.ts');

const names = Object.keys(machines) as MachineName[];

/** The contract on one thread; the answer is the number of the first line that does not hold, or 0. */
const contract = `
import { atomic, fetchAdd, load } from 'native:atomic';
import { HandlerTable } from './handler-table.ts';

const table = new HandlerTable(8);
const calls = atomic<u64>(0);
const sum = atomic<u64>(0);

function add(irq: usize): void { fetchAdd(calls, 1, 'relaxed'); fetchAdd(sum, u64(irq), 'relaxed'); }
function ignore(): void { fetchAdd(calls, 100, 'relaxed'); }

export function contract(_unused: u64): u64 {
	if (table.handle(0) || table.handle(7) || table.unregisterHandler(3) !== null) return 1;
	if (!table.registerHandler(3, add) || !table.registerHandler(0, ignore)) return 2;
	if (table.registerHandler(3, add) || table.registerHandler(3, ignore)) return 3;
	if (!table.handle(3) || !table.handle(3) || !table.handle(0) || table.handle(4)) return 4;
	if (load(calls, 'relaxed') !== 102 || load(sum, 'relaxed') !== 6) return 5;
	if (table.registerHandler(8, add) || table.handle(8) || table.unregisterHandler(8) !== null) return 6;
	if (table.registerHandler(usize(-1), add) || table.handle(usize(-1))) return 7;
	const removed = table.unregisterHandler(3);
	if (removed === null || table.handle(3) || table.unregisterHandler(3) !== null) return 8;
	removed(7);
	if (load(sum, 'relaxed') !== 13 || load(calls, 'relaxed') !== 103) return 9;
	if (!table.registerHandler(3, ignore) || !table.handle(3) || !table.registerHandler(7, add)) return 10;
	return load(calls, 'relaxed') === 203 ? 0 : 11;
}`;

/** Each slot is used once: what was written before it was filled is what its handler reads. */
const publication = `
import { type FixedArray, zeroed } from 'native:memory';
import { atomic, fetchAdd, type Guarded, load } from 'native:atomic';
import { HandlerTable } from './handler-table.ts';

const slots = 1024;
const table = new HandlerTable(1024);
const plain: Guarded<FixedArray<u64, 1024>, 'the table orders it'> = zeroed();
const wrong = atomic<u64>(0);

function check(irq: usize): void { if (plain[irq] !== u64(irq) * 3 + 1) fetchAdd(wrong, 1, 'relaxed'); }

export function publish(_unused: u64): u64 {
	let count: u64 = 0;
	for (let i: usize = 0; i < slots; i++) {
		plain[i] = u64(i) * 3 + 1;
		count += u64(table.registerHandler(i, check));
	}
	return count;
}
export function watch(_unused: u64): u64 {
	for (let i: usize = 0; i < slots; i++) { while (!table.handle(i)) {} }
	return load(wrong, 'relaxed');
}`;

/** A slot has one owner at a time: what the last one wrote is what the next one finds. */
const ownership = `
import type { Guarded } from 'native:atomic';
import { type FixedArray, zeroed } from 'native:memory';
import { HandlerTable } from './handler-table.ts';

const table = new HandlerTable(4);
const counts: Guarded<FixedArray<u64, 4>, 'the owner of the slot writes it'> = zeroed();

function own(): void {}

export function take(rounds: u64): u64 {
	let won: u64 = 0;
	for (let round: u64 = 0; round < rounds; round++) {
		const slot = usize(round & 3);
		if (!table.registerHandler(slot, own)) continue;
		counts[slot] += 1;
		won += 1;
		if (table.unregisterHandler(slot) === null) return u64(-1);
	}
	return won;
}
export function counted(_unused: u64): u64 { return counts[0] + counts[1] + counts[2] + counts[3]; }
`;

/** Registering, handling and unregistering at the same time: everything that happened is counted once. */
const race = `
import { atomic, fetchAdd, load } from 'native:atomic';
import { type Handler, HandlerTable } from './handler-table.ts';

const table = new HandlerTable(2);
const even = atomic<u64>(0);
const odd = atomic<u64>(0);
const misled = atomic<u64>(0);

function countEven(irq: usize): void { fetchAdd(irq > 1 ? misled : even, 1, 'relaxed'); }
function countOdd(irq: usize): void { fetchAdd(irq > 1 ? misled : odd, 1, 'relaxed'); }

/** Registrations that succeeded less removals that removed: what is left in the table. */
export function change(rounds: u64): u64 {
	let balance: u64 = 0;
	for (let round: u64 = 0; round < rounds; round++) {
		const handler: Handler = (round & 2) === 0 ? countEven : countOdd;
		balance += u64(table.registerHandler(usize(round & 1), handler));
		if ((round & 4) !== 0) balance -= u64(table.unregisterHandler(usize(round >> 1 & 1)) !== null);
	}
	return balance;
}
export function handle(rounds: u64): u64 {
	let handled: u64 = 0;
	for (let round: u64 = 0; round < rounds; round++) handled += u64(table.handle(usize(round & 1)));
	return handled;
}
export function left(_unused: u64): u64 {
	return u64(table.unregisterHandler(0) !== null) + u64(table.unregisterHandler(1) !== null);
}
export function calls(_unused: u64): u64 { return load(even, 'relaxed') + load(odd, 'relaxed'); }
export function misleading(_unused: u64): u64 { return load(misled, 'relaxed'); }`;

describe.for(names)('the handler table on %s', name => {
	const build = (main: string, source = table) =>
		threads({ 'main.ts': main, 'handler-table.ts': source }, name);

	test('keeps its contract', () => {
		expect(build(contract).run([['contract', 0]])).toEqual([0n]);
	});

	test('a handler reads what was written before it was registered', () => {
		const bodies = [
			['publish', 0],
			['watch', 0],
			['watch', 0],
		] as const;

		expect(build(publication).run(bodies)).toEqual([1024n, 0n, 0n]);
	});

	test('a slot has one owner at a time', () => {
		const takers = [1, 2, 3, 4].map(() => ['take', 5000] as const);

		const results = build(ownership).run(takers, [['counted', 0]]);

		expect(sum(results.slice(0, 4))).toBe(results[4]);
		expect(results[4]).toBeGreaterThan(0n);
	});

	test('whatever races, everything that happened is counted exactly once', () => {
		const bodies = ['change', 'change', 'handle', 'handle'].map(body => [body, 8000] as const);
		const after = ['left', 'calls', 'misleading'].map(body => [body, 0] as const);

		const results = build(race).run(bodies, ...after.map(body => [body]));

		const [first = 0n, second = 0n, ...rest] = results;
		const [handled = 0n, handledToo = 0n, left, calls, misled] = rest;
		expect(BigInt.asUintN(64, first + second)).toBe(left);
		expect(handled + handledToo).toBe(calls);
		expect(misled).toBe(0n);
	});
});

/** The kernel's modules that say nothing about RISC-V: neither they nor what they import. */
function portableModules(): readonly string[] {
	const hardware = new Set(['native:csr', 'native:asm', 'native:link']);
	const isPortable = (path: string): boolean =>
		ts
			.preProcessFile(read(path))
			.importedFiles.every(({ fileName }) =>
				fileName.startsWith('.')
					? isPortable(join(dirname(path), fileName))
					: !hardware.has(fileName),
			);
	return files(/(?<!\.d)\.ts$/, ['kernel/'])
		.filter(path => !path.startsWith('kernel/runtime/'))
		.filter(isPortable);
}

describe('every module without CSRs and assembly', () => {
	const modules = portableModules();

	test('includes all that is lock-free, and the drivers', () => {
		expect(modules).toContain('kernel/sync/handler-table.ts');
		expect(modules).toContain('kernel/sync/ring.ts');
		expect(modules).toContain('kernel/sync/inbox.ts');
		expect(modules).toContain('kernel/sync/event-counts.ts');
		expect(modules).toContain('kernel/drivers/plic.ts');
		expect(modules).toContain('kernel/drivers/ns16550.ts');
	});

	test.for(['x86-64', 'AArch64'] as const)('compiles for %s', name => {
		const output = compileNative({
			roots: modules.map(path => join(repository, path)),
			ambient: files(/\.d\.ts$/, ['kernel/native/']).map(path => join(repository, path)),
			paths: {},
			bridged: [],
			target: 'host',
			readFile: path => (existsSync(path) ? readFileSync(path, 'utf8') : undefined),
		});

		expect(output.diagnostics).toEqual([]);
		expect(() =>
			execFileSync(machines[name].gcc, [...threadFlags, '-c', '-xc', '-', '-o', '/dev/null'], {
				input: output.c,
			}),
		).not.toThrow();
	});
});

const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

describe('the sanitizer sees an ordering that is missing', () => {
	const sanitized = 'x86-64 with -fsanitize=thread';

	/** The table with one word of one method changed. */
	function weakened(method: string, from: string, to: string): string {
		const at = table.indexOf(`\t${method}(`);
		const changed = table.slice(0, at) + table.slice(at).replace(from, to);
		expect(changed).not.toBe(table);
		return changed;
	}

	test.for([
		['handle', "'acquire'", "'relaxed'"],
		['registerHandler', "'acqRel'", "'acquire'"],
	] as const)('%s with %s made %s', ([method, from, to]) => {
		const program = threads(
			{ 'main.ts': publication, 'handler-table.ts': weakened(method, from, to) },
			sanitized,
		);

		expect(
			program.said([
				['publish', 0],
				['watch', 0],
			]),
		).toContain('data race');
	});

	test.for([
		['registerHandler', "'acqRel'", "'release'"],
		['unregisterHandler', "'acqRel'", "'acquire'"],
	] as const)('%s with %s made %s', ([method, from, to]) => {
		const program = threads(
			{ 'main.ts': ownership, 'handler-table.ts': weakened(method, from, to) },
			sanitized,
		);

		expect(
			program.said([
				['take', 5000],
				['take', 5000],
			]),
		).toContain('data race');
	});
});
