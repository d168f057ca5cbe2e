/** Reads what a race says at its end: test/boot/images/account.ts. */

import type { Race } from './races.ts';

export interface Account {
	readonly counts: ReadonlyMap<string, number>; // what was done
	readonly faults: readonly string[]; // why the run was not as it should be
}

/** `wanted` is of the race's unit, and `pulses` how often its line was raised from outside. */
export function readAccount(race: Race, output: string, wanted: number, pulses = 0): Account {
	const counts = new Map<string, number>();
	const faults: string[] = [];
	let named = 0;
	for (const line of output.split(/\r?\n/)) {
		const [, count, what] = /^(-?\d+) (.+)$/.exec(line) ?? [];
		const [, done, times] = /^(.+): (\d+)$/.exec(line) ?? [];
		const [, other, rest] = /^(.+) = (\d+)$/.exec(line) ?? [];
		if (count !== undefined) {
			if (count !== '0') faults.push(`${BigInt.asIntN(64, BigInt(count))} ${what}`);
		} else if (other !== undefined) {
			counts.set(other, Number(rest));
		} else if (done !== undefined) {
			counts.set(done, Number(times));
			if (times === '0' && !(done === 'pulses' && pulses === 0)) faults.push(`no ${done} at all`);
		} else if (race.masked?.test(line)) {
			named++;
		} else if (!['', 'done'].includes(line)) {
			faults.push(`it said '${line}'`);
		}
	}
	const done = counts.get(race.unit);
	if (done === undefined) faults.push('it did not come to its end');
	else if (done < wanted) faults.push(`${done} ${race.unit} instead of ${wanted}`);
	if (race.isNamed && named !== done) faults.push(`${named} of ${done} ${race.unit} named`);
	if (race.pulses !== undefined && counts.get('pulses') !== pulses) {
		faults.push(`${counts.get('pulses')} of ${pulses} pulses handled`);
	}
	return { counts, faults };
}
