'use native';

/** Races of the interrupt core, each started by a line from the console: a letter, how often and a
 * seed, `s3000,1,0`. See the modules for what they show. */

import { openConsoleInput } from 'native:console-input';
import { print } from 'native:format';
import { readByte, readNumber } from '../read-console.ts';
import { callAllPairs } from './calls.ts';
import { gather } from './gathering.ts';
import { leaveWhileCalled } from './leaving.ts';
import { chooseSeed } from './line.ts';
import { moveTogether, moveWhileFiring } from './moves.ts';
import { leaveALine } from './orphan.ts';
import { removeWhileFiring } from './removal.ts';
import { changeWhileFiring } from './reuse.ts';
import { shareWhileFiring } from './shared.ts';
import { interruptSynchronizers } from './synchronizers.ts';

export function main(): i32 {
	openConsoleInput();
	print('ready\n');
	const letter = readByte();
	const rounds = readNumber();
	chooseSeed(u64(readNumber()));
	readNumber(); // how late an interrupt may be: not measured here
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
		case 0x67: // g
			gather(rounds);
			return 0;
		case 0x75: // u
			changeWhileFiring(u64(rounds));
			return 0;
		case 0x79: // y
			interruptSynchronizers(u64(rounds));
			return 0;
		case 0x6f: // o
			leaveALine();
			return 0;
		case 0x6c: // l
			leaveWhileCalled(rounds);
			return 0;
		default:
			return 1;
	}
}
