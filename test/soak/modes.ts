/** How a race runs: on threads, where harts run at the same time, or in turns, where a run repeats itself. */

import { takeTurns } from '../../scripts/qemu.ts';
import type { Race } from './races.ts';

export interface Mode {
	readonly name: string;
	readonly share: number; // it runs so many times less often
	readonly hangMs: number; // a boot that is silent for so long hangs
	/** QEMU's arguments; those of one seed are always the same. */
	extra(seed: number, race: Race): readonly string[];
	/** What the image is told: how long, the seed, and how late an interrupt may be, in ticks; 0 = as late as it likes. */
	input(rounds: number, seed: number, race: Race): string;
}

/** Instructions in a tick of the clock, if each takes a nanosecond. */
const tick = 100;

/** Instructions that a hart runs before the next one does: few, and harts meet within a function. */
const turns = [3000, 30, 1000, 200, 10_000, 75] as const;

export const modes: readonly Mode[] = [
	{
		name: 'threads',
		share: 1,
		hangMs: 120_000,
		extra: () => [],
		input: (rounds, seed) => `${rounds},${seed},0`,
	},
	{
		name: 'turns',
		share: 100,
		hangMs: 60_000,
		extra: (seed, { turn }) => takeTurns(turn ?? turns[seed % turns.length] ?? 1000),
		input: (rounds, seed, { latest }) => `${rounds},${seed},${(latest ?? 0) / tick}`,
	},
];

/** What to type to run a race once more in the same way. */
export function commandFor(race: Race, mode: Mode, seed: number, wanted: number): string {
	return `make soak RACES=${race.name} MODE=${mode.name} SEED=${seed} COUNT=${wanted}`;
}
