/**
 * Reads the entries of .debug_info, of version 5 only.
 *
 * [DWARF] "The Debugging Information Entry (DIE)", "Attribute Encodings".
 */

import { ByteReader, textAt } from './byte-reader.ts';
import type { Elf } from './elf.ts';

export type Attributes = ReadonlyMap<number, number | string>;

export interface Entry {
	readonly tag: number;
	readonly attributes: Attributes;
	readonly children: Entry[];
}

interface Abbreviation {
	readonly tag: number;
	readonly hasChildren: boolean;
	readonly attributes: readonly (readonly [name: number, form: number, constant: number])[];
}

/** DW_AT_… */
export const attribute = {
	name: 0x03,
	stmtList: 0x10,
	lowPc: 0x11,
	highPc: 0x12,
	abstractOrigin: 0x31,
	declarationFile: 0x3a,
	declarationLine: 0x3b,
	specification: 0x47,
	ranges: 0x55,
	callFile: 0x58,
	callLine: 0x59,
};
const wanted = new Set(Object.values(attribute));

/** The entries of one compilation unit. */
export class Unit {
	readonly root: Entry | undefined;
	readonly byOffset = new Map<number, Entry>();
	private readonly elf: Elf;
	private readonly reader: ByteReader;
	private readonly offset: number;
	private readonly abbreviations: Map<number, Abbreviation>;
	private rootHasChildren = false;

	/** `reader` stands behind the unit's header. */
	constructor(elf: Elf, reader: ByteReader, offset: number, abbreviationsOffset: number) {
		this.elf = elf;
		this.reader = reader;
		this.offset = offset;
		this.abbreviations = readAbbreviations(elf.section('.debug_abbrev'), abbreviationsOffset);
		const root = this.next();
		this.root = root?.entry;
		this.rootHasChildren = root?.hasChildren ?? false;
	}

	/** Reads everything below the root; until then there is only the root. */
	readAll(): void {
		if (this.root && this.rootHasChildren) this.readChildren(this.root);
		this.rootHasChildren = false;
	}

	/** An attribute of the entry, or of the one that it is an instance of. */
	find(entry: Entry, name: number): number | string | undefined {
		const own = entry.attributes.get(name);
		if (own !== undefined) return own;
		const origin =
			entry.attributes.get(attribute.abstractOrigin) ??
			entry.attributes.get(attribute.specification);
		const target = typeof origin === 'number' ? this.byOffset.get(origin) : undefined;
		return target && this.find(target, name);
	}

	private next(): { entry: Entry; hasChildren: boolean } | undefined {
		const offset = this.reader.position;
		const abbreviation = this.abbreviations.get(this.reader.uleb());
		if (!abbreviation) return undefined;
		const attributes = new Map<number, number | string>();
		for (const [name, form, constant] of abbreviation.attributes) {
			const keep = wanted.has(name);
			const value = form === 0x21 ? constant : this.readForm(form, keep);
			if (keep) attributes.set(name, value);
		}
		const entry: Entry = { tag: abbreviation.tag, attributes, children: [] };
		this.byOffset.set(offset, entry);
		return { entry, hasChildren: abbreviation.hasChildren };
	}

	private readChildren(parent: Entry): void {
		for (;;) {
			const child = this.next();
			if (!child) return;
			parent.children.push(child.entry);
			if (child.hasChildren) this.readChildren(child.entry);
		}
	}

	/** [DWARF] "Attribute Encodings". */
	private readForm(form: number, keep: boolean): number | string {
		const reader = this.reader;
		switch (form) {
			case 0x01: // addr
			case 0x07: // data8
			case 0x14: // ref8
			case 0x20: // ref_sig8
				return reader.u64();
			case 0x03: // block2
				reader.skip(reader.u16());
				return 0;
			case 0x04: // block4
				reader.skip(reader.u32());
				return 0;
			case 0x05: // data2
				return reader.u16();
			case 0x12: // ref2
				return reader.u16() + this.offset;
			case 0x06: // data4
			case 0x17: // sec_offset
				return reader.u32();
			case 0x10: // ref_addr
				return reader.u32();
			case 0x13: // ref4
				return reader.u32() + this.offset;
			case 0x08: // string
				return reader.text();
			case 0x0e: // strp
				return this.readText('.debug_str', keep);
			case 0x1f: // line_strp
				return this.readText('.debug_line_str', keep);
			case 0x09: // block
			case 0x18: // exprloc
				reader.skip(reader.uleb());
				return 0;
			case 0x0a: // block1
				reader.skip(reader.u8());
				return 0;
			case 0x0b: // data1
			case 0x0c: // flag
				return reader.u8();
			case 0x11: // ref1
				return reader.u8() + this.offset;
			case 0x0d: // sdata
				return reader.sleb();
			case 0x0f: // udata
				return reader.uleb();
			case 0x15: // ref_udata
				return reader.uleb() + this.offset;
			case 0x19: // flag_present
				return 1;
			case 0x1e: // data16
				reader.skip(16);
				return 0;
			default:
				throw new Error(`.debug_info has form 0x${form.toString(16)}.`);
		}
	}

	private readText(section: string, keep: boolean): string {
		const position = this.reader.u32();
		return keep ? textAt(this.elf.section(section), position) : '';
	}
}

function readAbbreviations(section: Buffer, offset: number): Map<number, Abbreviation> {
	const table = new Map<number, Abbreviation>();
	const reader = new ByteReader(section, offset);
	for (let code = reader.uleb(); code !== 0; code = reader.uleb()) {
		const tag = reader.uleb();
		const hasChildren = reader.u8() === 1;
		const attributes: [number, number, number][] = [];
		for (;;) {
			const name = reader.uleb();
			const form = reader.uleb();
			const constant = form === 0x21 ? reader.sleb() : 0; // DW_FORM_implicit_const
			if (name === 0 && form === 0) break;
			attributes.push([name, form, constant]);
		}
		table.set(code, { tag, hasChildren, attributes });
	}
	return table;
}
