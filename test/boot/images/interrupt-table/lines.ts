'use native';

/** Lines of every kind: shared, with data, of nobody, of a handler that is gone, on two harts. */

import { atomic, fetchAdd, load } from 'native:atomic';
import { callHart } from 'native:harts';
import {
	disable,
	enable,
	interruptCount,
	localInterruptCount,
	registerLocal,
	registerShared,
	registerWithData,
	setAffinity,
	unregister,
} from 'native:irq';
import { rtc, rtcIrq } from 'native:rtc';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';
import { uartIrq } from 'native:uart';
import { lowerLine, raiseLine } from '../uart-line.ts';

const timerCause = 7;
const runs = atomic<u32>(0);

function acknowledgeTheRealTimeClockWhoeverElseSharesItsLine(_irq: usize, data: usize): boolean {
	rtc.acknowledge();
	fetchAdd(runs, 1, 'release');
	return load(runs, 'relaxed') % u32(data) !== 0; // every third is nobody's
}

function refuse(): boolean {
	return false;
}

function quiet(): void {
	lowerLine();
	fetchAdd(runs, 1, 'release');
}

function onTimer(): void {
	stopTimer();
	fetchAdd(runs, 1, 'release');
}

function startTimer(): void {
	setTimer(monotonicTicks());
}

function ring(times: u32): void {
	for (let time: u32 = 0; time < times; time += 1) {
		const before = load(runs, 'relaxed');
		rtc.setAlarm(1);
		while (load(runs, 'acquire') === before) {}
	}
}

/** The UART's line: once with a handler, and then, on hart 1, with none. */
function interruptByUart(): void {
	const before = load(runs, 'relaxed');
	registerWithData(uartIrq, quiet, 1);
	enable(uartIrq, 0);
	raiseLine();
	while (load(runs, 'acquire') === before) {}
	unregister(uartIrq);
	setAffinity(uartIrq, 1);
	raiseLine();
	while (interruptCount(1, uartIrq) === 0) {}
	lowerLine();
	disable(uartIrq);
}

/** Hart 1 takes three calls, the first of which sets its timer. */
function interruptHart1(): void {
	const before = load(runs, 'relaxed');
	callHart(1, startTimer, 0);
	while (load(runs, 'acquire') === before) {}
	while (localInterruptCount(1, timerCause) === 0) {} // counted after its handler
}

export function interruptAll(): void {
	registerLocal(timerCause, onTimer);
	registerShared(rtcIrq, refuse, 0);
	registerShared(rtcIrq, acknowledgeTheRealTimeClockWhoeverElseSharesItsLine, 3);
	enable(rtcIrq, 0);
	ring(1234);
	setAffinity(rtcIrq, 1);
	ring(5);
	interruptByUart();
	interruptHart1();
}
