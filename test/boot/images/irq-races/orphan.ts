'use native';

/** A line rings when the only hart that it could interrupt has left; then it is moved, and is handled there. */

import { atomic, fetchAdd, load } from 'native:atomic';
import { hartIsOnline, leave, startProgram } from 'native:harts';
import { enable, IrqResult, register, setAffinity } from 'native:irq';
import { hartCount } from 'native:machine';
import { rtcIrq } from 'native:rtc';
import { fault, work } from '../account.ts';
import { deadlineHasCome, lowerLine, raiseLine, relax, startDeadline } from './line.ts';

const handled = atomic<u64>(0);

function count(): void {
	lowerLine();
	fetchAdd(handled, 1, 'release');
}

function go(): void {
	leave();
}

/** The harts leave one after the other, each with the line; the last one that stays is hart 0. */
export function leaveALine(): void {
	register(rtcIrq, count);
	let failures: u64 = 0;
	let raised: u64 = 0;
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) {
		if (setAffinity(rtcIrq, hart) !== IrqResult.ok) failures += 1;
		if (raised === 0) enable(rtcIrq, hart);
		startProgram(hart, go, 0);
		while (hartIsOnline(hart)) relax();
		raiseLine();
		raised += 1;
		if (setAffinity(rtcIrq, 0) !== IrqResult.ok) failures += 1;
		startDeadline();
		while (load(handled, 'acquire') < raised && !deadlineHasCome()) relax();
	}
	fault(raised - load(handled, 'relaxed'), 'lost or twice');
	fault(failures, 'failures');
	work('interrupts', load(handled, 'relaxed'));
}
