/**
 * A linked image as the litmus tool sees it: instructions by address, initial memory, symbols. Instructions may
 * be changed, one word at a time, to see what an image would do without one of its orderings.
 */

import { type ElfSymbol, readElf, wordReader } from '../../image/elf.ts';
import { decodeCompressed } from './compressed.ts';
import { decode } from './decode.ts';
import type { Instruction } from './instruction.ts';

export class Program {
	readonly #read: (address: number) => number | undefined;
	readonly #symbols: ReadonlyMap<string, ElfSymbol>;
	readonly #decoded = new Map<number, Instruction>();
	readonly #changed = new Map<number, number>();

	constructor(elf: Buffer) {
		this.#read = wordReader(elf);
		this.#symbols = new Map(readElf(elf).symbols.map(symbol => [symbol.name, symbol]));
	}

	/** The address of a symbol of the image. */
	address(symbol: string): number {
		const found = this.#symbols.get(symbol);
		if (!found) throw new Error(`The image has no symbol '${symbol}'.`);
		return found.address;
	}

	/** The address of a symbol; undefined if the image does without. */
	find(symbol: string): number | undefined {
		return this.#symbols.get(symbol)?.address;
	}

	/** The 32 bits at an address, changed or not: 0 outside of what the image loads. */
	word(address: number): number {
		return this.#changed.get(address) ?? this.#read(address) ?? 0;
	}

	/** The instruction at an address. */
	instruction(address: number): Instruction {
		const known = this.#decoded.get(address);
		if (known) return known;
		const word = this.word(address);
		const found = (word & 3) === 3 ? decode(word) : decodeCompressed(word & 0xffff);
		if (!found) {
			throw new Error(`The litmus tool does not know the instruction at ${address.toString(16)}.`);
		}
		this.#decoded.set(address, found);
		return found;
	}

	/** Puts other instructions in the place of some, of four bytes each, for the time that `use` takes. */
	changed<T>(words: ReadonlyMap<number, number>, use: () => T): T {
		const set = (values: ReadonlyMap<number, number>) => {
			this.#changed.clear();
			for (const [address, word] of values) this.#changed.set(address, word);
			for (const address of words.keys()) this.#decoded.delete(address);
		};
		set(words);
		try {
			return use();
		} finally {
			set(new Map());
		}
	}
}
