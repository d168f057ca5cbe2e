/**
 * Compares with bench/recorded.json. An instruction row of the kernel that grew fails the run if the
 * tools are those of the record; with others the figures are another compiler's, and only reported.
 */

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../scripts/repository.ts';
import { say } from '../scripts/terminal.ts';
import type { Row } from './rows.ts';

type Versions = Readonly<Record<string, string>>;

interface Recorded {
	readonly versions: Versions;
	readonly rows: Readonly<Record<string, number>>;
}

const path = join(repository, 'bench/recorded.json');

/** The exact rows that only a change of the trap path, the table, a handler or the compiler moves. */
const isCompared = ({ id }: Row) =>
	/^(table|trap|handler|section)\./.test(id) && !/\.c7?$/.test(id);

export function record(rows: readonly Row[], versions: Versions): void {
	const compared = rows.filter(isCompared).map(({ id, value }) => [id, value] as const);
	const recorded: Recorded = { versions, rows: Object.fromEntries(compared) };
	writeFileSync(path, `${JSON.stringify(recorded, null, '\t')}\n`);
}

/** Says what changed; `false` if a row grew. */
export function compareWithRecorded(rows: readonly Row[], versions: Versions): boolean {
	if (!existsSync(path)) return true;
	const recorded: Recorded = JSON.parse(readFileSync(path, 'utf8'));
	const others = Object.keys(versions).filter(tool => versions[tool] !== recorded.versions[tool]);
	const changed = rows.filter(row => isCompared(row) && row.value !== recorded.rows[row.id]);
	for (const { id, value, unit } of changed) {
		say(`${id}: ${value} ${unit}, recorded ${recorded.rows[id] ?? 'nothing'}`);
	}
	if (others.length > 0) {
		say(`The record was made with another ${others.join(', ')}, so nothing is compared.`);
		return true;
	}
	const grown = changed.filter(({ id, value }) => value > (recorded.rows[id] ?? Infinity));
	if (grown.length > 0)
		say('More instructions than recorded: scripts/command.sh bench/run.ts --record accepts them.');
	return grown.length === 0;
}
