/** Reads the linker's map: which object each piece of the image came from. */

export interface Piece {
	readonly start: number;
	readonly end: number;
	readonly object: string; // `native.o`, or `libc.a(memcpy.o)`
}

/** `.text.name`, on a line of its own if it is long, then address, size and object. */
const pieceLine = /^ [^\s*]\S*\s+0x([0-9a-f]{16}) +0x([0-9a-f]+) (\S.*)$/gm;

/** The pieces that have a size, in order of address. */
export function readLinkMap(text: string): readonly Piece[] {
	const placed = text.slice(text.indexOf('\nLinker script and memory map'));
	return [...placed.matchAll(pieceLine)]
		.map(([, address = '', size = '', object = '']) => {
			const start = Number.parseInt(address, 16);
			return { start, end: start + Number.parseInt(size, 16), object: baseName(object) };
		})
		.filter(({ start, end }) => end > start && start > 0)
		.sort((a, b) => a.start - b.start);
}

const baseName = (path: string) => path.slice(path.lastIndexOf('/') + 1);
