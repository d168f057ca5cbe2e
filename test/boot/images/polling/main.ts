'use native';

/** Waits in plain loops for what a handler of the same hart changes in hart-local storage. */

import { consoleWrite } from 'native:console';
import { hartLocal } from 'native:hart';
import { IrqResult, registerLocal } from 'native:irq';
import type { FixedArray } from 'native:memory';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';

const timerCause = 7;
const delay = 1000; // ticks of the clock: 100 µs

interface Progress {
	alarms: u32;
	isOver: boolean;
}

const counts = hartLocal<FixedArray<u32, 4>>();
const progress = hartLocal<Progress>();

function onTimer(): void {
	stopTimer();
	counts.value[2] += 1;
	progress.value.alarms += 1;
	progress.value.isOver = true;
}

export function main(): i32 {
	if (registerLocal(timerCause, onTimer) !== IrqResult.ok) return 1;
	setTimer(monotonicTicks() + delay);
	while (counts.value[2] === 0) {}
	consoleWrite('the element has changed\n');

	progress.value.isOver = false;
	setTimer(monotonicTicks() + delay);
	while (!progress.value.isOver) {}
	consoleWrite('the field has changed\n');
	return progress.value.alarms === 2 ? 0 : 1;
}
