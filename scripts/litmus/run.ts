/** Command: checks the litmus shapes of the kernel, and takes out its orderings one at a time. `--help` says more. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../repository.ts';
import { command, isCommand, Mistake, say } from '../terminal.ts';
import { describe } from './describe.ts';
import { LitmusImage, promising } from './image.ts';
import type { Ordering } from './orderings.ts';
import type { Shape } from './shape.ts';
import { shapes } from './shapes/all.ts';

async function main(args: readonly string[]): Promise<number> {
	if (args.includes('--help')) {
		say(readFileSync(join(repository, 'scripts/litmus/run.help.txt'), 'utf8').trimEnd());
		return 0;
	}
	const names = args.filter(each => !each.startsWith('--'));
	const unknown = names.find(name => !shapes.some(shape => shape.name === name));
	if (unknown !== undefined) throw new Mistake(`There is no shape '${unknown}'.`);
	const isAsked = ({ name }: Shape) => names.length === 0 || names.includes(name);
	const image = await LitmusImage.open();
	const executed = new Map<string, ReadonlySet<number>>();
	let mistakes = 0;
	say(`${'shape'.padEnd(28)} ${'RVWMO'.padEnd(10)} what must not happen`);
	for (const shape of shapes.filter(isAsked)) {
		mistakes += await tellShape(image, shape, executed);
	}
	if (args.includes('--shapes')) return mistakes === 0 ? 0 : 1;
	say(`\n${'ordering'.padEnd(44)} what goes wrong without it`);
	for (const ordering of image.orderings) {
		mistakes += await tellOrdering(image, ordering, executed, args.includes('--executions'));
	}
	say(`\n${executed.size} shapes, ${image.orderings.length} orderings, ${mistakes} mistakes`);
	return mistakes === 0 ? 0 : 1;
}

/** The answer is 1 if the shape is not as it should be. */
async function tellShape(
	image: LitmusImage,
	shape: Shape,
	executed: Map<string, ReadonlySet<number>>,
): Promise<number> {
	const verdict = image.judge(shape);
	if (shape.promises !== false) executed.set(shape.name, verdict.executed);
	const answer = verdict.wrong ? 'allowed' : 'forbidden';
	const isWanted = (verdict.wrong !== undefined) === (shape.promises === false);
	say(
		`${shape.name.padEnd(28)} ${answer.padEnd(10)} ${shape.wrong}${isWanted ? '' : '  ← MISTAKE'}`,
	);
	if (verdict.wrong && !isWanted)
		for (const line of await describe(image.path, image.elf, verdict.wrong)) say(line);
	if (!verdict.right) say('    MISTAKE: what the shape is about never happens');
	return isWanted && verdict.right ? 0 : 1;
}

async function tellOrdering(
	image: LitmusImage,
	ordering: Ordering,
	executed: ReadonlyMap<string, ReadonlySet<number>>,
	withExecutions: boolean,
): Promise<number> {
	const addresses = [...ordering.cleared.keys()];
	const concerned = promising([...executed.keys()]).filter(({ name }) =>
		addresses.some(address => executed.get(name)?.has(address)),
	);
	const broken: string[] = [];
	const lines: string[] = [];
	for (const shape of concerned) {
		const { wrong } = image.judgeWithout(shape, ordering);
		if (!wrong) continue;
		broken.push(shape.name);
		if (withExecutions)
			lines.push(`  ${shape.name}:`, ...(await describe(image.path, image.elf, wrong)));
	}
	const answer =
		broken.length > 0 ? broken.join(', ') : `MISTAKE: nothing, of ${concerned.length} shapes`;
	say(`${`${ordering.name}: ${ordering.order}`.padEnd(44)} ${answer}`);
	for (const line of lines) say(line);
	return broken.length > 0 ? 0 : 1;
}

if (isCommand('scripts/litmus/run.ts')) await command('litmus', main);
