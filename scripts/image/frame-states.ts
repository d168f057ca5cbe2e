/** The distinct ways to find a caller's frame, each one word; kernel/trap/unwind.ts decodes it. */

import type { FrameState } from './debug-frame.ts';

/** How the frame's address is found, bits 12 and 13. */
const base = { sp: 0, s0: 1, trap: 2, outermost: 3 } as const;
const outermost = base.outermost << 12;

export class FrameStates {
	readonly records: number[] = [outermost]; // 0 = nothing is known
	private readonly indices = new Map<number, number>([[outermost, 0]]);

	indexOf(state: FrameState | undefined): number {
		if (state === undefined) return 0;
		const word = encode(state);
		const known = this.indices.get(word);
		if (known !== undefined) return known;
		this.indices.set(word, this.records.length);
		return this.records.push(word) - 1;
	}
}

/** Bits 0 to 5 and 6 to 11: where `ra` and `s0` lie below the frame, in words; 0 = not saved. */
function encode(state: FrameState): number {
	if (state.trap) return base.trap << 12;
	const ra = slot(state.ra);
	const s0 = slot(state.s0);
	const offset = state.offset / 8;
	if (state.base === 'unknown' || !Number.isInteger(offset) || offset < 0 || offset >= 1 << 18) {
		return outermost;
	}
	if (ra === undefined || s0 === undefined) return outermost;
	return (ra | (s0 << 6) | (base[state.base] << 12) | (offset << 14)) >>> 0;
}

/** `undefined` if it cannot be known. */
function slot(saved: FrameState['ra']): number | undefined {
	if (saved === undefined) return 0;
	if (saved === 'lost') return undefined;
	const words = -saved / 8;
	return Number.isInteger(words) && words > 0 && words < 64 ? words : undefined;
}
