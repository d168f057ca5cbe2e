/** Sections and symbols of a linked 64-bit little-endian ELF file. */

import { textAt } from './byte-reader.ts';

export interface ElfSymbol {
	readonly name: string;
	readonly address: number;
	readonly size: number;
	readonly kind: 'function' | 'object' | 'label' | 'other';
	readonly global: boolean;
	readonly executable: boolean; // lies in a section that holds instructions
}

export interface Elf {
	/** The bytes of a section; empty if there is none of that name. */
	section(name: string): Buffer;
	readonly symbols: readonly ElfSymbol[];
	/** From the first symbol of code to the end of the last. What was discarded lies outside. */
	readonly code: CodeRange;
}

export interface CodeRange {
	readonly start: number;
	readonly end: number;
}

interface Section {
	readonly name: number;
	readonly type: number;
	readonly flags: number;
	readonly address: number;
	readonly bytes: Buffer;
	readonly link: number;
}

const symbolTable = 2; // SHT_SYMTAB
const withoutBytes = 8; // SHT_NOBITS
const allocatedFlag = 2; // SHF_ALLOC
const executableFlag = 4; // SHF_EXECINSTR
const symbolKinds = ['label', 'object', 'function'] as const; // STT_NOTYPE, STT_OBJECT, STT_FUNC

export function readElf(bytes: Buffer): Elf {
	if (bytes.readUInt32BE(0) !== 0x7f45_4c46 || bytes[4] !== 2 || bytes[5] !== 1) {
		throw new Error('The image is not a 64-bit little-endian ELF file.');
	}
	const sections = readSections(bytes);
	const names = sections[bytes.readUInt16LE(0x3e)]?.bytes ?? Buffer.alloc(0);
	const byName = new Map(sections.map(section => [textAt(names, section.name), section.bytes]));
	const symbols = readSymbols(sections);
	return { section: name => byName.get(name) ?? Buffer.alloc(0), symbols, code: codeOf(symbols) };
}

function codeOf(symbols: readonly ElfSymbol[]): CodeRange {
	const inCode = symbols.filter(symbol => symbol.executable);
	if (inCode.length === 0) return { start: 0, end: 0 };
	return {
		start: inCode.reduce((first, { address }) => Math.min(first, address), Infinity),
		end: inCode.reduce((last, { address, size }) => Math.max(last, address + size), 0),
	};
}

function readSections(bytes: Buffer): Section[] {
	const start = Number(bytes.readBigUInt64LE(0x28));
	const entrySize = bytes.readUInt16LE(0x3a);
	const count = bytes.readUInt16LE(0x3c);
	return Array.from({ length: count }, (_, index) => {
		const header = start + index * entrySize;
		const type = bytes.readUInt32LE(header + 4);
		const offset = Number(bytes.readBigUInt64LE(header + 0x18));
		const size = type === withoutBytes ? 0 : Number(bytes.readBigUInt64LE(header + 0x20));
		return {
			name: bytes.readUInt32LE(header),
			type,
			flags: Number(bytes.readBigUInt64LE(header + 8)),
			address: Number(bytes.readBigUInt64LE(header + 0x10)),
			bytes: bytes.subarray(offset, offset + size),
			link: bytes.readUInt32LE(header + 0x28),
		};
	});
}

function readSymbols(sections: readonly Section[]): ElfSymbol[] {
	const table = sections.find(section => section.type === symbolTable);
	const names = table && sections[table.link]?.bytes;
	if (!table || !names) return [];
	const symbols: ElfSymbol[] = [];
	for (let at = 0; at < table.bytes.length; at += 24) {
		const info = table.bytes.readUInt8(at + 4);
		const section = sections[table.bytes.readUInt16LE(at + 6)];
		symbols.push({
			name: textAt(names, table.bytes.readUInt32LE(at)),
			address: Number(table.bytes.readBigUInt64LE(at + 8)),
			size: Number(table.bytes.readBigUInt64LE(at + 16)),
			kind: symbolKinds[info & 0xf] ?? 'other',
			global: info >> 4 !== 0,
			executable: ((section?.flags ?? 0) & executableFlag) !== 0,
		});
	}
	return symbols;
}

/** Reads signed 32-bit words of what the image loads, by their address. */
export function wordReader(bytes: Buffer): (address: number) => number | undefined {
	const loaded = readSections(bytes).filter(({ flags }) => (flags & allocatedFlag) !== 0);
	return address => {
		const home = loaded.find(
			section =>
				address >= section.address && address + 4 <= section.address + section.bytes.length,
		);
		return home?.bytes.readInt32LE(address - home.address);
	};
}
