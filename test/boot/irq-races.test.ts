import { describe, expect, test } from 'vitest';
import { modes } from '../soak/modes.ts';
import { type Race, races } from '../soak/races.ts';
import { runRace } from '../soak/run-race.ts';

/** In turns a run repeats itself exactly, and takes a moment; each seed has turns of another length. */
const seeds: Readonly<Record<string, readonly number[]>> = {
	threads: [1],
	turns: [1, 2, 3, 4, 5, 6],
};

const runs = modes.flatMap(mode =>
	(seeds[mode.name] ?? []).map(seed => ({ mode, seed, as: `${mode.name}, seed ${seed}` })),
);

async function expectNoFault(race: Race, { mode, seed }: (typeof runs)[number]): Promise<void> {
	const { faults, report } = await runRace(race, mode, seed, race.test / mode.share);
	expect(faults, report).toEqual([]);
}

describe.for(races)('$name: $what', race => {
	test.for(runs)('with $as', run => expectNoFault(race, run));
});

describe('with fewer harts', () => {
	const race = (name: string, changes: Partial<Race>): Race => {
		const found = races.find(race => race.name === name);
		if (found === undefined) throw new Error(`There is no race ${name}.`);
		return { ...found, ...changes };
	};
	const few = [
		race('registrations', { harts: 2, test: 1000 }),
		race('calls', { harts: 1, perRound: 2, test: 1000 }),
		race('calls', { harts: 2, perRound: 10, test: 10_000 }),
		race('rivals', { harts: 3, perRound: 2, test: 2000 }),
	];

	test.for(few.flatMap(race => runs.map(run => ({ race, run, ...run, ...race }))))(
		'$name on $harts, with $as',
		({ race, run }) => expectNoFault(race, run),
	);
});
