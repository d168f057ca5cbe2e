'use native';

/**
 * Every hart adds to data that a lock guards: all of them in their timer handlers, and hart 0 outside of
 * interrupts as well. The sum is exact only if no two were inside at a time.
 */

import { type Atomic, fetchAdd, load } from 'native:atomic';
import { nextReadyLine, postEvent, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { hartLocal } from 'native:hart';
import { callHart } from 'native:harts';
import { IrqResult, registerLocal } from 'native:irq';
import { Locked, SpinLock } from 'native:lock';
import { hartCount } from 'native:machine';
import { zeroed } from 'native:memory';
import { withInterruptsOff, withLock } from 'native:section';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';

const timerCause = 7;
const batch = 100; // additions for each alarm
const alarms = 200; // of each hart
const ownAdditions = 20_000; // of hart 0, outside of interrupts: at least, and until its alarms are over
const period = 200; // ticks of the clock: 20 µs
const doneLine = 100;

/** Two words that are equal whenever nobody is inside. */
interface Pair {
	first: u64;
	second: u64;
}

const pair = new Locked<Pair>();
const inner = new SpinLock();
const torn: Atomic<u32> = zeroed();
const alarmsLeft = hartLocal<u32>(0);

/** Sections nest, with and without a lock; a section returns from itself alone. */
function addOne(): void {
	const isWhole = withLock(pair, both => {
		if (both.first !== both.second) return false;
		both.first += 1;
		withLock(inner, () => {
			withInterruptsOff(() => {
				both.second += 1;
			});
		});
		return both.first === both.second;
	});
	if (!isWhole) fetchAdd(torn, 1, 'relaxed');
}

function onTimer(): void {
	for (let i: u32 = 0; i < batch; i += 1) addOne();
	alarmsLeft.value -= 1;
	if (alarmsLeft.value !== 0) {
		setTimer(monotonicTicks() + period);
		return;
	}
	stopTimer();
	postEvent(doneLine);
}

/** Runs: once on each hart. */
function start(): void {
	alarmsLeft.value = alarms;
	setTimer(monotonicTicks());
}

export function main(): i32 {
	if (registerLocal(timerCause, onTimer) !== IrqResult.ok) return 1;
	for (let hart: usize = 0; hart < usize(hartCount()); hart += 1) {
		if (callHart(hart, start, 0) !== IrqResult.ok) return 1;
	}
	let own: u64 = 0;
	for (; own < ownAdditions || alarmsLeft.value !== 0; own += 1) addOne();
	let finished: u32 = 0;
	while (finished < hartCount()) {
		waitForEvent(0xffff_ffff_ffff_ffff);
		while (nextReadyLine() === doneLine) finished += takeEvents(doneLine);
	}
	const lost = own + u64(hartCount() * alarms * batch) - withLock(pair, both => both.first);
	print('{} lost, {} torn\n', lost, load(torn, 'relaxed'));
	return 0;
}
