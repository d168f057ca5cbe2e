/** The image of the shapes, and what is asked of it. */

import { readFileSync } from 'node:fs';
import { findApp } from '../app.ts';
import { buildApp } from '../build.ts';
import { judge, type Verdict } from './judge.ts';
import { Program } from './machine/program.ts';
import { functionAt } from './names.ts';
import { findOrderings, type Ordering } from './orderings.ts';
import type { Shape } from './shape.ts';
import { shapes } from './shapes/all.ts';

/** The app whose functions are the threads. */
const app = 'test/boot/images/litmus';

export class LitmusImage {
	readonly path: string;
	readonly elf: Buffer;
	readonly orderings: readonly Ordering[];
	readonly #program: Program;

	private constructor(path: string, elf: Buffer, program: Program, orderings: readonly Ordering[]) {
		this.path = path;
		this.elf = elf;
		this.#program = program;
		this.orderings = orderings;
	}

	/** Builds the image unless it is up to date. */
	static async open(): Promise<LitmusImage> {
		const path = await buildApp(findApp(app));
		const elf = readFileSync(path);
		const program = new Program(elf);
		return new LitmusImage(path, elf, program, await findOrderings(path, elf, program, functionAt));
	}

	judge(shape: Shape): Verdict {
		return judge(this.#program, shape);
	}

	/** What a shape comes to without an ordering: only whether it goes wrong. */
	judgeWithout(shape: Shape, { cleared }: Ordering): Verdict {
		return this.#program.changed(cleared, () => judge(this.#program, shape, true));
	}
}

/** The shapes that promise something, or those of them that are named. */
export function promising(names?: readonly string[]): readonly Shape[] {
	return shapes.filter(
		({ name, promises }) => promises !== false && (names === undefined || names.includes(name)),
	);
}
