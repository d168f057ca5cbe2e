/** Values that nobody has to look into, as the console writes them. */

/** A text, number or the like as node prints it. */
export function plainText(value: unknown): string {
	if (typeof value === 'number') return value === 0 && 1 / value < 0 ? '-0' : `${value}`;
	return String(value);
}

/** The arguments of console.log, all of them such values, as one line. */
export function plainLine(values: readonly unknown[]): string {
	let line = '';
	for (let i = 0; i < values.length; i++) {
		if (i > 0) line += ' ';
		line += plainText(values[i]);
	}
	return line;
}
