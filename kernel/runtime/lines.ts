/** The lines of a text; `split` would bring regular expressions into every image. */
export function linesOf(text: string): string[] {
	const lines: string[] = [];
	let from = 0;
	for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
		lines.push(text.slice(from, at));
		from = at + 1;
	}
	lines.push(text.slice(from));
	return lines;
}
