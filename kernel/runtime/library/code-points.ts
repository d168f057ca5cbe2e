/** The characters of `text`; both halves of a surrogate pair are one. */
export function codePoints(text: string): string[] {
	const points: string[] = [];
	const length = text.length;
	for (let i = 0; i < length; i++) {
		const unit = text.charCodeAt(i);
		if (unit >= 0xd800 && unit < 0xdc00 && i + 1 < length) {
			const low = text.charCodeAt(i + 1);
			if (low >= 0xdc00 && low < 0xe000) {
				points.push(text.slice(i, i + 2));
				i += 1;
				continue;
			}
		}
		points.push(text.charAt(i));
	}
	return points;
}
