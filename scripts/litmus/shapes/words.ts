/** Shapes of `EventCounts`, `Ring`, `Cell` and `SpinLock`. */

import { type Call, calls, first, type LastValue, type Shape, saw } from '../shape.ts';

/** A line without a bit that has a count: nobody looks for that event. */
const lostEvent: readonly LastValue[] = [
	{ symbol: 'litmusEvents', offset: 4 * 5, value: 1n },
	{ symbol: 'litmusEvents', offset: 4 * 128, value: 0n },
];

const add = (name: string, bit: bigint): readonly Call[] => [{ name, args: [bit] }];

export const wordShapes: readonly Shape[] = [
	{
		name: 'post-take',
		wrong: 'a line has an event and no count, or what its handler wrote is not there',
		harts: [calls('eventPost'), calls('eventTake')],
	},
	{
		name: 'post-take-two',
		wrong: 'a second event is counted before what its handler wrote is there',
		setUp: first('eventBefore'),
		harts: [calls('eventPost'), calls('eventTakeTwo')],
		isRight: ([, took]) => took === saw.right,
	},
	{
		name: 'post-lost',
		wrong: 'an event is counted, its bit is cleared, and nobody looks for it',
		setUp: first('eventBefore'),
		harts: [calls('eventPost'), calls('eventTake')],
		isWrong: () => true,
		isRight: ([, took]) => took === saw.right,
		last: lostEvent,
	},
	{
		name: 'put-take',
		wrong: 'the index comes without the byte',
		harts: [calls('ringPut'), calls('ringTake')],
	},
	{
		name: 'take-put',
		wrong: 'a byte is overwritten before it was read',
		setUp: first('ringPut'),
		harts: [calls('ringPutNext'), calls('ringTake')],
	},
	{
		name: 'ring-count',
		wrong: 'a ring holds fewer bytes than none',
		harts: [calls('ringPut'), calls('ringTake'), calls('ringCount')],
	},
	{
		name: 'write-read',
		wrong: 'the word comes without what was written before',
		harts: [calls('cellWrite'), calls('cellRead')],
	},
	{
		name: 'add-take',
		wrong: 'a count comes without what was written before',
		harts: [calls('cellAdd'), calls('cellTake')],
	},
	{
		name: 'claim-read',
		wrong: 'a claim comes without what was written before',
		harts: [calls('cellClaim'), calls('cellRead')],
	},
	{
		name: 'write-claim',
		wrong: 'the next to claim does not see what the last one wrote',
		setUp: first('cellHeld'),
		harts: [calls('cellGiveUp'), calls('cellClaimNext')],
	},
	{
		name: 'claim-claim',
		wrong: 'two hold what one can have',
		harts: [calls('cellClaim'), calls('cellClaimNext')],
		isWrong: ([a, b]) => a !== saw.nothing && b !== saw.nothing,
		isRight: ([a, b]) => a === saw.right && b === saw.nothing,
	},
	{
		name: 'lock',
		wrong: 'two are inside one lock: a bit is lost',
		harts: [add('lockTryAdd', 1n), add('lockTryAdd', 2n)],
		isWrong: ([a, b]) => a === b && a !== 9n,
		isRight: ([a, b]) => a === 2n && b === 0n,
	},
	{
		name: 'lock-wait',
		waits: true,
		wrong: 'the same, for who waits',
		harts: [add('lockAdd', 1n), add('lockAdd', 2n)],
		isWrong: ([a, b]) => a === b,
		isRight: ([a, b]) => a === 2n && b === 0n,
	},
];
