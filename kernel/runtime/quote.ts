/** A string as it stands in source text, in the quotes that need the fewest escapes. */

import { linesOf } from './lines.ts';

const lineWidth = 80;
const leastSplit = 16;

const escapes: Readonly<Record<number, string>> = {
	8: '\\b',
	9: '\\t',
	10: '\\n',
	11: '\\v',
	12: '\\f',
	13: '\\r',
	92: '\\\\',
};

/** Quotes `text`; a long one that lies `indent` columns in is broken behind its line feeds. */
export function quoteText(text: string, indent: number): string {
	if (text.length <= leastSplit || text.length <= lineWidth - indent - 4 || indent === 0) {
		return quoteLine(text);
	}
	const lines = linesOf(text);
	const parts: string[] = [];
	for (let i = 0; i < lines.length; i++) {
		const isLast = i === lines.length - 1;
		if (!isLast || lines[i] !== '') parts.push(quoteLine(isLast ? lines[i] : `${lines[i]}\n`));
	}
	return parts.join(` +\n${' '.repeat(indent + 2)}`);
}

function quoteLine(text: string): string {
	let quote = "'";
	if (text.includes("'")) {
		if (!text.includes('"')) quote = '"';
		else if (!text.includes('`') && !text.includes('${')) quote = '`';
	}
	const own = quote.charCodeAt(0);
	let quoted = quote;
	let from = 0;
	for (let i = 0; i < text.length; i++) {
		const unit = text.charCodeAt(i);
		let escape = '';
		if (unit === own) escape = `\\${quote}`;
		else if (unit < 32 || unit === 92 || (unit >= 127 && unit < 160)) {
			const hex = `0${unit.toString(16).toUpperCase()}`;
			escape = escapes[unit] ?? `\\x${hex.slice(hex.length - 2)}`;
		} else if (unit >= 0xd800 && unit <= 0xdfff) {
			const isPair = unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00;
			if (isPair) i += 1;
			else escape = `\\u${unit.toString(16).toUpperCase()}`;
		}
		if (escape === '') continue;
		quoted += text.slice(from, i) + escape;
		from = i + 1;
	}
	return quoted + text.slice(from) + quote;
}
