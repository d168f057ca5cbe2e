/**
 * The distinct source locations of an image. A location is a line in a scope; a scope is a function
 * and, if it was inlined, the location of the call: a chain that the backtrace prints as frames.
 */

import type { AddressRow } from './address-map.ts';
import type { LineRow, LineUnit } from './debug-line.ts';
import { type CodeFunction, displayName } from './functions.ts';
import type { Scope } from './scopes.ts';
import type { StringTable } from './string-table.ts';

const shift = 2 ** 16;
const mask = shift - 1;

export class Locations {
	/** The scope's index above the line; record 0 is "unknown". */
	readonly records: number[] = [0];
	/** Two words each: name; the call's location above the file's number. */
	readonly scopes: number[] = [0, 0];
	readonly files: number[] = [0];
	private readonly indices = new Map<number, number>();
	private readonly scopeIndices = new Map<string, number>();
	private readonly fileNumbers = new Map<string, number>();
	private readonly strings: StringTable;

	constructor(strings: StringTable) {
		this.strings = strings;
	}

	/** File number and line in one word; 0 if there is no file. */
	place(file: string, line: number): number {
		if (file === '') return 0;
		let number = this.fileNumbers.get(file);
		if (number === undefined) {
			number = this.files.push(this.strings.add(file)) - 1;
			this.fileNumbers.set(file, number);
		}
		return number * shift + Math.min(line, mask);
	}

	/** Rows that map the unit's code to locations. */
	addUnit(
		unit: LineUnit,
		scopes: readonly Scope[],
		functions: readonly CodeFunction[],
	): AddressRow[] {
		const rows: AddressRow[] = [];
		let functionIndex = 0;
		for (const { row, scope } of sweep(unit.rows, scopes)) {
			while ((functions[functionIndex + 1]?.address ?? Infinity) <= row.address) functionIndex++;
			const name = functions[functionIndex]?.name ?? '';
			rows.push({
				address: row.address,
				value: row.line === 0 ? 0 : this.find(unit, row, scope, name),
			});
		}
		return rows;
	}

	private find(unit: LineUnit, row: LineRow, scope: Scope | undefined, name: string): number {
		const inlined = scope && scope.depth > 0 ? scope : undefined;
		const caller = inlined ? this.call(unit, inlined, name) : 0;
		if (row.file === '') return caller;
		return this.intern(inlined ? displayName(inlined.name) : name, row.file, row.line, caller);
	}

	/** The location from which `scope` is called. */
	private call(unit: LineUnit, scope: Scope, name: string): number {
		const row = { address: 0, file: unit.files[scope.callFile] ?? '', line: scope.callLine };
		return this.find(unit, row, scope.parent, name);
	}

	private intern(name: string, file: string, line: number, caller: number): number {
		const place = this.place(file, line);
		const scope = this.internScope(name, Math.floor(place / shift), caller);
		const record = scope * shift + (place & mask);
		const known = this.indices.get(record);
		if (known !== undefined) return known;
		// What no longer fits has no inlined frames and no lines, and nothing else is lost.
		if (this.records.length > mask || scope > mask) return 0;
		this.indices.set(record, this.records.length);
		return this.records.push(record) - 1;
	}

	private internScope(name: string, file: number, caller: number): number {
		const key = `${name} ${file} ${caller}`;
		const known = this.scopeIndices.get(key);
		if (known !== undefined) return known;
		const index = this.scopes.length / 2;
		this.scopeIndices.set(key, index);
		this.scopes.push(this.strings.add(name), caller * shift + file);
		return index;
	}
}

/** The line rows and the scopes' boundaries in order of address, each with the innermost scope. */
function* sweep(
	rows: readonly LineRow[],
	scopes: readonly Scope[],
): Generator<{ row: LineRow; scope: Scope | undefined }> {
	const ends = (row: LineRow) => row.line === 0;
	const lines = [...rows].sort(
		(a, b) => a.address - b.address || Number(ends(b)) - Number(ends(a)),
	);
	const edges = scopes
		.flatMap(scope =>
			scope.ranges.flatMap(([start, end]) => [
				{ address: start, scope, starts: true },
				{ address: end, scope, starts: false },
			]),
		)
		.sort((a, b) => a.address - b.address || Number(a.starts) - Number(b.starts));
	const active: (Scope | undefined)[] = []; // by depth
	const innermost = () => active.findLast(scope => scope !== undefined);
	let current: LineRow = { address: 0, file: '', line: 0 };
	let edge = 0;
	for (const [index, row] of lines.entries()) {
		current = row;
		const next = lines[index + 1]?.address ?? Infinity;
		if (next === row.address) continue;
		let address = row.address;
		for (;;) {
			for (; (edges[edge]?.address ?? Infinity) <= address; edge++) {
				const { scope, starts } = edges[edge] ?? raise();
				if (starts) active[scope.depth] = scope;
				else if (active[scope.depth] === scope) active[scope.depth] = undefined;
			}
			yield { row: { ...current, address }, scope: innermost() };
			address = edges[edge]?.address ?? Infinity;
			if (address >= next) break;
		}
	}
}

function raise(): never {
	throw new Error('There is an edge before the address.');
}
