'use native';

/** Lets input pile up unread until some is lost, then reads the rest and says how much of each. */

import { consoleWrite, lockConsole, unlockConsole, writeDecimal } from 'native:console';
import { consoleOverflows, openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { monotonicTicks, ticksPerSecond } from 'native:time';

const sent = 6000; // by the test; more than the ring holds

/** Waits for interrupts until `lost` bytes are lost, or for ten seconds. */
function waitForLoss(lost: u64): void {
	const end = monotonicTicks() + 10 * ticksPerSecond();
	while (consoleOverflows() < lost && monotonicTicks() < end) {
		waitForEvent(end);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
	}
}

export function main(): i32 {
	openConsoleInput();
	consoleWrite('ready\n');
	waitForLoss(sent - 4096);

	let kept: u64 = 0;
	let inOrder = true;
	for (let byte = readConsoleByte(); byte >= 0; byte = readConsoleByte()) {
		if (u64(byte) !== kept % 251) inOrder = false;
		kept += 1;
	}
	lockConsole();
	consoleWrite('kept ');
	writeDecimal(kept);
	consoleWrite(inOrder ? ' in order, lost ' : ' in disorder, lost ');
	writeDecimal(consoleOverflows());
	consoleWrite('\n');
	unlockConsole();
	return 0;
}
