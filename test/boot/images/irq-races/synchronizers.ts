'use native';

/** All other harts synchronize all the time, which holds interrupts back; and still hart 0 takes each interrupt. */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { startProgram } from 'native:harts';
import { enable, IrqResult, register, synchronize } from 'native:irq';
import { hartCount } from 'native:machine';
import { rtcIrq } from 'native:rtc';
import { fault, work } from '../account.ts';
import { deadlineHasCome, lowerLine, raiseLine, relax, startDeadline } from './line.ts';

const handled = atomic<u64>(0);
const waits = atomic<u64>(0);
const failures = atomic<u64>(0);
const isOver = atomic<u32>(0);
const running = atomic<u32>(0);

function count(): void {
	lowerLine();
	fetchAdd(handled, 1, 'release');
}

/** Runs: on every hart but hart 0, outside of interrupts. */
function wait(): void {
	while (load(isOver, 'acquire') === 0) {
		if (synchronize() !== IrqResult.ok) fetchAdd(failures, 1, 'relaxed');
		fetchAdd(waits, 1, 'relaxed');
	}
	fetchAdd(running, u32(-1), 'release');
}

export function interruptSynchronizers(rounds: u64): void {
	register(rtcIrq, count);
	enable(rtcIrq, 0);
	store(running, hartCount() - 1, 'relaxed');
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) startProgram(hart, wait, 0);
	let raised: u64 = 0;
	let isLost = false;
	startDeadline();
	while (raised < rounds && !isLost) {
		relax();
		raiseLine();
		raised += 1;
		while (load(handled, 'acquire') < raised && !isLost) {
			relax();
			isLost = deadlineHasCome();
		}
	}
	store(isOver, 1, 'release');
	while (load(running, 'acquire') !== 0) relax();
	fault(raised - load(handled, 'relaxed'), 'lost or twice');
	fault(isLost ? 1 : 0, 'interrupts that were held back for good');
	fault(load(failures, 'relaxed'), 'failures');
	work('interrupts', load(handled, 'relaxed'));
	work('waits', load(waits, 'relaxed'));
}
