'use native';

/**
 * All harts but hart 0 put handlers with data on one line, and take them off, while hart 0 raises it and every
 * hart takes it. A handler always gets its own data, and never runs after `synchronize`.
 */

import { type Atomic, atomic, fetchAdd, load, store } from 'native:atomic';
import { startProgram } from 'native:harts';
import { enable, IrqResult, registerWithData, synchronize, unregister } from 'native:irq';
import { hartCount } from 'native:machine';
import { type FixedArray, zeroed } from 'native:memory';
import { rtcIrq } from 'native:rtc';
import { fault, rest, work } from '../account.ts';
import { dispatched, lowerLine, raiseLine, random, relax } from './line.ts';

const handled = atomic<u64>(0);
const torn = atomic<u64>(0);
const late = atomic<u64>(0);
const registrations = atomic<u64>(0);
const failures = atomic<u64>(0);
const running = atomic<u32>(0); // harts that are not done
const longTurns = 10_000; // of a handler, one time in sixteen
const shortTurns = 300;
const patience = 8; // one time in so many a hart that comes too late synchronizes as well
/** [hart]: the registration of that hart that may run; 0 = none. */
const alive = zeroed<FixedArray<Atomic<usize>, 8>>();

/** A registration is a word: its hart, below its number, whose lowest bit says which handler it has. */
function check(data: usize, parity: usize): void {
	lowerLine();
	if ((data >> 3) % 2 !== parity) fetchAdd(torn, 1, 'relaxed');
	fetchAdd(handled, 1, 'release'); // now the line is taken away, while this goes on
	const turns: u32 = random(16) === 0 ? longTurns : shortTurns;
	for (let turn: u32 = 0; turn < turns; turn += 1) {
		if (load(alive[data % 8], 'acquire') === data) continue;
		fetchAdd(late, 1, 'relaxed');
		break;
	}
}

function even(_irq: usize, data: usize): void {
	check(data, 0);
}

function odd(_irq: usize, data: usize): void {
	check(data, 1);
}

/** Runs: on each hart but hart 0, outside of interrupts. */
function putAndTake(argument: usize): void {
	const hart = argument % 8;
	const cycles = u64(argument / 8);
	for (let round: usize = 1; load(registrations, 'relaxed') < cycles; round += 1) {
		const word = round * 8 + hart;
		store(alive[hart], word, 'release');
		const handler = round % 2 === 0 ? even : odd;
		const result = registerWithData(rtcIrq, handler, word);
		if (result === IrqResult.ok) {
			fetchAdd(registrations, 1, 'relaxed');
			const before = load(handled, 'relaxed');
			while (load(handled, 'relaxed') === before) relax();
			if (unregister(rtcIrq) !== IrqResult.ok) fetchAdd(failures, 1, 'relaxed');
		} else {
			if (result !== IrqResult.taken) fetchAdd(failures, 1, 'relaxed');
			relax();
			if (random(patience) !== 0) continue;
		}
		if (synchronize() !== IrqResult.ok) fetchAdd(failures, 1, 'relaxed');
		store(alive[hart], 0, 'release');
	}
	fetchAdd(running, u32(-1), 'release');
}

export function removeWhileFiring(cycles: usize): void {
	store(running, hartCount() - 1, 'relaxed');
	for (let hart: usize = 0; hart < usize(hartCount()); hart += 1) enable(rtcIrq, hart);
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) {
		startProgram(hart, putAndTake, cycles * 8 + hart);
	}
	const start = dispatched();
	let raised: u64 = 0;
	while (load(running, 'acquire') !== 0) {
		enable(rtcIrq, 0); // it is masked when nobody has handled it a hundred times
		relax();
		raiseLine();
		raised += 1;
		while (dispatched() - start < raised) relax();
		lowerLine();
	}
	const refused = dispatched() - start - load(handled, 'relaxed');
	fault(raised - load(handled, 'relaxed') - refused, 'lost');
	fault(load(torn, 'relaxed'), 'torn');
	fault(load(late, 'relaxed'), 'late');
	fault(load(failures, 'relaxed'), 'failures');
	work('cycles', load(registrations, 'relaxed'));
	work('handled', load(handled, 'relaxed')); // each cycle waited until a handler had run
	rest('refused', refused);
}
