/** An image as the counting sees it: where its functions lie, and what its instructions are. */

import { readFileSync } from 'node:fs';
import { type Elf, readElf } from '../scripts/image/elf.ts';
import { displayName } from '../scripts/image/functions.ts';

export interface CodeRange {
	readonly start: number;
	readonly end: number;
}

export class Program {
	private readonly elf: Elf;
	private readonly bytes: Buffer;

	constructor(path: string) {
		this.bytes = readFileSync(path);
		this.elf = readElf(this.bytes);
	}

	/** The address of a label of boot/*.S. */
	label(name: string): number {
		const symbol = this.elf.symbols.find(candidate => candidate.name === name);
		if (!symbol) throw new Error(`The image has no symbol '${name}'.`);
		return symbol.address;
	}

	/** A function by its TypeScript or C name, as a backtrace shows it. */
	function(name: string): CodeRange {
		return this.named('function', name);
	}

	/** A variable by its TypeScript or C name. */
	object(name: string): CodeRange {
		return this.named('object', name);
	}

	private named(kind: 'function' | 'object', name: string): CodeRange {
		const found = this.elf.symbols.filter(
			symbol => symbol.kind === kind && displayName(symbol.name) === name,
		);
		const [symbol] = found;
		if (!symbol || found.length > 1) {
			throw new Error(`The image has ${found.length} times the ${kind} '${name}'.`);
		}
		return { start: symbol.address, end: symbol.address + symbol.size };
	}

	/** The 32 bits at an address of a loaded segment. */
	wordAt(address: number): number {
		const table = Number(this.bytes.readBigUInt64LE(0x20));
		const entrySize = this.bytes.readUInt16LE(0x36);
		for (let at = table; at < table + entrySize * this.bytes.readUInt16LE(0x38); at += entrySize) {
			const offset = Number(this.bytes.readBigUInt64LE(at + 8));
			const start = Number(this.bytes.readBigUInt64LE(at + 0x10));
			const size = Number(this.bytes.readBigUInt64LE(at + 0x20));
			if (this.bytes.readUInt32LE(at) !== 1 || address < start || address >= start + size) continue;
			// The last instruction may be one of 16 bits.
			return this.bytes.readUIntLE(offset + address - start, Math.min(4, start + size - address));
		}
		return 0;
	}

	/** What the image takes in a file, and in memory: stacks and all that starts as zero included. */
	sizes(): { readonly file: number; readonly memory: number } {
		const table = Number(this.bytes.readBigUInt64LE(0x20));
		const entrySize = this.bytes.readUInt16LE(0x36);
		let file = 0;
		let memory = 0;
		for (let at = table; at < table + entrySize * this.bytes.readUInt16LE(0x38); at += entrySize) {
			if (this.bytes.readUInt32LE(at) !== 1) continue;
			file += Number(this.bytes.readBigUInt64LE(at + 0x20));
			memory += Number(this.bytes.readBigUInt64LE(at + 0x28));
		}
		return { file, memory };
	}

	sectionSize(name: string): number {
		return this.elf.section(name).length;
	}
}
