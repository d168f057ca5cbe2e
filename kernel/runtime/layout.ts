/** Where the entries of a value go: on one line, in columns, or each on its own. */

const lineWidth = 80;
const mostLevels = 3; // that share a line
const fewest = 6; // entries that are never put in columns
const mostColumns = 15;
const separator = 2; // the width of `, `

/** What the layout needs to know of the walk. */
export interface Layout {
	readonly indent: number;
	readonly lastDepth: number;
}

/** Puts `parts` between `left` and `right`; `list` is what they show, if they are all its elements. */
export function enclose(
	{ indent, lastDepth }: Layout,
	parts: readonly string[],
	prefix: string,
	left: string,
	right: string,
	depth: number,
	isList: boolean,
	list: readonly unknown[] | undefined,
): string {
	const head = prefix === '' ? left : `${prefix} ${left}`;
	const rows = isList && parts.length > fewest ? columns(parts, indent, list) : parts;
	if (lastDepth - depth < mostLevels && rows.length === parts.length) {
		const start = rows.length + indent + left.length + prefix.length + 10;
		if (fits(rows, start) && !prefix.includes('\n')) {
			const line = rows.join(', ');
			if (!line.includes('\n')) return `${head} ${line} ${right}`;
		}
	}
	const space = `\n${' '.repeat(indent)}`;
	return `${head}${space}  ${rows.join(`,${space}  `)}${space}${right}`;
}

function fits(rows: readonly string[], start: number): boolean {
	let total = rows.length + start;
	for (let i = 0; i < rows.length; i++) total += rows[i].length;
	return total <= lineWidth;
}

/** Groups many short entries into rows of equal columns. */
function columns(
	parts: readonly string[],
	indent: number,
	list: readonly unknown[] | undefined,
): readonly string[] {
	const isCut = parts[parts.length - 1].startsWith('... ');
	const count = isCut ? parts.length - 1 : parts.length;
	const widths: number[] = [];
	let total = 0;
	let widest = 0;
	for (let i = 0; i < count; i++) {
		const width = parts[i].length;
		widths.push(width);
		total += width + separator;
		widest = Math.max(widest, width);
	}
	const step = widest + separator;
	if (step * 3 + indent >= lineWidth || !(total / step > 5 || widest <= 6)) return parts;

	const bias = Math.sqrt(step - total / parts.length);
	const width = Math.max(step - 3 - bias, 1);
	const number = Math.min(
		Math.round(Math.sqrt(2.5 * width * count) / width),
		Math.floor((lineWidth - indent) / step),
		mostLevels * 4,
		mostColumns,
	);
	if (number <= 1) return parts;

	const columnWidths: number[] = [];
	for (let i = 0; i < number; i++) {
		let most = 0;
		for (let j = i; j < count; j += number) most = Math.max(most, widths[j]);
		columnWidths.push(most + separator);
	}
	let isNumeric = list !== undefined;
	for (let i = 0; list !== undefined && i < count; i++) {
		if (typeof list[i] !== 'number') isNumeric = false;
	}
	const rows: string[] = [];
	for (let i = 0; i < count; i += number) {
		const end = Math.min(i + number, count);
		let row = '';
		for (let j = i; j < end - 1; j++) {
			const cell = `${parts[j]}, `;
			row += isNumeric ? cell.padStart(columnWidths[j - i]) : cell.padEnd(columnWidths[j - i]);
		}
		const last = parts[end - 1];
		row += isNumeric ? last.padStart(columnWidths[end - 1 - i] - separator) : last;
		rows.push(row);
	}
	if (isCut) rows.push(parts[count]);
	return rows;
}
