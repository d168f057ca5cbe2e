/** Reads the little-endian numbers of ELF and DWARF one after the other. */
export class ByteReader {
	readonly bytes: Buffer;
	position: number;

	constructor(bytes: Buffer, position = 0) {
		this.bytes = bytes;
		this.position = position;
	}

	u8(): number {
		return this.bytes[this.position++] ?? 0;
	}

	i8(): number {
		return (this.u8() << 24) >> 24;
	}

	u16(): number {
		this.position += 2;
		return this.bytes.readUInt16LE(this.position - 2);
	}

	u32(): number {
		this.position += 4;
		return this.bytes.readUInt32LE(this.position - 4);
	}

	/** An address or a length; those of a kernel image fit in 53 bits. */
	u64(): number {
		const low = this.u32();
		return low + this.u32() * 2 ** 32;
	}

	unsigned(bytes: number): number {
		switch (bytes) {
			case 1:
				return this.u8();
			case 2:
				return this.u16();
			case 4:
				return this.u32();
			default:
				return this.u64();
		}
	}

	/** [DWARF] "Variable Length Data", unsigned. */
	uleb(): number {
		let value = 0;
		let scale = 1;
		for (;;) {
			const byte = this.u8();
			value += (byte & 0x7f) * scale;
			if (byte < 0x80) return value;
			scale *= 128;
		}
	}

	/** [DWARF] "Variable Length Data", signed. */
	sleb(): number {
		let value = 0;
		let scale = 1;
		for (;;) {
			const byte = this.u8();
			value += (byte & 0x7f) * scale;
			scale *= 128;
			if (byte < 0x80) return byte & 0x40 ? value - scale : value;
		}
	}

	/** The text up to the next zero byte. */
	text(): string {
		const end = this.bytes.indexOf(0, this.position);
		const start = this.position;
		this.position = end + 1;
		return this.bytes.toString('utf8', start, end);
	}

	skip(bytes: number): void {
		this.position += bytes;
	}
}

/** The text at `position`, up to the next zero byte. */
export function textAt(bytes: Buffer, position: number): string {
	return new ByteReader(bytes, position).text();
}
