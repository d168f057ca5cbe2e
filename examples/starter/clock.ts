'use native';

/** The half that runs in the interrupt: the real-time clock rings, and its handler counts and rearms it. */

import { atomic, fetchAdd, load } from 'native:atomic';
import { postEvent } from 'native:event';
import { enable, IrqResult, register } from 'native:irq';
import { rtc, rtcIrq } from 'native:rtc';

const periodNs = 200_000_000;

const rings = atomic<u32>(0);

/** Runs in the trap: no allocation, no floating point, no waiting. */
function handleRing(irq: usize): void {
	rtc.acknowledge();
	fetchAdd(rings, 1, 'relaxed');
	rtc.setAlarm(rtc.readNanoseconds() + periodNs);
	postEvent(irq); // wakes whoever waits for this line
}

/** Lets the clock ring five times a second; `false` if another handler has its interrupt. */
export function startClock(): boolean {
	if (register(rtcIrq, handleRing) !== IrqResult.ok) return false;
	rtc.setAlarm(rtc.readNanoseconds() + periodNs);
	return enable(rtcIrq, 0) === IrqResult.ok; // on hart 0
}

/** How often the clock has rung. */
export function ringCount(): u32 {
	return load(rings, 'relaxed');
}

/** The interrupt line of the clock. */
export function clockLine(): u32 {
	return rtcIrq;
}
