/**
 * Command: runs the whole suite and writes docs/conformance.md; with words as arguments, only the
 * programs whose area or name contains one of them, and nothing is written.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../scripts/repository.ts';
import { command, say } from '../../scripts/terminal.ts';
import { readPrograms } from './harness/programs.ts';
import { runSuite } from './harness/run-suite.ts';
import { nameOf, renderTable } from './harness/table.ts';

const mostLines = 4; // of a difference

/** The first lines in which two texts differ, as pairs. */
function difference(expected: string, printed: string): readonly string[] {
	const [wanted, got] = [expected.split('\n'), printed.split('\n')];
	const length = Math.max(wanted.length, got.length);
	return Array.from({ length }, (_, line) => line)
		.filter(line => wanted[line] !== got[line])
		.slice(0, mostLines)
		.flatMap(line => [`  node     ${wanted[line] ?? ''}`, `  machine  ${got[line] ?? ''}`]);
}

async function main(words: readonly string[]): Promise<number> {
	const programs = readPrograms().filter(
		program => words.length === 0 || words.some(word => nameOf(program).includes(word)),
	);
	const outcomes = await runSuite(join(repository, 'build/conformance'), programs);
	for (const [program, outcome] of outcomes) {
		if (outcome.kind !== 'wrong') continue;
		say([nameOf(program), ...difference(outcome.expected, outcome.printed)].join('\n'));
	}
	const table = renderTable(outcomes);
	if (words.length === 0) writeFileSync(join(repository, 'docs/conformance.md'), table);
	say(
		table
			.split('\n')
			.filter(line => line.startsWith('|'))
			.join('\n'),
	);
	return 0;
}

await command('conformance', main);
