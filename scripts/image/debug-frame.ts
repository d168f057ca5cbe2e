/**
 * Reads .debug_frame: how to find the caller's frame from each instruction. Of all registers only
 * `sp` (as the frame's address), `ra` and `s0` (which may hold the frame's address) are followed.
 *
 * [DWARF] "Call Frame Information".
 */

import { ByteReader } from './byte-reader.ts';
import type { Elf } from './elf.ts';

/** Where a register's value of the caller lies: `undefined` = still in the register. */
type Saved = number | 'lost' | undefined; // a number is relative to the frame's address

export interface FrameState {
	readonly base: 'sp' | 's0' | 'unknown';
	readonly offset: number; // frame address - base
	readonly ra: Saved;
	readonly s0: Saved;
	/** A trap made the frame (`.cfi_signal_frame`): the interrupted code is found in CSRs. */
	readonly trap: boolean;
}

export interface FrameRow {
	readonly address: number;
	readonly state: FrameState | undefined; // undefined: nothing is known from `address` on
}

interface CommonEntry {
	readonly codeAlignment: number;
	readonly dataAlignment: number;
	readonly initial: FrameState;
}

const raNumber = 1;
const spNumber = 2;
const s0Number = 8;

export function readFrames(elf: Elf): FrameRow[] {
	const section = elf.section('.debug_frame');
	const entries = new Map<number, CommonEntry>();
	const rows: FrameRow[] = [];
	for (let offset = 0; offset < section.length; ) {
		const end = offset + 4 + section.readUInt32LE(offset);
		const reader = new ByteReader(section.subarray(0, end), offset + 4);
		const common = reader.u32();
		if (common === 0xffff_ffff) {
			entries.set(offset, readCommonEntry(reader));
		} else {
			const entry = entries.get(common);
			if (!entry) throw new Error(`.debug_frame has no entry at 0x${common.toString(16)}.`);
			const start = reader.u64();
			const length = reader.u64();
			run(reader, entry, entry.initial, start, rows);
			rows.push({ address: start + length, state: undefined });
		}
		offset = end;
	}
	return rows;
}

function readCommonEntry(reader: ByteReader): CommonEntry {
	const version = reader.u8();
	const augmentation = reader.text();
	if (version >= 4) reader.skip(2); // sizes of an address and of a segment selector
	const codeAlignment = reader.uleb();
	const dataAlignment = reader.sleb();
	reader.uleb(); // the return address column, ra
	const trap = augmentation.includes('S');
	const empty: FrameState = { base: 'sp', offset: 0, ra: undefined, s0: undefined, trap };
	const entry = { codeAlignment, dataAlignment, initial: empty };
	return { ...entry, initial: run(reader, entry, empty, 0, []) };
}

/** Runs the instructions up to the entry's end; adds a row where the state changes. */
function run(
	reader: ByteReader,
	entry: CommonEntry,
	initial: FrameState,
	start: number,
	rows: FrameRow[],
): FrameState {
	const remembered: FrameState[] = [];
	let state = initial;
	let address = start;
	const advance = (delta: number) => {
		if (delta > 0) rows.push({ address, state });
		address += delta * entry.codeAlignment;
	};
	const save = (register: number, where: Saved) => {
		if (register === raNumber) state = { ...state, ra: where };
		if (register === s0Number) state = { ...state, s0: where };
	};
	const based = (register: number, offset: number) => {
		const base = register === spNumber ? 'sp' : register === s0Number ? 's0' : 'unknown';
		state = { ...state, base, offset };
	};
	const restore = (register: number) =>
		save(register, register === raNumber ? entry.initial.ra : entry.initial.s0);
	while (reader.position < reader.bytes.length) {
		const opcode = reader.u8();
		const low = opcode & 0x3f;
		switch (opcode >> 6) {
			case 1: // DW_CFA_advance_loc
				advance(low);
				continue;
			case 2: // DW_CFA_offset
				save(low, reader.uleb() * entry.dataAlignment);
				continue;
			case 3: // DW_CFA_restore
				restore(low);
				continue;
		}
		switch (opcode) {
			case 0x00: // DW_CFA_nop
				break;
			case 0x01: // DW_CFA_set_loc
				advance((reader.u64() - address) / entry.codeAlignment);
				break;
			case 0x02: // DW_CFA_advance_loc1, 2, 4
				advance(reader.u8());
				break;
			case 0x03:
				advance(reader.u16());
				break;
			case 0x04:
				advance(reader.u32());
				break;
			case 0x05: // DW_CFA_offset_extended
				save(reader.uleb(), reader.uleb() * entry.dataAlignment);
				break;
			case 0x06: // DW_CFA_restore_extended
				restore(reader.uleb());
				break;
			case 0x07: // DW_CFA_undefined
				save(reader.uleb(), 'lost');
				break;
			case 0x08: // DW_CFA_same_value
				save(reader.uleb(), undefined);
				break;
			case 0x09: // DW_CFA_register
				save(reader.uleb(), 'lost');
				reader.uleb();
				break;
			case 0x0a: // DW_CFA_remember_state
				remembered.push(state);
				break;
			case 0x0b: // DW_CFA_restore_state
				state = remembered.pop() ?? state;
				break;
			case 0x0c: // DW_CFA_def_cfa
				based(reader.uleb(), reader.uleb());
				break;
			case 0x0d: // DW_CFA_def_cfa_register
				based(reader.uleb(), state.offset);
				break;
			case 0x0e: // DW_CFA_def_cfa_offset
				state = { ...state, offset: reader.uleb() };
				break;
			case 0x0f: // DW_CFA_def_cfa_expression
				state = { ...state, base: 'unknown' };
				reader.skip(reader.uleb());
				break;
			case 0x10: // DW_CFA_expression, DW_CFA_val_expression
			case 0x16:
				save(reader.uleb(), 'lost');
				reader.skip(reader.uleb());
				break;
			case 0x11: // DW_CFA_offset_extended_sf
				save(reader.uleb(), reader.sleb() * entry.dataAlignment);
				break;
			case 0x12: // DW_CFA_def_cfa_sf
				based(reader.uleb(), reader.sleb() * entry.dataAlignment);
				break;
			case 0x13: // DW_CFA_def_cfa_offset_sf
				state = { ...state, offset: reader.sleb() * entry.dataAlignment };
				break;
			case 0x2e: // DW_CFA_GNU_args_size
				reader.uleb();
				break;
			default:
				throw new Error(`.debug_frame has instruction 0x${opcode.toString(16)}.`);
		}
	}
	rows.push({ address, state });
	return state;
}
