import { buildBase } from './image.ts';
import { runInNode } from './node.ts';
import type { Program } from './programs.ts';
import { writeMain, writeSources } from './sources.ts';
import { type Outcome, Suite } from './suite.ts';

/** Runs `programs` in node and in the machine, with `folder` for what is built. */
export async function runSuite(
	folder: string,
	programs: readonly Program[],
): Promise<ReadonlyMap<Program, Outcome>> {
	writeSources(folder, programs);
	const main = writeMain(folder, 'all', programs);
	const expected = await runInNode(folder, main);
	const suite = new Suite(await buildBase(folder, main), folder, expected);
	await suite.run(programs);
	return new Map(programs.map(program => [program, suite.outcomeOf(program)]));
}
