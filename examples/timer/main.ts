'use native';

/** A periodic timer interrupt on every hart: ten ticks each, a line for each hart, and the end. */

import { consoleWrite, lockConsole, unlockConsole, writeDecimal } from 'native:console';
import { nextReadyLine, postEvent, takeEvents, waitForEvent } from 'native:event';
import { hartLocal } from 'native:hart';
import { callHart } from 'native:harts';
import { IrqResult, registerLocal } from 'native:irq';
import { hartCount } from 'native:machine';
import { type FixedArray, zeroed } from 'native:memory';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';

const timerCause = 7;
const firstLine = 100; // of the event lines, one for each hart; no device uses them
const ticksWanted = 10;
const period = 100_000; // ticks of the clock: 10 ms
const patience = 100_000_000; // 10 s, a hundred times what it takes

const tickLine = hartLocal<usize>(0);
const deadline = hartLocal<u64>(0);
const ticksLeft = hartLocal<u32>(0);

/** Runs: in the timer interrupt of each hart. Adding to the last deadline keeps the pace. */
function tick(): void {
	ticksLeft.value -= 1;
	deadline.value += period;
	if (ticksLeft.value === 0) stopTimer();
	else setTimer(deadline.value);
	postEvent(tickLine.value);
}

/** Runs: once on each hart. */
function startTicking(hart: usize): void {
	tickLine.value = firstLine + hart;
	ticksLeft.value = ticksWanted;
	deadline.value = monotonicTicks() + period;
	setTimer(deadline.value);
}

export function main(): i32 {
	if (registerLocal(timerCause, tick) !== IrqResult.ok) return 1;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) {
		if (callHart(usize(hart), startTicking, usize(hart)) !== IrqResult.ok) return 1;
	}

	const ticks: FixedArray<u32, 8> = zeroed(); // [hart]
	const end = monotonicTicks() + patience;
	let missing: u32 = hartCount() * ticksWanted;
	while (missing > 0 && monotonicTicks() < end) {
		waitForEvent(end);
		for (let line = nextReadyLine(); line >= firstLine; line = nextReadyLine()) {
			const count = takeEvents(u32(line));
			ticks[line - firstLine] += count;
			missing -= count;
		}
	}

	let status: i32 = 0;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) {
		if (ticks[hart] !== ticksWanted) status = 1;
		lockConsole();
		consoleWrite('hart ');
		writeDecimal(u64(hart));
		consoleWrite(': ');
		writeDecimal(u64(ticks[hart]));
		consoleWrite(' ticks\n');
		unlockConsole();
	}
	return status;
}
