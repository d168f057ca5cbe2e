import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { judge } from '../../bench/bounds.ts';
import type { Row } from '../../bench/rows.ts';
import { repository } from '../../scripts/repository.ts';

const recorded: Readonly<Record<string, number>> = JSON.parse(
	readFileSync(join(repository, 'bench/recorded.json'), 'utf8'),
).rows;

/** The recorded rows, each with a C twin of the same value, and compile times in their bounds. */
function rowsWith(changes: Readonly<Record<string, number | undefined>>): readonly Row[] {
	const twins = Object.fromEntries(
		Object.entries(recorded)
			.filter(([id]) => id !== 'handler.geomean')
			.map(([id, value]) => [`${id}.c`, value]),
	);
	const times = { 'compile.native.cold': 2, 'compile.native.changed': 0.9 };
	return Object.entries({ ...recorded, ...twins, ...times, ...changes }).flatMap(([id, value]) => {
		const unit = id.startsWith('compile.') ? 's' : 'instructions';
		return value === undefined ? [] : [{ id, value, unit, what: '' } as const];
	});
}

describe('bounds', () => {
	test('what is recorded keeps them', () => {
		expect(judge(rowsWith({}))).toEqual({ broken: [], slow: [] });
	});

	test.for([
		['table.register.ok', 12],
		['table.register.taken', 10],
		['table.handle.hit', 16],
		['table.handle.miss', 10],
		['table.handle.bounds', 4],
		['table.unregister.hit', 8],
		['table.unregister.empty', 8],
		['handler.geomean', 1],
	] as const)('%s may be %d', ([id, bound]) => {
		expect(judge(rowsWith({ [id]: bound })).broken).toEqual([]);
		expect(judge(rowsWith({ [id]: bound + 0.001 })).broken).toEqual([
			`${id}: ${bound + 0.001} instructions, at most ${bound}.`,
		]);
	});

	test('each handler may take a twentieth more than its twin', () => {
		const handlers = Object.keys(recorded).filter(id => /^handler\.(?!geomean)/.test(id));
		expect(handlers).toHaveLength(10);
		for (const id of handlers) {
			expect(judge(rowsWith({ [id]: 105, [`${id}.c`]: 100 })).broken).toEqual([]);
			expect(judge(rowsWith({ [id]: 106, [`${id}.c`]: 100 })).broken).toEqual([
				`${id}: 106 instructions, at most 105.`,
			]);
		}
	});

	test('a row with a bound that is not measured, or has no twin, is as bad', () => {
		expect(judge(rowsWith({ 'table.handle.miss': undefined })).broken).toEqual([
			'table.handle.miss: not measured, and it has a bound.',
		]);
		expect(judge(rowsWith({ 'handler.uart.c': undefined })).broken).toEqual([
			'handler.uart: there is no C twin in this run.',
		]);
	});

	test('a time beyond its bound is told, and breaks nothing', () => {
		const { broken, slow } = judge(
			rowsWith({ 'compile.native.cold': 3.5, 'compile.native.changed': 1.01 }),
		);

		expect(broken).toEqual([]);
		expect(slow).toEqual([
			'compile.native.cold: 3.5 s, at most 3.',
			'compile.native.changed: 1.01 s, at most 1.',
		]);
	});
});
