/** How a race runs: on threads, where harts run at the same time, or in turns, where a run repeats itself. */

import { takeTurns } from '../../scripts/qemu.ts';
import type { Race } from './races.ts';

export interface Mode {
	readonly name: string;
	readonly share: number; // it runs so many times less often
	readonly hangMs: number; // a boot that is silent for so long hangs
	/** QEMU's arguments; those of one seed are always the same. */
	extra(seed: number, race: Race): readonly string[];
	readonly isExact: boolean; // instructions are counted
}

/** Instructions that a hart runs before the next one does: few, and harts meet within a function. */
const turns = [3000, 30, 1000, 200, 10_000, 75] as const;

export const modes: readonly Mode[] = [
	{
		name: 'threads',
		share: 1,
		hangMs: 120_000,
		extra: () => [],
		isExact: false,
	},
	{
		name: 'turns',
		share: 100,
		hangMs: 60_000,
		extra: (seed, { turn }) => takeTurns(turn ?? turns[seed % turns.length] ?? 1000),
		isExact: true,
	},
];

/** What to type to run a race once more in the same way. */
export function commandFor(race: Race, mode: Mode, seed: number, wanted: number): string {
	return `make soak RACES=${race.name} HOW=${mode.name} SEED=${seed} COUNT=${wanted}`;
}
