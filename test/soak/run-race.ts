/** Runs a race once: boots its image, tells it how long, raises its line meanwhile, and reads its account. */

import { findApp } from '../../scripts/app.ts';
import { buildApp } from '../../scripts/build.ts';
import { BootedMachine } from '../harness/booted-machine.ts';
import { type Account, readAccount } from './account.ts';
import { commandFor, type Mode } from './modes.ts';
import type { Race } from './races.ts';

/** An account, and what to print if it has faults: the seed is in the command. */
export interface Run extends Account {
	readonly report: string;
}

/** Runs a race until there is `wanted` of its unit. It never fails: what went wrong is one of the faults. */
export async function runRace(race: Race, mode: Mode, seed: number, wanted: number): Promise<Run> {
	const image = await buildApp(findApp(`test/boot/images/${race.image}`));
	const extra = [
		...(race.devices ?? []),
		...mode.extra(seed, race),
		...commandWords(race, mode, seed, wanted),
	];
	const machine = new BootedMachine(image, { harts: race.harts, extra, timeoutMs: mode.hangMs });
	const end = () => machine.dispose();
	process.on('exit', end);
	try {
		const { failure, pulses } = await converse(machine, race);
		const account = readAccount(race, machine.output(), wanted, pulses);
		const faults = [...(failure === undefined ? [] : [failure]), ...account.faults];
		const again = `race ${race.name}, seed ${seed}; again: ${commandFor(race, mode, seed, wanted)}`;
		return { ...account, faults, report: `${again}\n${machine.report()}` };
	} finally {
		process.off('exit', end);
		machine.dispose();
	}
}

/** Where test/boot/images/command.ts reads what is wanted. */
const wordsAt = 0x8600_0000;
const tick = 100; // instructions, if each takes a nanosecond

function commandWords(race: Race, mode: Mode, seed: number, wanted: number): readonly string[] {
	const rounds = Math.ceil(wanted / race.perRound);
	const bound = mode.isExact ? (race.latest ?? 0) / tick : 0;
	return [race.letter.charCodeAt(0) || 0, rounds, seed, bound].flatMap((word, index) => [
		'-device',
		`loader,addr=0x${(wordsAt + 8 * index).toString(16)},data=${word},data-len=8`,
	]);
}

/** Raises the machine's line, and waits for its end; the answer is what failed, and how often it was raised. */
async function converse(
	machine: BootedMachine,
	race: Race,
): Promise<{ readonly failure?: string; readonly pulses: number }> {
	let pulses = 0;
	try {
		if (race.pulses !== undefined) {
			let isOver = false;
			const done = machine.line(/^done$/).finally(() => {
				isOver = true;
			});
			for (; !isOver; pulses++) await machine.raiseAndWait(race.pulses);
			await done;
			machine.send('\n');
		}
		const status = await machine.exit();
		return status === 0 ? { pulses } : { pulses, failure: `it ended with status ${status}` };
	} catch (error) {
		return { pulses, failure: (error as Error).message };
	}
}
