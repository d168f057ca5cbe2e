'use native';

import { atomic, fetchAdd, load } from 'native:atomic';
import { postEvent } from 'native:event';
import { enable, IrqResult, register } from 'native:irq';
import { rtc, rtcIrq } from 'native:rtc';

const rung = atomic<u32>(0);

function handle(irq: usize): void {
	rtc.acknowledge();
	fetchAdd(rung, 1, 'relaxed');
	postEvent(irq);
}

export function start(): boolean {
	return register(rtcIrq, handle) === IrqResult.ok && enable(rtcIrq, 0) === IrqResult.ok;
}

export function ring(): void {
	rtc.setAlarm(rtc.readNanoseconds() + 1_000_000);
}

export function bellIrq(): u32 {
	return rtcIrq;
}

export function count(): u32 {
	return load(rung, 'relaxed');
}
