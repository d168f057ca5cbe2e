/**
 * Reads .debug_line: which source line each instruction comes from. Only TypeScript and assembly
 * files count; a unit without any (the C library, ordinary code) is skipped unread.
 *
 * [DWARF] "Line Number Information".
 */

import { ByteReader, textAt } from './byte-reader.ts';
import type { CodeRange, Elf } from './elf.ts';

export interface LineRow {
	readonly address: number;
	/** Empty where the instructions from `address` on belong to no file that counts. */
	readonly file: string;
	readonly line: number;
}

export interface LineUnit {
	readonly offset: number; // DW_AT_stmt_list of the compilation unit
	readonly files: readonly string[]; // by file number; empty for a file that does not count
	readonly rows: readonly LineRow[];
}

export function readLineUnits(elf: Elf): LineUnit[] {
	const units: LineUnit[] = [];
	const section = elf.section('.debug_line');
	for (let offset = 0; offset < section.length; ) {
		const end = offset + 4 + section.readUInt32LE(offset);
		const reader = new ByteReader(section.subarray(0, end), offset + 4);
		const header = readHeader(reader, elf);
		if (header.files.some(file => file !== '')) {
			units.push({ offset, files: header.files, rows: runProgram(reader, header, elf.code) });
		}
		offset = end;
	}
	return units;
}

interface Header {
	readonly start: number; // of the program
	readonly minimumLength: number;
	readonly lineBase: number;
	readonly lineRange: number;
	readonly operandCounts: readonly number[]; // of the standard opcodes
	readonly files: readonly string[];
}

function readHeader(reader: ByteReader, elf: Elf): Header {
	const version = reader.u16();
	if (version >= 5) reader.skip(2); // sizes of an address and of a segment selector
	const headerLength = reader.u32();
	const start = reader.position + headerLength;
	const minimumLength = reader.u8();
	if (version >= 4) reader.skip(1); // operations per instruction
	reader.skip(1); // default_is_stmt
	const lineBase = reader.i8();
	const lineRange = reader.u8();
	const operandCounts = Array.from({ length: reader.u8() - 1 }, () => reader.u8());
	const files = version >= 5 ? readFiles(reader, elf) : readOldFiles(reader);
	return { start, minimumLength, lineBase, lineRange, operandCounts, files };
}

/** Version 5: both tables describe their own format; directory 0 is where the compiler ran. */
function readFiles(reader: ByteReader, elf: Elf): string[] {
	const directories = readEntries(reader, elf);
	return readEntries(reader, elf).map(entry =>
		sourceFile(entry.directory === 0 ? '' : (directories[entry.directory]?.path ?? ''), entry.path),
	);
}

function readEntries(reader: ByteReader, elf: Elf): { path: string; directory: number }[] {
	const formats = Array.from(
		{ length: reader.u8() },
		() => [reader.uleb(), reader.uleb()] as const,
	);
	return Array.from({ length: reader.uleb() }, () => {
		const entry = { path: '', directory: 0 };
		for (const [content, form] of formats) {
			const value = readForm(reader, form, elf);
			if (content === 1) entry.path = String(value);
			if (content === 2) entry.directory = Number(value);
		}
		return entry;
	});
}

function readForm(reader: ByteReader, form: number, elf: Elf): string | number {
	switch (form) {
		case 0x08: // DW_FORM_string
			return reader.text();
		case 0x0e: // DW_FORM_strp
			return textAt(elf.section('.debug_str'), reader.u32());
		case 0x1f: // DW_FORM_line_strp
			return textAt(elf.section('.debug_line_str'), reader.u32());
		case 0x0b: // DW_FORM_data1
			return reader.u8();
		case 0x05: // DW_FORM_data2
			return reader.u16();
		case 0x0f: // DW_FORM_udata
			return reader.uleb();
		case 0x1e: // DW_FORM_data16, a checksum
			reader.skip(16);
			return 0;
		default:
			throw new Error(`.debug_line has form 0x${form.toString(16)} in its file table.`);
	}
}

/** Versions 2 to 4: lists ended by an empty entry; files count from 1. */
function readOldFiles(reader: ByteReader): string[] {
	const directories = [''];
	for (let path = reader.text(); path !== ''; path = reader.text()) directories.push(path);
	const files = [''];
	for (let path = reader.text(); path !== ''; path = reader.text()) {
		files.push(sourceFile(directories[reader.uleb()] ?? '', path));
		reader.uleb(); // modification time
		reader.uleb(); // length
	}
	return files;
}

function sourceFile(directory: string, path: string): string {
	if (!/\.(ts|S)$/.test(path)) return '';
	return directory === '' || path.startsWith('/') ? path : `${directory}/${path}`;
}

function runProgram(reader: ByteReader, header: Header, code: CodeRange): LineRow[] {
	const rows: LineRow[] = [];
	const opcodeBase = header.operandCounts.length + 1;
	let address = 0;
	let file = 1;
	let line = 1;
	const row = (ended: boolean) => {
		if (address < code.start || address > code.end) return;
		rows.push({ address, file: ended ? '' : (header.files[file] ?? ''), line: ended ? 0 : line });
	};
	reader.position = header.start;
	while (reader.position < reader.bytes.length) {
		const opcode = reader.u8();
		if (opcode >= opcodeBase) {
			const step = opcode - opcodeBase;
			address += Math.floor(step / header.lineRange) * header.minimumLength;
			line += header.lineBase + (step % header.lineRange);
			row(false);
			continue;
		}
		switch (opcode) {
			case 0: {
				const length = reader.uleb();
				const next = reader.position + length;
				const extended = reader.u8();
				if (extended === 1) {
					row(true); // DW_LNE_end_sequence
					address = 0;
					file = 1;
					line = 1;
				} else if (extended === 2) {
					address = reader.unsigned(length - 1); // DW_LNE_set_address
				}
				reader.position = next;
				break;
			}
			case 1: // DW_LNS_copy
				row(false);
				break;
			case 2: // DW_LNS_advance_pc
				address += reader.uleb() * header.minimumLength;
				break;
			case 3: // DW_LNS_advance_line
				line += reader.sleb();
				break;
			case 4: // DW_LNS_set_file
				file = reader.uleb();
				break;
			case 8: // DW_LNS_const_add_pc
				address += Math.floor((255 - opcodeBase) / header.lineRange) * header.minimumLength;
				break;
			case 9: // DW_LNS_fixed_advance_pc
				address += reader.u16();
				break;
			default:
				for (let skip = header.operandCounts[opcode - 1] ?? 0; skip > 0; skip--) reader.uleb();
		}
	}
	return rows;
}
