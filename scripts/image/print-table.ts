/** Prints the table as assembly. Its layout is that of `BacktraceTable` in kernel/trap/backtrace.ts. */

import type { AddressMap } from './address-map.ts';

export interface Table {
	readonly start: number; // the first address of code
	readonly size: number; // of the code in bytes
	readonly functions: AddressMap; // to function records
	readonly lines: AddressMap; // to locations
	readonly frames: AddressMap; // to frame states
	readonly functionRecords: readonly number[]; // name, place
	readonly locations: readonly number[]; // a scope's index above a line
	readonly scopeRecords: readonly number[]; // name, caller above file
	readonly stateRecords: readonly number[];
	readonly files: readonly number[]; // names
	readonly strings: readonly string[];
}

const mapNames = ['functions', 'lines', 'frames'] as const;
const recordNames = [
	'functionRecords',
	'locations',
	'scopeRecords',
	'stateRecords',
	'files',
] as const;

export function printTable(table: Table): string {
	const offsets = [
		...mapNames.flatMap(name => [`.L${name}FirstRows`, `.L${name}Keys`, `.L${name}Values`]),
		...recordNames.map(name => `.L${name}`),
		'.Lstrings',
	].map(label => `\t.word ${label} - backtraceTable`);
	return [
		'\t.section .backtrace, "a"',
		'\t.balign 8',
		'\t.globl backtraceTable',
		'backtraceTable:',
		`\t.dword ${hex(table.start)}`,
		`\t.word ${table.size}`,
		...offsets,
		...mapNames.flatMap(name => [
			...block(`.L${name}FirstRows`, '.word', table[name].firstRows),
			...block(`.L${name}Keys`, '.half', table[name].keys),
			...block(`.L${name}Values`, '.half', table[name].values),
		]),
		...recordNames.flatMap(name => block(`.L${name}`, '.word', table[name])),
		'.Lstrings:',
		...table.strings.map(text => `\t.string ${quote(text)}`),
		'\t.balign 8',
		'',
	].join('\n');
}

function block(label: string, directive: string, numbers: readonly number[]): string[] {
	const lines = ['\t.balign 4', `${label}:`];
	for (let at = 0; at < numbers.length; at += 16) {
		lines.push(
			`\t${directive} ${numbers
				.slice(at, at + 16)
				.map(hex)
				.join(',')}`,
		);
	}
	return lines;
}

function hex(value: number): string {
	return `0x${value.toString(16)}`;
}

/** A string of printable ASCII; every other byte is written in octal. */
function quote(text: string): string {
	const bytes = [...Buffer.from(text)].map(byte =>
		byte < 0x20 || byte > 0x7e || byte === 0x22 || byte === 0x5c
			? `\\${byte.toString(8).padStart(3, '0')}`
			: String.fromCharCode(byte),
	);
	return `"${bytes.join('')}"`;
}
