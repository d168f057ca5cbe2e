/** Runs programs in batches, so that one which takes the machine down hides none of the others. */

import { join } from 'node:path';
import { say } from '../../../scripts/terminal.ts';
import { ToolFailure } from '../../../scripts/tool.ts';
import { type Base, CompileFailure, compileBatch, linkBatch, refusals, runImage } from './image.ts';
import type { Program } from './programs.ts';
import { moduleOf, splitOutput, writeMain } from './sources.ts';

export type Outcome =
	| { readonly kind: 'passed' }
	| { readonly kind: 'refused'; readonly why: string }
	| { readonly kind: 'wrong'; readonly expected: string; readonly printed: string };

/** What a machine said that no program did. */
function lastWords(output: string): string {
	return output
		.split('\n')
		.filter(line => line !== '' && !/^(\d+[|>]| |mcause|hart|backtrace)/.test(line))
		.join('\n');
}

/** Most programs of one image: gcc's time grows faster than its input. */
const mostPrograms = 50;

export class Suite {
	private readonly outcomes = new Map<Program, Outcome>();
	private readonly base: Base;
	private readonly folder: string;
	private readonly expected: ReadonlyMap<number, string>;
	private images = 0;

	constructor(base: Base, folder: string, expected: ReadonlyMap<number, string>) {
		this.base = base;
		this.folder = folder;
		this.expected = expected;
	}

	/** Runs `programs`, two images at a time. */
	async run(programs: readonly Program[]): Promise<void> {
		const refused = refusals(this.base, writeMain(this.folder, 'all', programs));
		const rest: Program[] = [];
		for (const program of programs) {
			const why = refused.get(moduleOf(this.folder, program));
			if (why === undefined) rest.push(program);
			else this.outcomes.set(program, { kind: 'refused', why });
		}
		const count = Math.ceil(rest.length / mostPrograms);
		const batches = Array.from({ length: count }, (_, batch) =>
			rest.filter((_program, index) => index % count === batch),
		);
		const worker = async () => {
			for (let batch = batches.pop(); batch !== undefined; batch = batches.pop()) {
				await this.runBatch(batch);
			}
		};
		await Promise.all([worker(), worker()]);
	}

	/** What became of a program that was run. */
	outcomeOf(program: Program): Outcome {
		const outcome = this.outcomes.get(program);
		if (outcome === undefined) throw new Error(`${program.name} was not run`);
		return outcome;
	}

	private async runBatch(programs: readonly Program[]): Promise<void> {
		if (programs.length === 0) return;
		this.images += 1;
		const name = `batch-${this.images}`;
		let output: string;
		let isClean: boolean;
		try {
			const main = writeMain(this.folder, name, programs);
			const c = await compileBatch(this.base, main, join(this.folder, name));
			({ output, isClean } = await runImage(await linkBatch(this.base, c)));
		} catch (error) {
			if (!(error instanceof CompileFailure || error instanceof ToolFailure)) throw error;
			return this.runHalves(programs, error.message);
		}
		const left = this.judge(programs, splitOutput(output));
		if (isClean || left.length === 0) return;
		say(lastWords(output));

		const started = output.match(/^\d+>$/gm)?.length ?? 0;
		const last = output.match(/^\d+(?=\|)/gm)?.at(-1);
		// A task of a program may end the machine after all have started: most likely the last that spoke.
		const culprit =
			started < programs.length
				? programs[started - 1]
				: programs.find(({ id }) => String(id) === last);
		if (culprit === undefined) return this.runHalves(left, '');
		if (programs.length > 1 && started === programs.length) await this.runBatch([culprit]);
		await this.runBatch(left.filter(program => program !== culprit));
	}

	private async runHalves(programs: readonly Program[], why: string): Promise<void> {
		const [only] = programs;
		if (programs.length > 1) {
			await this.runBatch(programs.slice(0, programs.length >> 1));
			await this.runBatch(programs.slice(programs.length >> 1));
		} else if (only !== undefined && why !== '') {
			const expected = this.expected.get(only.id) ?? '';
			this.outcomes.set(only, { kind: 'wrong', expected, printed: `${why}\n` });
		}
	}

	/** Notes what each program printed; the answer is those that are not right. */
	private judge(
		programs: readonly Program[],
		output: ReadonlyMap<number, string>,
	): readonly Program[] {
		return programs.filter(program => {
			const expected = this.expected.get(program.id) ?? '';
			const printed = output.get(program.id) ?? '';
			const isRight = printed === expected;
			this.outcomes.set(
				program,
				isRight ? { kind: 'passed' } : { kind: 'wrong', expected, printed },
			);
			return !isRight;
		});
	}
}
