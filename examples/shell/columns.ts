/** How the cells of a column stand in it. */
export type Side = 'left' | 'right';

/**
 * Rows of text in columns, each as wide as its widest cell and two blanks from the next. The first row is the
 * heading. A row ends with its last cell that is not empty.
 */
export function alignColumns(
	sides: readonly Side[],
	rows: readonly (readonly string[])[],
): string[] {
	const widths = sides.map(() => 0);
	for (const row of rows) {
		for (let column = 0; column < sides.length; column++) {
			const width = row[column].length;
			if (width > widths[column]) widths[column] = width;
		}
	}
	return rows.map(row => {
		let text = '';
		for (let column = 0; column < sides.length; column++) {
			const cell = row[column];
			const width = widths[column];
			text += column === 0 ? '' : '  ';
			text += sides[column] === 'left' ? cell.padEnd(width) : cell.padStart(width);
		}
		return text.trimEnd();
	});
}
