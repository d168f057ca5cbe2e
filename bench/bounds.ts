/** What a row may be at most. Beyond it the run fails, whatever was recorded and by whichever tools. */

import { say } from '../scripts/terminal.ts';
import type { Row } from './rows.ts';

/** The C column of the reference figures, and the Rust column where it is lower. */
const instructions: Readonly<Record<string, number>> = {
	'table.register.ok': 12,
	'table.register.taken': 10,
	'table.handle.hit': 16,
	'table.handle.miss': 10,
	'table.handle.bounds': 4,
	'table.unregister.hit': 8,
	'table.unregister.empty': 8,
	'handler.geomean': 1, // of the ratios to C
};

/** A handler has at most this many times the instructions of its C twin. */
const handlerRatio = 1.05;

/** Says which rows are beyond their bounds; `false` if any is. */
export function keepsBounds(rows: readonly Row[]): boolean {
	const values = new Map(rows.map(({ id, value }) => [id, value]));
	const boundOf = (id: string): number | undefined => {
		const twin = values.get(`${id}.c`);
		const isHandler = /^(handler|section)\./.test(id) && twin !== undefined;
		return isHandler ? twin * handlerRatio : instructions[id];
	};
	const missing = Object.keys(instructions).filter(id => !values.has(id));
	for (const id of missing) say(`${id}: not measured, and it has a bound.`);
	const beyond = rows.filter(({ id, value }) => value > (boundOf(id) ?? Infinity));
	for (const { id, value, unit } of beyond) say(`${id}: ${value} ${unit}, at most ${boundOf(id)}.`);
	return missing.length === 0 && beyond.length === 0;
}
