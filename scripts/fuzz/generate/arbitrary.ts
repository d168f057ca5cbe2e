import * as fc from 'fast-check';
import { evaluate } from '../evaluate.ts';
import { TooLong } from '../semantics.ts';
import type { Program } from '../tree.ts';
import { makeProgram } from './program.ts';
import { Random } from './random.ts';
import { smaller } from './shrink.ts';

/** Well-typed programs that end. */
class Programs extends fc.Arbitrary<Program> {
	readonly #tried = new Set<string>();

	override generate(source: fc.Random): fc.Value<Program> {
		const random = new Random(source);
		for (;;) {
			const program = makeProgram(random);
			if (ends(program)) return new fc.Value(program, undefined);
		}
	}

	override canShrinkWithoutContext(value: unknown): value is Program {
		return value !== undefined;
	}

	override shrink(program: Program): fc.Stream<fc.Value<Program>> {
		return fc.stream(smaller(program, this.#tried)).map(value => new fc.Value(value, undefined));
	}
}

function ends(program: Program): boolean {
	try {
		evaluate(program);
		return true;
	} catch (error) {
		if (error instanceof TooLong) return false;
		throw error;
	}
}

/** A new one for each shrinking, since it remembers what it has tried. */
export const programs = (): fc.Arbitrary<Program> => new Programs();

/** The programs of one batch: program `i` is run `i` of fast-check with this seed. */
export const sample = (seed: number, count: number): readonly Program[] =>
	fc.sample(programs(), { seed, numRuns: count });
