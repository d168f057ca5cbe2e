import { expect, test } from 'vitest';
import { read } from './files.ts';

const page = read('docs/interrupts.md');
const { rows } = JSON.parse(read('bench/recorded.json'));

/** The sums of the columns of the table whose first heading this is. */
function sums(heading: string): readonly number[] {
	const [table = ''] = new RegExp(`^\\| ${heading} \\|.*\\n(?:\\|.*\\n)+`, 'm').exec(page) ?? [];
	const lines = table.trim().split('\n').slice(2);
	expect(lines.length).toBeGreaterThan(3);
	const cells = lines.map(line => line.split('|').slice(2, -1).map(Number));
	return (cells[0] ?? []).map((_, column) =>
		cells.reduce((sum, line) => sum + (line[column] ?? 0), 0),
	);
}

test('what dispatch costs, instruction by instruction, adds up to what is recorded', () => {
	const entry = rows['trap.external.entry'];
	const net = rows['trap.external.net'];
	const [toHandler = 0] = sums('handler with data');
	const [toFirst = 0, forEach = 0, after = 0] = sums('handlers that share');

	expect(page).toContain(`A handler without\ndata: ${entry} and ${net}.`);
	expect(entry + toHandler).toBe(rows['trap.data.entry']);
	expect(net + toHandler).toBe(rows['trap.data.net']);
	expect(entry + toFirst).toBe(rows['trap.shared2.entry']);
	expect(net + toFirst + forEach + after).toBe(rows['trap.shared2.net']);
	expect(net + toFirst + 3 * forEach + after).toBe(rows['trap.shared4.net']);
});
