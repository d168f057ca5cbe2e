/** A partial order of numbered nodes that grows by one pair at a time, and refuses what would make it a circle. */

export class PartialOrder {
	readonly #after: bigint[]; // what comes after each node, transitively

	constructor(size: number, copied?: readonly bigint[]) {
		this.#after = copied ? [...copied] : new Array(size).fill(0n);
	}

	copy(): PartialOrder {
		return new PartialOrder(this.#after.length, this.#after);
	}

	isBefore(a: number, b: number): boolean {
		return (((this.#after[a] ?? 0n) >> BigInt(b)) & 1n) === 1n;
	}

	/** Puts `a` before `b`; `false` if `b` is before `a`, or is `a`. */
	add(a: number, b: number): boolean {
		if (a === b || this.isBefore(b, a)) return false;
		if (this.isBefore(a, b)) return true;
		const gained = (this.#after[b] ?? 0n) | (1n << BigInt(b));
		for (const [node, after] of this.#after.entries()) {
			if (node === a || (after >> BigInt(a)) & 1n) this.#after[node] = after | gained;
		}
		return true;
	}

	/** All nodes in one of the orders that keep this one. */
	linear(): readonly number[] {
		return this.#after
			.map((after, node) => ({ node, count: bitCount(after) }))
			.sort((a, b) => b.count - a.count)
			.map(({ node }) => node);
	}
}

function bitCount(set: bigint): number {
	let count = 0;
	for (let rest = set; rest !== 0n; rest &= rest - 1n) count += 1;
	return count;
}
