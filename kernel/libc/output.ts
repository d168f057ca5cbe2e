'use native';

/**
 * Where printf, putchar and fwrite end. The C library writes byte by byte; a line goes to the console
 * in one piece when it is complete, so that nothing from another hart can split it.
 *
 * Runs: on hart 0, in ordinary code.
 */

import { exportSymbol } from 'native:link';
import { lockConsole, unlockConsole, writeUnlocked } from '../platform/console.ts';
import { Cell } from '../sync/cell.ts';
import { Ring } from '../sync/ring.ts';

const newline = 0x0a;

const line = new Ring(256);
const written = new Cell(); // 1 once there was any byte

/** Writes out what has come of a line. */
export function flushLine(): void {
	lockConsole();
	for (let byte = line.take(); byte >= 0; byte = line.take()) writeUnlocked(u8(byte));
	unlockConsole();
}

/** Whether the C library has written anything: console.log does not go through it, errors of Porffor do. */
export function hasWritten(): boolean {
	return written.read() !== 0;
}

/** picolibc's `put` of a stream; it gives a negative number for failure. */
function consolePut(byte: u8): i32 {
	written.write(1);
	if (!line.put(byte)) {
		flushLine();
		line.put(byte);
	}
	if (byte === newline) flushLine();
	return 0;
}
exportSymbol('consolePut', consolePut);
