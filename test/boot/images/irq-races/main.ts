'use native';

/** Races of the interrupt core, one in a run: which, how often and the seed, command.ts says. */

import { wantedPart, wantedRounds, wantedSeed } from '../command.ts';
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
	const rounds = wantedRounds();
	chooseSeed(wantedSeed());
	switch (wantedPart()) {
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
