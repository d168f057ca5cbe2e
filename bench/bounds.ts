/**
 * What a row may be at most, whatever was recorded and by whichever tools. Beyond it the run fails,
 * unless the row is a time: that says as much about the machine, so it is only told.
 */

import { say } from '../scripts/terminal.ts';
import type { Row } from './rows.ts';

/**
 * Of the table's operations the C column of the reference figures, and the Rust column where it is lower; of the
 * interrupt path what is better than the best assembly with the standard ABI. Of an external interrupt four
 * instructions more, which count it.
 */
const instructions: Readonly<Record<string, number>> = {
	'table.register.ok': 12,
	'table.register.taken': 10,
	'table.handle.hit': 16,
	'table.handle.miss': 10,
	'table.handle.bounds': 4,
	'table.unregister.hit': 8,
	'table.unregister.empty': 8,
	'trap.software.entry': 16,
	'trap.software.net': 28,
	'trap.timer.entry': 16,
	'trap.timer.net': 28,
	'trap.external.entry': 24 + 4,
	'trap.external.net': 40 + 4,
	'handler.geomean': 1, // of the ratios to C
};

/** Seconds, on two cores of which `tsc` alone takes `usualTsc`. */
const times: Readonly<Record<string, number>> = {
	'compile.native.cold': 3,
	'compile.native.changed': 1,
};

const usualTsc = 0.6;

/** A handler or a section has at most this many times the instructions of its C twin. */
const handlerRatio = 1.05;

/** Whoever reads the rows wants a twin in the same run, and these have one. */
const withTwin = /^table\.|^section\.|^handler\.(?!geomean)/;

export interface Verdict {
	/** What is wrong, and fails the run. */
	readonly broken: readonly string[];
	/** Times beyond their bounds. */
	readonly slow: readonly string[];
}

export function judge(rows: readonly Row[]): Verdict {
	const values = new Map(rows.map(({ id, value }) => [id, value]));
	const boundOf = (id: string): number | undefined => {
		const twin = values.get(`${id}.c`);
		// What is registered elsewhere costs nothing.
		if (/^trap\.lines1023\.\w+$/.test(id)) return values.get(id.replace('lines1023', 'external'));
		const isRatio = /^(handler|section)\.[\w-]+$/.test(id) && twin !== undefined;
		return isRatio ? twin * handlerRatio : (instructions[id] ?? times[id]);
	};
	const missing = [...Object.keys(instructions), ...Object.keys(times)]
		.filter(id => !values.has(id))
		.map(id => `${id}: not measured, and it has a bound.`);
	const alone = rows
		.filter(({ id }) => withTwin.test(id) && !/\.c7?$/.test(id) && !values.has(`${id}.c`))
		.map(({ id }) => `${id}: there is no C twin in this run.`);
	const beyond = rows.filter(({ id, value }) => value > (boundOf(id) ?? Infinity));
	const told = ({ id, value, unit }: Row) => `${id}: ${value} ${unit}, at most ${boundOf(id)}.`;
	return {
		broken: [...missing, ...alone, ...beyond.filter(({ unit }) => unit !== 's').map(told)],
		slow: beyond.filter(({ unit }) => unit === 's').map(told),
	};
}

/** Says which rows are beyond their bounds; `false` if one is that is not a time. */
export function keepsBounds(rows: readonly Row[]): boolean {
	const { broken, slow } = judge(rows);
	for (const line of [...broken, ...slow]) say(line);
	const tsc = rows.find(({ id }) => id === 'compile.tsc')?.value ?? 0;
	if (slow.length > 0 && tsc > usualTsc) {
		say(`This machine is slow or busy: tsc alone took ${tsc} s, and ${usualTsc} s is usual.`);
	}
	return broken.length === 0;
}
