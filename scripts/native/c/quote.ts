/** A C string literal of a text. */
export const quote = (text: string) => quoteBytes(new TextEncoder().encode(text));

/** A C string literal of exactly these bytes; octal escapes cannot run into what follows. */
export function quoteBytes(bytes: Uint8Array): string {
	let text = '"';
	for (const byte of bytes) {
		const character = String.fromCharCode(byte);
		const isPlain = byte >= 0x20 && byte < 0x7f && !'"\\?'.includes(character);
		text += isPlain ? character : `\\${byte.toString(8).padStart(3, '0')}`;
	}
	return `${text}"`;
}
