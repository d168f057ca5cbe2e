/**
 * Makes the table that kernel/trap/backtrace.ts reads: for each code address its function, its
 * TypeScript lines (inlined calls included) and how to find the caller's frame.
 *
 * The image is linked twice, first with an empty table. `.backtrace` lies behind everything else, so
 * that no address changes between the two.
 */

import { readFileSync } from 'node:fs';
import { buildAddressMap } from './address-map.ts';
import { readFrames } from './debug-frame.ts';
import { readLineUnits } from './debug-line.ts';
import { type Elf, readElf } from './elf.ts';
import { FrameStates } from './frame-states.ts';
import { readFunctions } from './functions.ts';
import { Locations } from './locations.ts';
import { printTable } from './print-table.ts';
import { readScopes } from './scopes.ts';
import { StringTable } from './string-table.ts';

/** The assembly of `.backtrace` for a linked image. */
export function backtraceTable(elfPath: string): string {
	return backtraceTableOf(readElf(readFileSync(elfPath)));
}

/** A table without rows, for the first link. */
export function emptyBacktraceTable(): string {
	const code = { start: 0, end: 0 };
	return backtraceTableOf({ section: () => Buffer.alloc(0), symbols: [], code });
}

function backtraceTableOf(elf: Elf): string {
	const { start, end } = elf.code;
	const units = readLineUnits(elf);
	const scopes = readScopes(elf, new Set(units.map(unit => unit.offset)));
	const functions = readFunctions(elf, units, scopes);

	const strings = new StringTable();
	const locations = new Locations(strings);
	const states = new FrameStates();
	const lineRows = units.flatMap(unit =>
		locations.addUnit(unit, scopes.get(unit.offset) ?? [], functions),
	);
	const frameRows = readFrames(elf).map(row => ({
		address: row.address,
		value: states.indexOf(row.state),
	}));
	const functionRows = functions.map(({ address }, index) => ({ address, value: index + 1 }));
	const functionRecords = functions.map(({ name, file, line }) => [
		strings.add(name),
		locations.place(file, line),
	]);
	return printTable({
		start,
		size: end - start,
		functions: buildAddressMap(functionRows, start, end),
		lines: buildAddressMap(lineRows, start, end),
		frames: buildAddressMap(frameRows, start, end),
		functionRecords: [[0, 0], ...functionRecords].flat(),
		locations: locations.records,
		scopeRecords: locations.scopes,
		stateRecords: states.records,
		files: locations.files,
		strings: strings.texts,
	});
}
