'use native';

/**
 * What the image knows of its own code: for each address the function, the TypeScript lines and how
 * to find the caller's frame. scripts/image/backtrace-table.ts writes the table, behind the rest of
 * the image, so it may be read at any time and on any hart.
 *
 * An address map has one row where its value changes. A row's key is the low half of the distance to
 * the start of the code; the rows of one 64 KiB block stand together, the first at `firstRows[block]`.
 */

import { symbolAddress } from 'native:link';
import { layout, type Ptr, pointerAt } from 'native:memory';

interface AddressMap {
	firstRows: u32; // of u32, by block, and one more
	keys: u32; // of u16
	values: u32; // of u16; 0 = nothing is known
}

/** The `u32`s but `size` are distances from the table's start. */
interface SymbolTable {
	start: usize; // the first address of code
	size: u32; // of the code in bytes
	functions: AddressMap;
	lines: AddressMap;
	frames: AddressMap;
	functionRecords: u32;
	locations: u32; // of u32: a scope's index above a line
	scopeRecords: u32;
	stateRecords: u32;
	files: u32; // of u32, the files' names
	strings: u32; // each ends with a zero byte
}

interface FunctionRecord {
	name: u32;
	place: u32;
}

/** A function's code: out of line, or where it was inlined. */
interface ScopeRecord {
	name: u32;
	file: u16;
	caller: u16; // the location of the call; 0 = it was not inlined
}

layout<AddressMap>({ firstRows: 0x0, keys: 0x4, values: 0x8 });
layout<SymbolTable>({
	start: 0x0,
	size: 0x8,
	functions: 0xc,
	lines: 0x18,
	frames: 0x24,
	functionRecords: 0x30,
	locations: 0x34,
	scopeRecords: 0x38,
	stateRecords: 0x3c,
	files: 0x40,
	strings: 0x44,
});
layout<FunctionRecord>({ name: 0x0, place: 0x4 });
layout<ScopeRecord>({ name: 0x0, file: 0x4, caller: 0x6 });

/** A place is a file's number above a line; a location is a scope's index above a line. */
const lineBits = 16;
const lineMask = 0xffff;

export function isCode(address: usize): boolean {
	const start = table().start;
	return address >= start && address - start < usize(table().size);
}

/** The function at an address, or 0; the other functions say what it is called and where it is. */
export function functionAt(address: usize): u32 {
	return find(table().functions, address);
}

export function functionName(index: u32): Ptr<u8> {
	return text(functionRecord(index).name);
}

/** 0 if its source is not TypeScript. */
export function functionPlace(index: u32): u32 {
	return functionRecord(index).place;
}

/** The source location of the instruction at an address, or 0. */
export function locationAt(address: usize): u32 {
	return find(table().lines, address);
}

export function locationName(index: u32): Ptr<u8> {
	return text(scopeOf(index).name);
}

export function locationPlace(index: u32): u32 {
	return (u32(scopeOf(index).file) << lineBits) | placeLine(location(index));
}

/** Where the function of this location was inlined, or 0. */
export function locationCaller(index: u32): u32 {
	return u32(scopeOf(index).caller);
}

export function placeFile(place: u32): Ptr<u8> {
	return text(words(table().files)[place >> lineBits]);
}

/** The file's number alone: equal for all places in one file. */
export function placeFileNumber(place: u32): u32 {
	return place >> lineBits;
}

export function placeLine(place: u32): u32 {
	return place & lineMask;
}

/** How to find the caller's frame from an address: see kernel/trap/unwind.ts. */
export function frameStateAt(address: usize): u32 {
	return words(table().stateRecords)[find(table().frames, address)];
}

function find(map: AddressMap, address: usize): u32 {
	if (!isCode(address)) return 0;
	const distance = u32(address - table().start);
	const block = distance >> 16;
	const key = distance & 0xffff;
	const keys = halves(map.keys);
	let low = words(map.firstRows)[block];
	let high = words(map.firstRows)[block + 1];
	while (low < high) {
		const middle = (low + high) / 2;
		if (u32(keys[middle]) <= key) low = middle + 1;
		else high = middle;
	}
	// Row 0 is at distance 0, so there is always a row before `low`.
	return u32(halves(map.values)[low - 1]);
}

function table(): Ptr<SymbolTable> {
	return pointerAt<SymbolTable>(symbolAddress('backtraceTable'));
}

function functionRecord(index: u32): Ptr<FunctionRecord> {
	return pointerAt<FunctionRecord>(addressOfRecord(table().functionRecords, index * 8));
}

function location(index: u32): u32 {
	return words(table().locations)[index];
}

function scopeOf(index: u32): Ptr<ScopeRecord> {
	const scope = location(index) >> lineBits;
	return pointerAt<ScopeRecord>(addressOfRecord(table().scopeRecords, scope * 8));
}

function text(position: u32): Ptr<u8> {
	return pointerAt<u8>(addressOfRecord(table().strings, position));
}

function words(position: u32): Ptr<u32> {
	return pointerAt<u32>(addressOfRecord(position, 0));
}

function halves(position: u32): Ptr<u16> {
	return pointerAt<u16>(addressOfRecord(position, 0));
}

function addressOfRecord(position: u32, distance: u32): usize {
	return symbolAddress('backtraceTable') + usize(position) + usize(distance);
}
