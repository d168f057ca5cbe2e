'use native';

/** The clock's line, PLIC source 11, as one that a test raises by itself: an alarm in the past rings at once. */

import { atomic, load, store } from 'native:atomic';
import { hartLocal } from 'native:hart';
import { interruptCount } from 'native:irq';
import { hartCount } from 'native:machine';
import { rtc, rtcIrq } from 'native:rtc';
import { forgetWakeUp, monotonicTicks, wakeAt } from 'native:time';
import { currentHart } from '../../../../kernel/arch/riscv64/hart.ts';
import {
	disableInterrupts,
	restoreInterrupts,
	waitForInterrupt,
} from '../../../../kernel/arch/riscv64/interrupts.ts';

const turns = hartLocal<u32>(0);
const longestNap = 40; // ticks

/** What every random choice of a run comes from; set before other harts have a program. */
const seed = atomic<u64>(1);
const state = hartLocal<u64>(0);

/** Makes the run one of many. */
export function chooseSeed(value: u64): void {
	store(seed, value, 'relaxed');
}

/** The hart's next random number, 0 … below - 1: xorshift. */
export function random(below: u64): u64 {
	let word = state.value;
	if (word === 0) word = load(seed, 'relaxed') * 0x9e37_79b9_7f4a_7c15 + u64(currentHart()) + 1;
	word ^= word << 13;
	word ^= word >> 7;
	word ^= word << 17;
	state.value = word;
	return (word >> 11) % below;
}

const patience = 200_000_000; // ticks: 20 s
const deadline = hartLocal<u64>(0);

/** Begins to wait for something that comes at once, unless it is lost. */
export function startDeadline(): void {
	deadline.value = monotonicTicks() + patience;
}

/** It is lost. */
export function deadlineHasCome(): boolean {
	return monotonicTicks() > deadline.value;
}

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
	wakeAt(monotonicTicks() + 1 + random(longestNap));
	waitForInterrupt();
	forgetWakeUp();
	restoreInterrupts(previous);
}
