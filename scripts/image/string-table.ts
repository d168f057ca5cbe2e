/** Zero-terminated texts, each once, known by their offset. Offset 0 is the empty text. */
export class StringTable {
	private readonly offsets = new Map<string, number>([['', 0]]);
	private size = 1;

	add(text: string): number {
		const known = this.offsets.get(text);
		if (known !== undefined) return known;
		const offset = this.size;
		this.offsets.set(text, offset);
		this.size += Buffer.byteLength(text) + 1;
		return offset;
	}

	/** In the order of their offsets. */
	get texts(): readonly string[] {
		return [...this.offsets.keys()];
	}
}
