/** The last part of a path without its ending. */
const stemOf = (file: string) => (file.split(/[/\\]/).at(-1) ?? file).replace(/\.ts$/, '');

/** Words that C takes for itself, and the names of the prelude. */
const reserved = new Set(
	`auto break case char const continue default do double else enum extern float for goto if inline int long
	register restrict return short signed sizeof static struct switch typedef union unsigned void volatile while
	asm typeof bool string u8 u16 u32 u64 i8 i16 i32 i64 usize isize errno main
	divide remainder checkIndex checkRange POSITION unix linux self`.split(/\s+/),
);

/** What native code itself defines for the compiler's own calls. */
const runtime = new Set(
	'panicMessage panicIndex panicDivision printBegin printText printInteger printEnd'.split(' '),
);

/** What the compiler itself, C's reserved identifiers, and the names that `localName` makes look like. */
const taken = /__|^_t\d|^_unused|^_[A-Z]|_$|^(array|function|slice|divide|remainder)_/;

/** The C name of a parameter, local variable or field: its own, unless C would take it otherwise. */
export function localName(name: string, linkNames: ReadonlySet<string> = new Set()): string {
	const isTaken =
		reserved.has(name) || runtime.has(name) || linkNames.has(name) || taken.test(name);
	return isTaken ? `${name}_` : name;
}

/** Whether a C symbol may be chosen by a program: it is neither a word of C nor like one of ours. */
export const isLinkName = (symbol: string): boolean =>
	/^[A-Za-z_][A-Za-z0-9_]*$/.test(symbol) &&
	(!reserved.has(symbol) || symbol === 'main') &&
	!/[A-Za-z0-9]__/.test(symbol);

/**
 * The C names of module-level things: `<file>__<name>`, where a dot in the name becomes `_0`. Two files
 * of the same name get a number.
 */
export class SymbolNames {
	readonly #stems = new Map<string, string>();
	readonly #taken = new Set<string>();

	symbol(file: string, name: string): string {
		const base = `${this.#stem(file)}__${name.replaceAll('.', '_0').replaceAll(/[^A-Za-z0-9_]/g, '_')}`;
		let symbol = base;
		for (let count = 2; this.#taken.has(symbol); count++) symbol = `${base}_${count}`;
		this.#taken.add(symbol);
		return symbol;
	}

	#stem(file: string): string {
		const known = this.#stems.get(file);
		if (known) return known;
		const base = stemOf(file)
			.replaceAll(/[^A-Za-z0-9]+/g, '_')
			.replace(/^(\d)/, '_$1');
		const used = new Set(this.#stems.values());
		let stem = base;
		for (let count = 2; used.has(stem); count++) stem = `${base}_${count}`;
		this.#stems.set(file, stem);
		return stem;
	}
}
