/** The functions of an image, sorted by address, under the names that their authors gave them. */

import type { LineRow, LineUnit } from './debug-line.ts';
import type { Elf, ElfSymbol } from './elf.ts';
import type { Scope } from './scopes.ts';

export interface CodeFunction {
	readonly address: number;
	readonly size: number;
	readonly name: string;
	/** Where it is declared; empty if in no TypeScript or assembly file. */
	readonly file: string;
	readonly line: number;
}

export function readFunctions(
	elf: Elf,
	units: readonly LineUnit[],
	scopes: ReadonlyMap<number, readonly Scope[]>,
): CodeFunction[] {
	const declarations = new Map<number, { file: string; line: number }>();
	for (const unit of units) {
		for (const row of unit.rows) addFirst(declarations, row);
	}
	for (const unit of units) {
		for (const { ranges, depth, declarationFile, declarationLine } of scopes.get(unit.offset) ??
			[]) {
			const file = unit.files[declarationFile] ?? '';
			if (depth > 0 || file === '') continue;
			for (const [start] of ranges) declarations.set(start, { file, line: declarationLine });
		}
	}
	return [...symbolsByAddress(elf, declarations).values()]
		.sort((a, b) => a.address - b.address)
		.map(({ address, size, name }) => ({
			address,
			size,
			name: displayName(name),
			file: declarations.get(address)?.file ?? '',
			line: declarations.get(address)?.line ?? 0,
		}));
}

function addFirst(declarations: Map<number, { file: string; line: number }>, row: LineRow): void {
	if (row.file !== '' && !declarations.has(row.address)) declarations.set(row.address, row);
}

/** One symbol for each address: functions first, then labels of assembly files. */
function symbolsByAddress(
	elf: Elf,
	declarations: ReadonlyMap<number, unknown>,
): Map<number, ElfSymbol> {
	const found = new Map<number, ElfSymbol>();
	for (const symbol of elf.symbols) {
		if (!symbol.executable || symbol.name === '' || symbol.name.startsWith('$')) continue;
		if (symbol.kind !== 'function' && symbol.kind !== 'label') continue;
		if (symbol.address < elf.code.start || symbol.address >= elf.code.end) continue;
		if (symbol.kind === 'label' && !declarations.has(symbol.address)) continue;
		const known = found.get(symbol.address);
		if (known?.kind === 'function' && (symbol.kind === 'label' || known.size > 0)) continue;
		found.set(symbol.address, symbol);
	}
	return found;
}

/**
 * The TypeScript name of a C symbol: `plic__Plic_0claim` is `Plic.claim`, Porffor's `p12_name` is
 * `name`. What gcc appends to a specialised copy is dropped, and `_as1`, the mark of a handler that
 * takes fewer parameters than its caller gives.
 */
export function displayName(symbol: string): string {
	const plain = symbol.replace(/\.(constprop|part|isra|cold|localalias)\b.*$/, '');
	const ordinary = /^p\d+_(.+)$/.exec(plain)?.[1];
	if (ordinary !== undefined) return decodeOrdinary(ordinary);
	const separator = plain.indexOf('__');
	if (separator <= 0) return plain;
	return plain
		.slice(separator + 2)
		.replace(/_as\d+$/, '')
		.replaceAll('_0', '.');
}

/** Porffor writes a character that C does not allow as `_` and two hexadecimal digits. */
function decodeOrdinary(name: string): string {
	return name.replace(/_([2-7][0-9a-f])/g, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16)),
	);
}
