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

interface Declaration {
	readonly file: string;
	readonly line: number;
}

/** The end of the name of a handler that takes fewer parameters than its caller gives. */
const adapter = /__as\d+$/;

export function readFunctions(
	elf: Elf,
	units: readonly LineUnit[],
	scopes: ReadonlyMap<number, readonly Scope[]>,
): CodeFunction[] {
	const declarations = new Map<number, Declaration>();
	for (const unit of units) {
		for (const row of unit.rows) addFirst(declarations, row);
	}
	const byName = new Map<string, Declaration>();
	for (const unit of units) {
		for (const scope of scopes.get(unit.offset) ?? []) {
			const file = unit.files[scope.declarationFile] ?? '';
			if (file !== '') byName.set(scope.name, { file, line: scope.declarationLine });
		}
	}
	for (const { name, depth, ranges } of [...scopes.values()].flat()) {
		const declaration = byName.get(name.replace(adapter, ''));
		if (depth > 0 || declaration === undefined) continue;
		for (const [start] of ranges) declarations.set(start, declaration);
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

function addFirst(declarations: Map<number, Declaration>, row: LineRow): void {
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
 * `name`. What gcc appends to a specialised copy is dropped, and so is the mark of an adapter.
 */
export function displayName(symbol: string): string {
	const plain = symbol.replace(/\.(constprop|part|isra|cold|localalias)\b.*$/, '');
	const ordinary = /^p\d+_(.+)$/.exec(plain)?.[1];
	if (ordinary !== undefined) return decodeOrdinary(ordinary);
	const separator = plain.indexOf('__');
	if (separator <= 0) return plain;
	return plain
		.slice(separator + 2)
		.replace(adapter, '')
		.replaceAll('_0', '.');
}

/** Porffor writes `#` and `$` as `_23` and `_24`. */
function decodeOrdinary(name: string): string {
	return name.replace(/_23(?=[A-Za-z_])/g, '#').replace(/_24(?=[A-Za-z_])/g, '$');
}
