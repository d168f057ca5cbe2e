'use native';

/**
 * Every PLIC line, routed round to the harts: each handler says that it ran, and counts. After
 * `pulses` of each line the counts are compared, per line and hart, and are the exit status.
 */

import { type Atomic, fetchAdd, load } from 'native:atomic';
import { consoleWrite, lockConsole, unlockConsole, writeDecimal } from 'native:console';
import { nextReadyLine, postEvent, takeEvents, waitForEvent } from 'native:event';
import { enable, IrqResult, interruptCount, register } from 'native:irq';
import { hartCount } from 'native:machine';
import { type FixedArray, zeroed } from 'native:memory';

const lines = 95;
const pulses = 3;
const never = 0xffff_ffff_ffff_ffff;

const counts = zeroed<FixedArray<Atomic<u32>, 96>>();

function writeNumber(before: string, value: u64, after: string): void {
	lockConsole();
	consoleWrite(before);
	writeDecimal(value);
	consoleWrite(after);
	unlockConsole();
}

/** Runs: in the interrupt of each line, on the hart that the line is routed to. */
function handle(irq: usize): void {
	fetchAdd(counts[irq], 1, 'relaxed');
	writeNumber('irq ', u64(irq), '\n');
	postEvent(irq);
}

function hartOf(line: usize): u32 {
	return u32(line) % hartCount();
}

/** Whether `line` was handled as often as it was pulsed, all of it on its own hart. */
function isExact(line: usize): boolean {
	if (load(counts[line], 'relaxed') !== pulses) return false;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) {
		const expected: u64 = hart === hartOf(line) ? pulses : 0;
		if (interruptCount(hart, u32(line)) !== expected) return false;
	}
	return true;
}

export function main(): i32 {
	for (let line: usize = 1; line <= lines; line += 1) {
		if (register(line, handle) !== IrqResult.ok) return 2;
		if (enable(line, usize(hartOf(line))) !== IrqResult.ok) return 3;
	}
	consoleWrite('ready\n');

	let events: u32 = 0;
	while (events < lines * pulses) {
		waitForEvent(never);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) {
			events += takeEvents(u32(line));
		}
	}

	let status: i32 = 0;
	for (let line: usize = 1; line <= lines; line += 1) {
		if (isExact(line)) continue;
		writeNumber('wrong count on line ', u64(line), '\n');
		status = 1;
	}
	consoleWrite(status === 0 ? 'every count is exact\n' : 'some counts are wrong\n');
	return status;
}
