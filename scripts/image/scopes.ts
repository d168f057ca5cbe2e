/**
 * Finds which functions the compiler inlined where, so that a backtrace can name them.
 *
 * [DWARF] "Inlinable and Inlined Subroutines", "Non-Contiguous Address Ranges".
 */

import { ByteReader } from './byte-reader.ts';
import { attribute, type Entry, Unit } from './debug-info.ts';
import type { Elf } from './elf.ts';

/** A function's code: out of line (`callLine` 0), or inlined into another scope. */
export interface Scope {
	readonly name: string; // C identifier
	readonly depth: number; // 0 = out of line
	readonly parent: Scope | undefined;
	readonly callFile: number; // as in the unit's line table
	readonly callLine: number;
	readonly declarationFile: number;
	readonly declarationLine: number;
	readonly ranges: readonly (readonly [start: number, end: number])[];
}

const subprogram = 0x2e; // DW_TAG_subprogram
const inlined = 0x1d; // DW_TAG_inlined_subroutine

/** The scopes of each unit whose line table is one of `lineTables`, by that table's offset. */
export function readScopes(elf: Elf, lineTables: ReadonlySet<number>): Map<number, Scope[]> {
	const info = elf.section('.debug_info');
	const scopes = new Map<number, Scope[]>();
	for (let offset = 0; offset < info.length; ) {
		const end = offset + 4 + info.readUInt32LE(offset);
		const reader = new ByteReader(info.subarray(0, end), offset + 4);
		if (reader.u16() === 5 && reader.u8() === 1) {
			reader.skip(1); // size of an address
			const unit = new Unit(elf, reader, offset, reader.u32());
			const lines = unit.root?.attributes.get(attribute.stmtList);
			if (typeof lines === 'number' && lineTables.has(lines)) {
				unit.readAll();
				scopes.set(lines, collectScopes(elf, unit));
			}
		}
		offset = end;
	}
	return scopes;
}

function collectScopes(elf: Elf, unit: Unit): Scope[] {
	const scopes: Scope[] = [];
	const base = Number(unit.root?.attributes.get(attribute.lowPc) ?? 0);
	const visit = (entry: Entry, parent: Scope | undefined) => {
		let inner = parent;
		const isCode = entry.tag === subprogram || entry.tag === inlined;
		const ranges = (isCode ? rangesOf(elf, entry, base) : []).filter(
			([start, end]) => start >= elf.code.start && start < end,
		);
		if (ranges.length > 0) {
			inner = {
				name: String(unit.find(entry, attribute.name) ?? ''),
				depth: parent ? parent.depth + 1 : 0,
				parent,
				callFile: Number(entry.attributes.get(attribute.callFile) ?? 0),
				callLine: Number(entry.attributes.get(attribute.callLine) ?? 0),
				declarationFile: Number(unit.find(entry, attribute.declarationFile) ?? 0),
				declarationLine: Number(unit.find(entry, attribute.declarationLine) ?? 0),
				ranges,
			};
			scopes.push(inner);
		}
		for (const child of entry.children) visit(child, inner);
	};
	for (const child of unit.root?.children ?? []) visit(child, undefined);
	return scopes;
}

function rangesOf(elf: Elf, entry: Entry, base: number): [number, number][] {
	const low = entry.attributes.get(attribute.lowPc);
	const length = entry.attributes.get(attribute.highPc);
	if (typeof low === 'number' && typeof length === 'number') return [[low, low + length]];
	const list = entry.attributes.get(attribute.ranges);
	return typeof list === 'number' ? readRanges(elf, list, base) : [];
}

function readRanges(elf: Elf, offset: number, unitBase: number): [number, number][] {
	const reader = new ByteReader(elf.section('.debug_rnglists'), offset);
	const ranges: [number, number][] = [];
	let base = unitBase;
	for (;;) {
		switch (reader.u8()) {
			case 4: // DW_RLE_offset_pair
				ranges.push([base + reader.uleb(), base + reader.uleb()]);
				break;
			case 5: // DW_RLE_base_address
				base = reader.u64();
				break;
			case 6: // DW_RLE_start_end
				ranges.push([reader.u64(), reader.u64()]);
				break;
			case 7: {
				const start = reader.u64(); // DW_RLE_start_length
				ranges.push([start, start + reader.uleb()]);
				break;
			}
			default:
				return ranges;
		}
	}
}
