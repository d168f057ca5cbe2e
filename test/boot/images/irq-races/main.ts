'use native';

/** Races of the interrupt core, each started by a line from the console, a letter and how often: `s3000`. See the
 * modules for what they show. */

import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { monotonicTicks } from 'native:time';
import { callAllPairs } from './calls.ts';
import { leaveWhileCalled } from './leaving.ts';
import { moveTogether, moveWhileFiring } from './moves.ts';
import { removeWhileFiring } from './removal.ts';
import { shareWhileFiring } from './shared.ts';

/** QEMU 7.2 that counts instructions may stop for good when input comes to a machine that waits for nothing else. */
const pollTicks = 10_000; // 1 ms

function readByte(): i32 {
	for (;;) {
		const byte = readConsoleByte();
		if (byte >= 0) return byte;
		waitForEvent(monotonicTicks() + pollTicks);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
	}
}

/** A number in decimal, to the end of the line. */
function readNumber(): usize {
	let value: usize = 0;
	for (let byte = readByte(); byte !== 0x0a; byte = readByte())
		value = value * 10 + usize(byte) - 0x30;
	return value;
}

export function main(): i32 {
	openConsoleInput();
	print('ready\n');
	const letter = readByte();
	const rounds = readNumber();
	switch (letter) {
		case 0x73: // s
			shareWhileFiring(u64(rounds));
			return 0;
		case 0x72: // r
			removeWhileFiring(rounds);
			return 0;
		case 0x6d: // m
			moveWhileFiring(rounds);
			return 0;
		case 0x74: // t
			moveTogether(rounds);
			return 0;
		case 0x63: // c
			callAllPairs(rounds);
			return 0;
		case 0x6c: // l
			leaveWhileCalled(rounds);
			return 0;
		default:
			return 1;
	}
}
