/** Memory: what an image starts with, and what one thread has stored since. Little-endian. */

import type { Size } from './instruction.ts';

/** Memory before any thread runs. */
export interface Initial {
	byte(address: number): number;
}

/** What was stored at an address, and by which event of the thread. */
interface Stored {
	readonly value: number;
	readonly event: number;
}

/** What a load finds in the stores of its own thread. */
export interface Found {
	/** How many of the bytes this thread has stored. */
	readonly bytes: number;
	readonly value: bigint;
	/** The event that stored the last written of them. */
	readonly event: number | undefined;
}

export class OwnStores {
	readonly #bytes: Map<number, Stored>;

	constructor(bytes: ReadonlyMap<number, Stored> = new Map()) {
		this.#bytes = new Map(bytes);
	}

	copy(): OwnStores {
		return new OwnStores(this.#bytes);
	}

	store(address: number, size: Size, value: bigint, event: number): void {
		for (let at = 0; at < size; at++) {
			const byte = Number((value >> BigInt(8 * at)) & 0xffn);
			this.#bytes.set(address + at, { value: byte, event });
		}
	}

	load(address: number, size: Size, initial: Initial): Found {
		let [bytes, value] = [0, 0n];
		let event: number | undefined;
		for (let at = size - 1; at >= 0; at--) {
			const own = this.#bytes.get(address + at);
			if (own) {
				bytes += 1;
				event = event === undefined ? own.event : Math.max(event, own.event);
			}
			value = (value << 8n) | BigInt(own?.value ?? initial.byte(address + at));
		}
		return { bytes, value, event };
	}

	/** Every byte that was stored. */
	entries(): Iterable<readonly [address: number, stored: Stored]> {
		return this.#bytes;
	}
}

/** Memory that an image loads, and what setting up has stored on top. */
export class Memory implements Initial {
	readonly #word: (address: number) => number;
	readonly #bytes = new Map<number, number>();

	constructor(word: (address: number) => number) {
		this.#word = word;
	}

	byte(address: number): number {
		const changed = this.#bytes.get(address);
		if (changed !== undefined) return changed;
		return (this.#word(address - (address % 4)) >>> (8 * (address % 4))) & 0xff;
	}

	load(address: number, size: Size): bigint {
		let value = 0n;
		for (let at = size - 1; at >= 0; at--) value = (value << 8n) | BigInt(this.byte(address + at));
		return value;
	}

	setByte(address: number, value: number): void {
		this.#bytes.set(address, value);
	}
}
