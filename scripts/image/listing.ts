/**
 * Reads the disassembly that objdump writes: instructions by address, in the blocks that begin at each
 * symbol. Blocks are read when something asks for them, since most of an image never runs in a trap.
 */

export interface Instruction {
	readonly address: number;
	readonly mnemonic: string;
	readonly operands: string;
	/** The address that the instruction names: where it goes, or what it makes a pointer to. */
	readonly target: number | undefined;
}

/** The instructions from one symbol to the next. */
export interface Block {
	readonly address: number;
	readonly name: string;
	readonly instructions: readonly Instruction[];
	/** Positions in `instructions`, by address. */
	readonly indexes: ReadonlyMap<number, number>;
	/** The address of the next block. */
	readonly end: number;
}

interface Place {
	readonly address: number;
	readonly name: string;
	readonly start: number; // in the text
}

const instructionLine = /^ +([0-9a-f]+):\t(\S+)(?:[ \t]+(.*))?$/gm;
const namedAddress = /(?:^|[,\s])(?:0x)?([0-9a-f]+) <[^>]+>$/;

export class Listing {
	readonly #text: string;
	readonly #places: readonly Place[];
	readonly #blocks = new Map<number, Block>();

	constructor(text: string) {
		this.#text = text;
		this.#places = [...text.matchAll(/^([0-9a-f]{16}) <(.+)>:$/gm)]
			.map(match => ({
				address: Number.parseInt(match[1] ?? '', 16),
				name: match[2] ?? '',
				start: match.index,
			}))
			.sort((a, b) => a.address - b.address);
	}

	/** The block that holds an address. */
	blockAt(address: number): Block | undefined {
		const index = this.#indexOf(address);
		const place = this.#places[index];
		if (!place) return undefined;
		const known = this.#blocks.get(index);
		if (known) return known;
		const block = this.#read(place, this.#places[index + 1]);
		this.#blocks.set(index, block);
		return block;
	}

	/** The block of a symbol. */
	blockNamed(name: string): Block | undefined {
		const place = this.#places.find(candidate => candidate.name === name);
		return place && this.blockAt(place.address);
	}

	/** The blocks that begin in a range of addresses. */
	blocksIn(start: number, end: number): readonly Block[] {
		return this.#places
			.filter(({ address }) => address >= start && address < end)
			.flatMap(({ address }) => this.blockAt(address) ?? []);
	}

	#read(place: Place, next: Place | undefined): Block {
		const text = this.#text.slice(place.start, next?.start);
		const instructions = [...text.matchAll(instructionLine)].map(
			([, address = '', mnemonic = '', operands = '']): Instruction => {
				const target = namedAddress.exec(operands)?.[1];
				return {
					address: Number.parseInt(address, 16),
					mnemonic,
					operands: operands.replace(/\s*(?:#.*|<[^>]+>)$/, ''),
					target: target === undefined ? undefined : Number.parseInt(target, 16),
				};
			},
		);
		const last = instructions.at(-1)?.address ?? place.address;
		const indexes = new Map(instructions.map(({ address }, index) => [address, index]));
		return { ...place, instructions, indexes, end: next?.address ?? last + 4 };
	}

	/** The last place at or before an address; -1 if there is none. */
	#indexOf(address: number): number {
		let low = 0;
		let high = this.#places.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if ((this.#places[middle]?.address ?? 0) <= address) low = middle + 1;
			else high = middle;
		}
		return low - 1;
	}
}
