'use native';

/** The clock's line, PLIC source 11, as one that a test raises by itself: an alarm in the past rings at once. */

import { hartLocal } from 'native:hart';
import { interruptCount } from 'native:irq';
import { hartCount } from 'native:machine';
import { rtc, rtcIrq } from 'native:rtc';
import { forgetWakeUp, monotonicTicks, wakeAt } from 'native:time';
import {
	disableInterrupts,
	restoreInterrupts,
	waitForInterrupt,
} from '../../../../kernel/arch/riscv64/interrupts.ts';

const turns = hartLocal<u32>(0);
const napTicks = 20;

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

/**
 * A turn of a loop that waits for another hart, or goes on as long as one works. Now and then it sleeps a moment:
 * under instruction counting a hart that never sleeps holds up all others.
 */
export function relax(): void {
	turns.value += 1;
	if (turns.value % 16 !== 0) return;
	const previous = disableInterrupts();
	wakeAt(monotonicTicks() + napTicks);
	waitForInterrupt();
	forgetWakeUp();
	restoreInterrupts(previous);
}
