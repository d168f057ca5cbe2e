/** Command: runs the races of the interrupt core for long. `--help` prints run.help.txt. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repository } from '../../scripts/repository.ts';
import { command, exitOnSignals, Mistake, say } from '../../scripts/terminal.ts';
import { type Mode, modes } from './modes.ts';
import { type Race, races } from './races.ts';
import { runRace } from './run-race.ts';

const batchSeconds = 20; // one boot runs about so long

interface Task {
	readonly race: Race;
	readonly mode: Mode;
	readonly goal: number;
}

interface Result extends Task {
	done: number;
	seconds: number;
	boots: number;
	failedSeeds: number[];
}

const figure = (value: number) => Math.round(value).toLocaleString('en');

/** What the environment chooses; all, where it says nothing. */
function chosen<T extends { readonly name: string }>(all: readonly T[], variable: string): T[] {
	const names = (process.env[variable] ?? '').split(/[ ,]+/).filter(Boolean);
	for (const name of names) {
		if (all.some(each => each.name === name)) continue;
		const known = all.map(each => each.name).join(', ');
		throw new Mistake(`${variable}=${name}: there is none of this name, but ${known}.`);
	}
	return all.filter(({ name }) => names.length === 0 || names.includes(name));
}

function number(variable: string): number | undefined {
	const text = process.env[variable] ?? '';
	if (text === '') return undefined;
	if (!/^[1-9]\d*$/.test(text)) throw new Mistake(`${variable}=${text}: write a number from 1 on.`);
	return Number(text);
}

/** One boot, whose account goes into the result; says what went wrong. */
async function runOnce(result: Result, seed: number, wanted: number): Promise<void> {
	const { race, mode, goal } = result;
	const start = Date.now();
	const { counts, faults, report } = await runRace(race, mode, seed, wanted);
	result.boots++;
	result.seconds += (Date.now() - start) / 1000;
	result.done += counts.get(race.unit) ?? 0;
	if (faults.length > 0) {
		result.failedSeeds.push(seed);
		say(`soak: ${race.name}, ${mode.name}, seed ${seed}: ${faults.join(', ')}\n${report}`);
	}
	const rate = figure(result.done / result.seconds);
	const done = `${figure(result.done)} of ${figure(goal)} ${race.unit}, ${rate} a second`;
	say(`soak: ${race.name}, ${mode.name}: ${done}, seed ${seed}`);
}

/** One boot after the other, each with a seed of its own, until the goal, the deadline, or the third failure. */
async function pursue(result: Result, firstSeed: number, deadline: number): Promise<void> {
	const { race, mode, goal } = result;
	let size = race.test / mode.share;
	for (let seed = firstSeed; result.done < goal && Date.now() < deadline; seed++) {
		const most = race.most ?? Number.POSITIVE_INFINITY;
		await runOnce(result, seed, Math.ceil(Math.min(size, most, goal - result.done)));
		if (result.failedSeeds.length === 3) return;
		size = Math.max(1, Math.min(4 * size, (result.done / result.seconds) * batchSeconds));
	}
}

function summary(results: readonly Result[]): void {
	say('');
	for (const { race, mode, goal, done, seconds, boots, failedSeeds } of results) {
		const end =
			failedSeeds.length > 0
				? `FAILED with seed ${failedSeeds.join(', ')}`
				: done < goal
					? `unfinished: ${((100 * done) / goal).toFixed(1)} %, ${figure((goal - done) / (done / seconds || 1))} s to go`
					: 'done';
		say(
			`${race.name.padEnd(13)} ${mode.name.padEnd(7)} ${figure(done).padStart(11)} ${race.unit.padEnd(10)} ${figure(seconds).padStart(5)} s, ${boots} boots  ${end}`,
		);
	}
}

async function main(args: readonly string[]): Promise<number> {
	if (args.includes('--help')) {
		say(readFileSync(join(repository, 'test/soak/run.help.txt'), 'utf8').trimEnd());
		return 0;
	}
	const tasks = chosen(modes, 'HOW').flatMap(mode =>
		chosen(races, 'RACES').map((race): Task => {
			return { race, mode, goal: number('COUNT') ?? race.soak / mode.share };
		}),
	);
	const minutes = number('MINUTES') ?? Number.POSITIVE_INFINITY;
	const firstSeed = number('SEED') ?? (Date.now() % 1_000_000) + 1;
	exitOnSignals();
	const results: Result[] = [];
	const print = () => summary(results);
	process.on('exit', print);
	for (const task of tasks) {
		const result = { ...task, done: 0, seconds: 0, boots: 0, failedSeeds: [] };
		results.push(result);
		// With a count it is the run that printed it, once more.
		if (number('COUNT') !== undefined) await runOnce(result, firstSeed, task.goal);
		else await pursue(result, firstSeed, Date.now() + (minutes * 60_000) / tasks.length);
	}
	return results.some(({ failedSeeds }) => failedSeeds.length > 0) ? 1 : 0;
}

await command('soak', main);
