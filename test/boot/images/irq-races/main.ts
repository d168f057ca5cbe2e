'use native';

/** Races of the interrupt core, each started by a letter from the console; see the modules for what they show. */

import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { callAllPairs } from './calls.ts';
import { moveWhileFiring } from './moves.ts';
import { removeWhileFiring } from './removal.ts';
import { shareWhileFiring } from './shared.ts';

const never = 0xffff_ffff_ffff_ffff;

function readLetter(): i32 {
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
	switch (readLetter()) {
		case 0x73: // s
			shareWhileFiring(3000);
			return 0;
		case 0x72: // r
			removeWhileFiring(60);
			return 0;
		case 0x6d: // m
			moveWhileFiring(500);
			return 0;
		case 0x63: // c
			callAllPairs(40);
			return 0;
		default:
			return 1;
	}
}
