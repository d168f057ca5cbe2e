'use native';

import { postEvent } from 'native:event';
import { IrqResult, register } from 'native:irq';
import { rtc, rtcIrq } from 'native:rtc';

/** Runs in the interrupt: quiets the clock, then tells the event loop. */
function onAlarm(irq: usize): void {
	rtc.acknowledge();
	postEvent(irq);
}

/** The interrupt that rings. */
export function alarmIrq(): u32 {
	return rtcIrq;
}

/** Takes the clock's interrupt; `false` if somebody else has it. */
export function openAlarm(): boolean {
	return register(rtcIrq, onAlarm) === IrqResult.ok;
}

/** Rings once, `delayMs` from now. */
export function setAlarm(delayMs: u32): void {
	rtc.setAlarm(rtc.readNanoseconds() + u64(delayMs) * 1_000_000);
}
