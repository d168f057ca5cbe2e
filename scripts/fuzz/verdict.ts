import * as fc from 'fast-check';
import { evaluate, type Outcome } from './evaluate.ts';
import { programs, sample } from './generate/arbitrary.ts';
import { Refused } from './host.ts';
import { type Seen, seen } from './outcome.ts';
import { type PrintedModule, printModule } from './print.ts';
import type { Program } from './tree.ts';

/** Runs programs of one module, in order. A program that takes others down with it is its batch's fault. */
export type Engine = (programs: readonly Program[]) => Promise<readonly Seen[]>;

/** A program on which an engine and the reference disagree. */
export interface Disagreement {
	readonly seed: number;
	/** Which program of the batch; with the seed it is fast-check's path to it. */
	readonly index: number;
	readonly wanted: Seen;
	readonly got: Seen;
}

export interface Checked {
	readonly outcomes: readonly Outcome[];
	readonly disagreements: readonly Disagreement[];
	readonly programs: readonly Program[];
}

/** What the reference says that an engine must see. */
export function expectation(printed: PrintedModule, outcome: Outcome): Seen {
	const { trace, panic, printed: text } = outcome;
	return seen(trace, panic && `${panic.text} (${printed.places.get(panic.node)})`, text);
}

/** Generates the batch of a seed, and compares `engine` with the reference on each program. */
export async function checkBatch(
	seed: number,
	count: number,
	engine: Engine,
	batch = sample(seed, count),
): Promise<Checked> {
	const outcomes = batch.map(program => evaluate(program));
	const answers = await answer(batch, engine);
	const disagreements = batch.flatMap((_, index): Disagreement[] => {
		const { wanted, got } = answers[index] ?? { wanted: '', got: '' };
		return wanted === got ? [] : [{ seed, index, wanted, got }];
	});
	return { outcomes, disagreements, programs: batch };
}

interface Answer {
	readonly wanted: Seen;
	readonly got: Seen;
}

/** Runs programs together; those that cannot be compiled are found by halving. */
async function answer(batch: readonly Program[], engine: Engine): Promise<readonly Answer[]> {
	try {
		const printed = printModule(batch);
		const got = await engine(batch);
		const answers = batch.map((program, i) => ({
			wanted: expectation(printed, evaluate(program)),
			got: got[i] ?? '',
		}));
		const dead = answers.findIndex(({ got }) => got.startsWith('died'));
		if (dead < 0 || batch.length === 1) return answers;
		const rest = await answer(batch.slice(dead + 1), engine);
		return [...answers.slice(0, dead + 1), ...rest];
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		if (batch.length === 1) return [{ wanted: 'an answer', got: error.message }];
		const middle = Math.ceil(batch.length / 2);
		return [
			...(await answer(batch.slice(0, middle), engine)),
			...(await answer(batch.slice(middle), engine)),
		];
	}
}

export interface Shrunk {
	readonly text: string;
	readonly path: string;
	readonly wanted: Seen;
	readonly got: Seen;
}

/** What kind of disagreement it is, so that shrinking does not wander off to another one. */
const kindOf = ({ wanted, got }: Answer) => {
	if (wanted === got) return '';
	if (got.startsWith('trace')) {
		return wanted.includes('panic') === got.includes('panic') ? 'another trace' : 'another panic';
	}
	return got.replaceAll(/In: .*|[‘'][^’']*[’']|\d+/g, '').slice(0, 60);
};

/** Makes the program of a disagreement as small as fast-check can, within `budget` attempts. */
export async function shrink(
	{ seed, index, wanted, got }: Disagreement,
	engine: Engine,
	budget = 400,
): Promise<Shrunk> {
	const kind = kindOf({ wanted, got });
	let attempts = 0;
	let smallest: Shrunk = { text: '', path: `${index}`, wanted, got };
	const property = fc.asyncProperty(programs(), async program => {
		if (attempts++ >= budget) return;
		const [found = { wanted: '', got: '' }] = await answer([program], engine);
		if (kindOf(found) !== kind) return;
		smallest = { ...smallest, ...found, text: bare(program) };
		throw new Error(kind);
	});
	const { counterexamplePath } = await fc.check(property, { seed, path: `${index}`, numRuns: 1 });
	return { ...smallest, path: counterexamplePath ?? `${index}` };
}

/** A program's own lines, without what every module begins with. */
function bare(program: Program): string {
	const { text, others } = printModule([program]);
	const own = text.split('\n').slice(printModule([]).text.split('\n').length - 1);
	const modules = [...others].map(([name, code]) => `// ${name}\n${code}`);
	return [own.join('\n'), ...modules].join('');
}
