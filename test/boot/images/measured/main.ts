'use native';

/**
 * Handlers that take long and then short, and a timer that is late: what was measured of them. Without MEASURE=1
 * all of it is 0.
 */

import { asm } from 'native:asm';
import { atomic, fetchAdd, load } from 'native:atomic';
import { print } from 'native:format';
import { callHart } from 'native:harts';
import {
	enable,
	greatestDuration,
	greatestLateness,
	greatestLocalDuration,
	lastDuration,
	lastLateness,
	lastLocalDuration,
	registerLocal,
	registerShared,
} from 'native:irq';
import { isMeasured } from 'native:measure';
import { rtc, rtcIrq } from 'native:rtc';
import { withInterruptsOff } from 'native:section';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';

const long = 5000; // turns of a handler, a few instructions each
const delayTicks = 1000;
const timerCause = 7;
const softwareCause = 3;
const runs = atomic<u32>(0);

function linger(turns: usize): void {
	for (let turn: usize = 0; turn < turns; turn += 1) asm('nop');
}

/** The first run is the long one. */
function first(): boolean {
	rtc.acknowledge();
	if (load(runs, 'relaxed') === 0) linger(long);
	return true;
}

function second(): boolean {
	fetchAdd(runs, 1, 'release');
	return false;
}

function onTimer(): void {
	stopTimer();
	fetchAdd(runs, 1, 'release');
}

function waitFor(count: u32): void {
	while (load(runs, 'acquire') !== count) {}
}

/** With interrupts masked the deadline passes, and `late` ticks more. */
function ringLate(late: u64): void {
	withInterruptsOff(() => {
		const deadline = monotonicTicks();
		setTimer(deadline);
		while (monotonicTicks() < deadline + late) {}
	});
}

function isBetween(value: u64, least: u64, most: u64): boolean {
	return value >= least && value <= most;
}

export function main(): i32 {
	registerShared(rtcIrq, second, 0);
	registerShared(rtcIrq, first, 0);
	enable(rtcIrq, 0);
	rtc.setAlarm(1);
	waitFor(1);
	rtc.setAlarm(1);
	waitFor(2);
	registerLocal(timerCause, onTimer);
	ringLate(delayTicks);
	waitFor(3);
	ringLate(0);
	waitFor(4);
	callHart(0, linger, long);

	print('measured: {}\n', isMeasured);
	const greatest = greatestDuration(0, rtcIrq);
	print('long: {}\n', isBetween(greatest, u64(long) * 2, u64(long) * 5));
	print('short: {}\n', isBetween(lastDuration(0, rtcIrq), 10, 1000));
	print('timer: {}\n', isBetween(lastLocalDuration(0, timerCause), 10, 1000));
	const call = greatestLocalDuration(0, softwareCause);
	print('call: {}\n', isBetween(call, u64(long) * 2, u64(long) * 5));
	print('late: {}\n', isBetween(greatestLateness(0), delayTicks, delayTicks + 100));
	print('in time: {}\n', isBetween(lastLateness(0), 0, 100));
	const nowhere = lastDuration(0, 96) + lastDuration(8, rtcIrq) + lastLocalDuration(0, 8);
	print('elsewhere: {}\n', nowhere + lastLateness(8) + greatestDuration(1, rtcIrq));
	return 0;
}
