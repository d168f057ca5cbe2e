'use native';

/** What test/boot/gdb.test.ts steps through: a handler that runs in a timer interrupt, with locals. */

import { atomic, load, store } from 'native:atomic';
import { consoleWrite } from 'native:console';
import { IrqResult, registerLocal } from 'native:irq';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';

const timerCause = 7;
const result = atomic<u64>(0);

class Accumulator {
	total: u64;
	count: u32;

	constructor() {
		this.total = 0;
		this.count = 0;
	}

	add(value: u64): void {
		this.total += value;
		this.count += 1;
	}
}

function weigh(cause: usize, factor: u32): u64 {
	const weight: u64 = u64(cause) * u64(factor);
	return weight + 1;
}

function tick(cause: usize): void {
	stopTimer();
	const accumulator = new Accumulator();
	for (let factor: u32 = 2; factor < 5; factor += 1) {
		const weight = weigh(cause, factor);
		accumulator.add(weight);
	}
	store(result, accumulator.total, 'relaxed');
}

export function main(): i32 {
	if (registerLocal(timerCause, tick) !== IrqResult.ok) return 1;
	setTimer(monotonicTicks() + 1000);
	while (load(result, 'relaxed') === 0) {}
	consoleWrite('stepped\n');
	return load(result, 'relaxed') === 66 ? 0 : 2;
}
