/** 7xxx: proofs about the whole program. 9xxx: the compiler itself. */

import { define, defineFinding } from './define.ts';

export const recursionInInterrupt = defineFinding(
	'NT7001',
	(name: string) => `'${name}' runs in an interrupt and calls itself, so its stack has no bound.`,
	() => 'Write it as a loop, or let the event loop do it.',
);

export const ordinaryInInterrupt = defineFinding(
	'NT7002',
	(name: string, target: string) =>
		`'${name}' runs in an interrupt and calls '${target}', which is ordinary code.`,
	() => 'Post an event, and call it from the event loop.',
);

export const internal = define(
	'NT9001',
	(message: string) => `This is a bug in the compiler: ${message}.`,
	() => 'Report it with the source line; a simpler form of the line may compile meanwhile.',
);
