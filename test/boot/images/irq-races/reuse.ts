'use native';

/**
 * Hart 1 takes the handler of a line off and puts another one with other data there, again and again and without
 * waiting, while hart 0 raises and handles it: a handler always gets its own data, although the records that hold both
 * are used again as soon as they may be.
 */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { startProgram } from 'native:harts';
import { enable, IrqResult, registerWithData, synchronize, unregister } from 'native:irq';
import { rtcIrq } from 'native:rtc';
import { fault, work } from '../account.ts';
import { dispatched, lowerLine, raiseLine, random, relax } from './line.ts';

const handled = atomic<u64>(0);
const torn = atomic<u64>(0);
const failures = atomic<u64>(0);
const changes = atomic<u64>(0);
const longestStay = 3000; // turns of a loop, one time in eight
const shortStay = 200;
const isOver = atomic<u32>(0); // 1 = hart 1 is to end, 2 = it has

function even(_irq: usize, data: usize): void {
	if (data % 2 !== 0) fetchAdd(torn, 1, 'relaxed');
	fetchAdd(handled, 1, 'relaxed');
}

function odd(_irq: usize, data: usize): void {
	if (data % 2 !== 1) fetchAdd(torn, 1, 'relaxed');
	fetchAdd(handled, 1, 'relaxed');
}

/** Runs: on hart 1, outside of interrupts. */
function change(): void {
	for (let word: usize = 0; load(isOver, 'acquire') === 0; word += 1) {
		const handler = word % 2 === 0 ? even : odd;
		let result = registerWithData(rtcIrq, handler, word);
		if (result === IrqResult.outOfRecords) {
			synchronize();
			result = registerWithData(rtcIrq, handler, word);
		}
		if (result !== IrqResult.ok) fetchAdd(failures, 1, 'relaxed');
		const stay: u64 = random(8) === 0 ? longestStay : shortStay;
		for (let turn = random(stay); turn > 0; turn -= 1) load(isOver, 'relaxed');
		if (unregister(rtcIrq) !== IrqResult.ok) fetchAdd(failures, 1, 'relaxed');
		fetchAdd(changes, 1, 'relaxed');
	}
	store(isOver, 2, 'release');
}

export function changeWhileFiring(rounds: u64): void {
	enable(rtcIrq, 0);
	startProgram(1, change, 0);
	const start = dispatched();
	let raised: u64 = 0;
	while (raised < rounds) {
		relax();
		enable(rtcIrq, 0); // it is masked when nobody has handled it a hundred times
		raiseLine();
		raised += 1;
		while (dispatched() - start < raised) relax();
		lowerLine();
	}
	store(isOver, 1, 'release');
	while (load(isOver, 'acquire') !== 2) relax();
	const refused = dispatched() - start - load(handled, 'relaxed');
	fault(raised - load(handled, 'relaxed') - refused, 'lost or twice');
	fault(load(torn, 'relaxed'), 'torn');
	fault(load(failures, 'relaxed'), 'failures');
	work('interrupts', raised);
	work('handled', load(handled, 'relaxed'));
	work('changes', load(changes, 'relaxed'));
}
