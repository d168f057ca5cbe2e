/** console.table: rows of cells in a frame, each cell in the middle of its column. */

import { inspect } from './inspect.ts';

type Row = Record<string, unknown>;

const valueColumn = 'Values';

/** The table of `data`, or undefined if it has no rows; `columns` chooses which properties are shown. */
export function renderTable(data: unknown, columns?: readonly string[]): string | undefined {
	if (typeof data !== 'object' || data === null) return undefined;
	const indices: string[] = [];
	const rows: unknown[] = [];
	let indexName = '(index)';
	if (data instanceof Map || data instanceof Set) {
		indexName = '(iteration index)';
		data.forEach(value => {
			indices.push(`${rows.length}`);
			rows.push(value);
		});
	} else {
		const keys = Object.keys(data);
		for (let i = 0; i < keys.length; i++) {
			indices.push(keys[i]);
			rows.push((data as Row)[keys[i]]);
		}
	}

	const names: string[] = [];
	let hasValues = false;
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i];
		if (typeof row !== 'object' || row === null) {
			hasValues = true;
			continue;
		}
		const keys = columns ?? Object.keys(row);
		for (let j = 0; j < keys.length; j++) {
			if (!names.includes(keys[j])) names.push(keys[j]);
		}
	}
	const head = [indexName, ...names];
	if (hasValues) head.push(valueColumn);
	const cells: string[][] = [];
	for (let i = 0; i < rows.length; i++) {
		cells.push(rowOf(indices[i], rows[i], names, hasValues));
	}
	return frame(head, cells);
}

function rowOf(
	index: string,
	row: unknown,
	names: readonly string[],
	hasValues: boolean,
): string[] {
	const cells = [index];
	const isObject = typeof row === 'object' && row !== null;
	for (let i = 0; i < names.length; i++) {
		cells.push(isObject && names[i] in row ? inspect((row as Row)[names[i]], 0) : '');
	}
	if (hasValues) cells.push(isObject ? '' : inspect(row, 0));
	return cells;
}

function frame(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const widths: number[] = [];
	for (let i = 0; i < head.length; i++) {
		let width = head[i].length;
		for (let j = 0; j < rows.length; j++) width = Math.max(width, rows[j][i].length);
		widths.push(width + 2);
	}
	const bars: string[] = [];
	for (let i = 0; i < widths.length; i++) bars.push('─'.repeat(widths[i]));
	const lines = [`┌${bars.join('┬')}┐`, line(head, widths), `├${bars.join('┼')}┤`];
	for (let i = 0; i < rows.length; i++) lines.push(line(rows[i], widths));
	lines.push(`└${bars.join('┴')}┘`);
	return lines.join('\n');
}

function line(cells: readonly string[], widths: readonly number[]): string {
	const parts: string[] = [];
	for (let i = 0; i < cells.length; i++) {
		const space = widths[i] - cells[i].length;
		const left = Math.floor(space / 2);
		parts.push(' '.repeat(left) + cells[i] + ' '.repeat(space - left));
	}
	return `│${parts.join('│')}│`;
}
