declare module 'native:format' {
	/**
	 * Writes a line of text, or a part of one, to the console in one piece. The template is a literal; each `{…}` in it
	 * stands for the next value, and `{{` for a brace.
	 *
	 * | | |
	 * |---|---|
	 * | `{}` | an integer in decimal, `true` or `false`, a text or a slice of bytes, the name of an enum's member, a pointer as `0x…` |
	 * | `{:x}` `{:o}` `{:b}` | an integer in base 16, 8 or 2, of its own width: `u8(-1)` is `ff` |
	 * | `{:8}` `{:08x}` | at least eight characters, with spaces or zeros on the left |
	 */
	export function print(
		template: string,
		...values: readonly (number | boolean | string | object | null)[]
	): void;
}
