/** Prints the rows as one table, each beside its C twins. */

import type { Row } from './rows.ts';

const twins = ['.c', '.c7'];
const isTwin = (id: string) => twins.some(suffix => id.endsWith(suffix));

export function printRows(rows: readonly Row[]): string {
	const values = new Map(rows.map(row => [row.id, row.value]));
	const cell = (id: string) => String(values.get(id) ?? '–').padStart(9);
	const header = `${'row'.padEnd(28)} ${['Trapline', 'C', 'C, 7 regs'].map(pad).join(' ')}  unit\n`;
	const lines = rows
		.filter(row => !isTwin(row.id))
		.map(({ id, unit, what }) => {
			const cells = [id, ...twins.map(suffix => id + suffix)].map(cell).join(' ');
			return `${id.padEnd(28)} ${cells}  ${unit.padEnd(12)}  ${what}\n`;
		});
	return header + lines.join('');
}

function pad(text: string): string {
	return text.padStart(9);
}
