'use native';

/** The clock's line, PLIC source 11, as one that a test raises by itself: an alarm in the past rings at once. */

import { interruptCount } from 'native:irq';
import { hartCount } from 'native:machine';
import { rtc, rtcIrq } from 'native:rtc';

/** How often any hart has dispatched the line so far. */
export function dispatched(): u64 {
	let sum: u64 = 0;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) sum += interruptCount(hart, rtcIrq);
	return sum;
}

/** Raises the line. */
export function raiseLine(): void {
	rtc.setAlarm(1);
}

/** Lowers it. Runs: in its handler, or when it was dispatched to nobody. */
export function lowerLine(): void {
	rtc.acknowledge();
}
