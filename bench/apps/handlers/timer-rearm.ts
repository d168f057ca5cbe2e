'use native';

/** A periodic timer without drift: the deadline moves by whole periods, past those that were missed. */

import type { Guarded } from 'native:atomic';
import { layout, zeroed } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { base } from './area.ts';

interface TimerRegisters {
	deadline: ReadWrite<u64>;
	now: ReadWrite<u64>; // the device would only be read
}

layout<TimerRegisters>({ deadline: 0, now: 8 });

const timer = mmio<TimerRegisters>(base);
const period = 10_000;

export interface TimerState {
	deadline: u64;
	ticks: u64;
	missed: u64;
}

export const timerState: Guarded<TimerState, 'hart 0 alone'> = zeroed();

export function timerPrepare(): void {
	timerState.deadline = 1_000_000;
	timer.now.write(1_034_567);
}

export function timerRearm(): void {
	const now = timer.now.read();
	timerState.ticks += 1;
	timerState.deadline += period;
	while (timerState.deadline <= now) {
		timerState.deadline += period;
		timerState.missed += 1;
	}
	timer.deadline.write(timerState.deadline);
}
