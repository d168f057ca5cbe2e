/** Reads from an ELF image what the front door must know: where the image ends in memory. */

import { closeSync, openSync, readSync } from 'node:fs';

const loadable = 1; // PT_LOAD

/** The first address behind everything that the image occupies. 64-bit little-endian ELF only. */
export function imageEnd(path: string): bigint {
	const file = openSync(path, 'r');
	try {
		const header = Buffer.alloc(64);
		readSync(file, header, 0, header.length, 0);
		if (header.readUInt32BE(0) !== 0x7f45_4c46) throw new Error(`${path} is not an ELF file.`);
		const entrySize = header.readUInt16LE(0x36);
		const table = Buffer.alloc(entrySize * header.readUInt16LE(0x38));
		readSync(file, table, 0, table.length, Number(header.readBigUInt64LE(0x20)));

		let end = 0n;
		for (let at = 0; at < table.length; at += entrySize) {
			if (table.readUInt32LE(at) !== loadable) continue;
			const segmentEnd = table.readBigUInt64LE(at + 0x18) + table.readBigUInt64LE(at + 0x28);
			if (segmentEnd > end) end = segmentEnd;
		}
		return end;
	} finally {
		closeSync(file);
	}
}
