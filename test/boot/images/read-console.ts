'use native';

/** Reading what a test wants from the console. Runs: on hart 0, with the console's input open. */

import { readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { monotonicTicks } from 'native:time';

/** QEMU 7.2 that counts instructions may stop for good when input comes to a machine that waits for nothing else. */
const pollTicks = 10_000; // 1 ms

/** The next byte; waits for it. */
export function readByte(): i32 {
	for (;;) {
		const byte = readConsoleByte();
		if (byte >= 0) return byte;
		waitForEvent(monotonicTicks() + pollTicks);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
	}
}

/** A number in decimal, up to a comma or the end of the line. */
export function readNumber(): usize {
	let value: usize = 0;
	for (let byte = readByte(); byte >= 0x30; byte = readByte())
		value = value * 10 + usize(byte) - 0x30;
	return value;
}
