'use native';

/**
 * Round by round all other harts call hart 0 at about the same time, once each, and nobody calls it again before all
 * have been served: a call that came while it looked is not found later by chance.
 */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { callHart, queueCall, startProgram } from 'native:harts';
import { IrqResult } from 'native:irq';
import { hartCount } from 'native:machine';
import { fault, work } from '../account.ts';
import { deadlineHasCome, random, relax, startDeadline } from './line.ts';

const round = atomic<u64>(0);
const served = atomic<u64>(0);
const refused = atomic<u64>(0);
const longestDelay = 200; // turns of a loop

function serve(): void {
	fetchAdd(served, 1, 'release');
}

/** Runs: on every hart but hart 0, outside of interrupts. */
function callTogether(rounds: usize): void {
	for (let time: u64 = 1; time <= u64(rounds); time += 1) {
		while (load(round, 'acquire') < time) relax();
		for (let turn = random(longestDelay); turn > 0; turn -= 1) load(round, 'relaxed');
		const result = random(2) === 0 ? callHart(0, serve, 0) : queueCall(0, serve, 0);
		if (result !== IrqResult.ok) fetchAdd(refused, 1, 'relaxed');
	}
}

export function gather(rounds: usize): void {
	const callers = u64(hartCount()) - 1;
	for (let hart: usize = 1; hart <= usize(callers); hart += 1)
		startProgram(hart, callTogether, rounds);
	let time: u64 = 0;
	let isLost = false;
	while (time < u64(rounds) && !isLost) {
		time += 1;
		store(round, time, 'release');
		startDeadline();
		while (load(served, 'acquire') < time * callers && !isLost) {
			relax();
			isLost = deadlineHasCome();
		}
	}
	fault(time * callers - load(served, 'relaxed'), 'lost or twice');
	fault(load(refused, 'relaxed'), 'refused');
	work('calls', load(served, 'relaxed'));
}
