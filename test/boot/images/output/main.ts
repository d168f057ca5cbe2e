'use native';

/** Harts and their handlers that all write, and panics meanwhile: see panics.ts. */

import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { writeLines } from './lines.ts';
import {
	panicEverywhere,
	panicInHandlers,
	panicInsideLock,
	panicWhileCalled,
	panicWhileHeld,
	panicWhileStuck,
	panicWhileWriting,
} from './panics.ts';

const never = 0xffff_ffff_ffff_ffff;

function readByte(): i32 {
	for (;;) {
		const byte = readConsoleByte();
		if (byte >= 0) return byte;
		waitForEvent(never);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
	}
}

export function main(): i32 {
	openConsoleInput();
	print('ready\n');
	switch (readByte()) {
		case 0x6c: // l
			writeLines();
			return 0;
		case 0x69: // i
			panicInsideLock();
			return 1;
		case 0x63: // c
			panicWhileCalled();
			return 1;
		case 0x68: // h
			panicWhileHeld();
			return 1;
		case 0x73: // s
			panicWhileStuck();
			return 1;
		case 0x65: // e
			panicEverywhere();
			return 1;
		case 0x6e: // n
			panicInHandlers();
			return 1;
		case 0x77: // w
			panicWhileWriting();
			return 1;
		default:
			return 1;
	}
}
