'use native';

/**
 * Every hart writes lines in its program, in its timer's handler and in calls that it gets, in one piece by `print` or
 * piece by piece under the console's lock: `<where> <hart> <number> of …`.
 */

import { type Atomic, fetchAdd, load } from 'native:atomic';
import {
	consoleWrite,
	consoleWriteByte,
	lockConsole,
	unlockConsole,
	writeDecimal,
} from 'native:console';
import { print } from 'native:format';
import { hartLocal } from 'native:hart';
import { callHart, queueCall, startProgram } from 'native:harts';
import { IrqResult, registerLocal } from 'native:irq';
import { hartCount } from 'native:machine';
import { zeroed } from 'native:memory';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';
import { currentHart } from '../../../../kernel/arch/riscv64/hart.ts';

const lines = 50; // of each kind, of each hart
const timerCause = 7;
const period = 300; // ticks of the clock: 30 µs

const done: Atomic<u32> = zeroed(); // kinds of lines that a hart has written all of
const alarms = hartLocal<u32>(0);

function writeProgramLine(number: usize): void {
	if (number % 2 === 0) {
		print('program {} {} of a line that is long enough to be cut\n', currentHart(), number);
		return;
	}
	lockConsole();
	consoleWrite('program ');
	writeDecimal(u64(currentHart()));
	consoleWriteByte(0x20);
	writeDecimal(u64(number));
	consoleWrite(' of a line that is long enough to be cut\n');
	unlockConsole();
}

/** Runs: in the software interrupt. */
function writeCallLine(number: usize): void {
	print('call {} {} of a line in a handler\n', currentHart(), number);
	if (number === lines - 1) fetchAdd(done, 1, 'release');
}

function onTimer(): void {
	print('timer {} {} of a line in a handler\n', currentHart(), alarms.value);
	alarms.value += 1;
	if (alarms.value < lines) {
		setTimer(monotonicTicks() + period);
		return;
	}
	stopTimer();
	fetchAdd(done, 1, 'release');
}

function startTimer(): void {
	setTimer(monotonicTicks() + period);
}

function writeAll(): void {
	for (let number: usize = 0; number < lines; number += 1) writeProgramLine(number);
	fetchAdd(done, 1, 'release');
}

export function writeLines(): void {
	const harts = usize(hartCount());
	registerLocal(timerCause, onTimer);
	for (let hart: usize = 0; hart < harts; hart += 1) callHart(hart, startTimer, 0);
	for (let hart: usize = 1; hart < harts; hart += 1) startProgram(hart, writeAll, 0);
	for (let number: usize = 0; number < lines; number += 1) {
		writeProgramLine(number);
		for (let hart: usize = 0; hart < harts; hart += 1) {
			while (queueCall(hart, writeCallLine, number) === IrqResult.queueFull) {}
		}
	}
	fetchAdd(done, 1, 'release');
	while (load(done, 'acquire') !== u32(harts) * 3) {}
}
