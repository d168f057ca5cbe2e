import type * as fc from 'fast-check';

/** Choices, all of them from fast-check's generator, so that seed and path give the program again. */
export class Random {
	readonly #source: fc.Random;

	constructor(source: fc.Random) {
		this.#source = source;
	}

	/** A whole number from 0 to `count - 1`. */
	below(count: number): number {
		return this.#source.nextInt(0, count - 1);
	}

	chance(percent: number): boolean {
		return this.below(100) < percent;
	}

	pick<T>(items: readonly [T, ...T[]] | readonly T[]): T {
		const item = items[this.below(items.length)];
		if (item === undefined) throw new Error('nothing to pick from');
		return item;
	}

	/** One of the names, each as often as its number says. */
	weighted<Name extends string>(weights: Readonly<Record<Name, number>>): Name {
		const entries = Object.entries(weights) as [Name, number][];
		let at = this.below(entries.reduce((sum, [, weight]) => sum + weight, 0));
		for (const [name, weight] of entries) {
			at -= weight;
			if (at < 0) return name;
		}
		throw new Error('no weights');
	}

	shuffled<T>(items: readonly T[]): T[] {
		const rest = [...items];
		const result: T[] = [];
		while (rest.length > 0) result.push(...rest.splice(this.below(rest.length), 1));
		return result;
	}

	bits(): bigint {
		const half = () => BigInt(this.#source.nextInt(0, 0xffff_ffff) >>> 0);
		return (half() << 32n) | half();
	}
}
