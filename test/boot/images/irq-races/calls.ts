'use native';

/** Every hart calls every hart, with and without waiting, all at the same time: each call runs, and once. */

import { type Atomic, atomic, fetchAdd, load, store } from 'native:atomic';
import { callAllHarts, callHart, callOtherHarts, queueCall, startProgram } from 'native:harts';
import { IrqResult } from 'native:irq';
import { hartCount } from 'native:machine';
import { type FixedArray, zeroed } from 'native:memory';
import { currentHart } from '../../../../kernel/arch/riscv64/hart.ts';
import {
	disableInterrupts,
	restoreInterrupts,
} from '../../../../kernel/arch/riscv64/interrupts.ts';
import { fault, work } from '../account.ts';
import { relax } from './line.ts';

const waited = zeroed<FixedArray<Atomic<u64>, 8>>(); // [callee]
const queued = zeroed<FixedArray<Atomic<u64>, 8>>(); // [callee]
const done = zeroed<FixedArray<Atomic<u64>, 8>>(); // [caller]: calls of that hart that are over
const sent = atomic<u64>(0); // calls that were waited for
const accepted = atomic<u64>(0); // calls that were queued
const refused = atomic<u64>(0); // calls that found the queue full
const unfinished = atomic<u64>(0); // calls that came back before they were carried out
const running = atomic<u32>(0);

function countWaited(): void {
	fetchAdd(waited[currentHart()], 1, 'relaxed');
}

function countQueued(): void {
	fetchAdd(queued[currentHart()], 1, 'relaxed');
}

function queue(hart: usize): void {
	if (queueCall(hart, countQueued, 0) === IrqResult.ok) fetchAdd(accepted, 1, 'relaxed');
	else fetchAdd(refused, 1, 'relaxed');
}

/** Runs: on the hart that is called. It passes a queued call on, from inside its handler, and then is done. */
function passOn(argument: usize): void {
	countWaited();
	queue(argument % 8);
	fetchAdd(done[argument / 8], 1, 'relaxed');
}

function callEveryone(rounds: usize): void {
	const harts = usize(hartCount());
	const self = currentHart();
	for (let round: usize = 0; round < rounds; round += 1) {
		for (let hart: usize = 0; hart < harts; hart += 1) {
			const before = load(done[self], 'relaxed');
			const previous = round % 2 === 0 ? disableInterrupts() : 0;
			if (callHart(hart, passOn, self * 8 + ((hart + 1) % harts)) === IrqResult.ok)
				fetchAdd(sent, 1, 'relaxed');
			restoreInterrupts(previous);
			if (load(done[self], 'relaxed') !== before + 1) fetchAdd(unfinished, 1, 'relaxed');
			queue(hart);
		}
		if (callAllHarts(countWaited, 0) === IrqResult.ok) fetchAdd(sent, u64(harts), 'relaxed');
		if (callOtherHarts(countWaited, 0) === IrqResult.ok) fetchAdd(sent, u64(harts) - 1, 'relaxed');
	}
	fetchAdd(running, u32(-1), 'release');
}

function sum(counts: FixedArray<Atomic<u64>, 8>): u64 {
	let total: u64 = 0;
	for (let hart: usize = 0; hart < 8; hart += 1) total += load(counts[hart], 'relaxed');
	return total;
}

export function callAllPairs(rounds: usize): void {
	const harts = usize(hartCount());
	store(running, hartCount(), 'relaxed');
	for (let hart: usize = 1; hart < harts; hart += 1) startProgram(hart, callEveryone, rounds);
	callEveryone(rounds);
	while (load(running, 'acquire') !== 0) relax();
	while (sum(queued) < load(accepted, 'relaxed')) relax();
	callAllHarts(countWaited, 0); // whatever is still under way is over after this
	const wanted = u64(rounds * harts * (3 * harts - 1));
	const tried = u64(2 * rounds * harts * harts);
	fault(wanted - load(sent, 'relaxed'), 'not sent');
	fault(sum(waited) - wanted - u64(harts), 'lost or twice');
	fault(load(unfinished, 'relaxed'), 'unfinished');
	fault(sum(queued) - load(accepted, 'relaxed'), 'queued ones lost or twice');
	fault(tried - load(accepted, 'relaxed') - load(refused, 'relaxed'), 'neither queued nor refused');
	work('calls', sum(waited) + sum(queued));
	work('queued calls', sum(queued));
}
