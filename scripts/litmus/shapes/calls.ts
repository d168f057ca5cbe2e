/** Shapes of calls between harts: `Inbox`, `WaitedCall`, `CallQueues`, `ProgramSlot`, `Gate`. */

import { calls, first, type Shape, saw } from '../shape.ts';

const waited: readonly Shape[] = [
	{
		name: 'ask-take',
		wrong: 'the callee runs the last call, or does not see what the caller wrote',
		setUp: first('callOpen'),
		harts: [calls('callAsk'), calls('callTake')],
	},
	{
		name: 'ask-close',
		wrong: 'the same, when the callee leaves',
		setUp: first('callOpen'),
		harts: [calls('callAsk'), calls('callClose')],
	},
	{
		name: 'cut-ask-take',
		wrong: 'the callee has answered, and finds a record that was taken out before',
		setUp: first('callOpen', 'chainSetup'),
		harts: [calls('chainCut'), calls('chainTake')],
	},
	{
		name: 'answer',
		wrong: 'the caller goes on, and does not see what the callee has done',
		setUp: first('callPrepare', 'callAnswered'),
		harts: [calls('callWait'), calls('callAnswer')],
	},
	{
		name: 'two-answers',
		wrong: 'the last answer does not bring what the one before brought',
		setUp: first('callPrepare'),
		harts: [calls('callWait'), calls('callAnswer'), calls('callAnswerSecond')],
		isRight: outcomes => outcomes.join() === [saw.right, saw.nothing, saw.right].join(),
	},
	{
		name: 'answer-reuse',
		wrong: 'a callee that has answered still reads what the caller may now change',
		setUp: first('callPrepare', 'callAnswered'),
		harts: [calls('callReuse'), calls('callLastLook')],
	},
	{
		name: 'close-is-open',
		wrong: 'a hart has left, and what its last handler wrote is not there',
		setUp: first('callOpen'),
		harts: [calls('callIsOpen'), calls('callLeave')],
	},
	{
		name: 'close-ask',
		wrong: 'the same, for who asks when the hart has left',
		setUp: first('callOpen'),
		harts: [calls('callAskTooLate'), calls('callLeave')],
	},
	{
		name: 'open-is-open',
		wrong: 'a hart is asked before it is ready',
		harts: [calls('callWhenOpen'), calls('callGoOnline')],
	},
];

const handed: readonly Shape[] = [
	{
		name: 'put-run',
		wrong: "the callee runs a node's last call, or does not see what the caller wrote",
		setUp: first('queueOpen'),
		harts: [calls('queuePut'), calls('queueRun')],
	},
	{
		name: 'put-put-run',
		wrong: 'the newer of two calls does not bring the older one whole',
		setUp: first('queueOpen'),
		harts: [calls('queuePut'), calls('queuePutSecond'), calls('queueRun')],
	},
	{
		name: 'put-close',
		wrong: 'a call that came in time is not whole',
		setUp: first('queueOpen'),
		harts: [calls('queuePut'), calls('queueClose')],
	},
	{
		name: 'put-run-close',
		wrong: 'a call is lost, or runs twice',
		setUp: first('queueOpen'),
		harts: [calls('queuePutCounted'), calls('queueRunAndClose')],
		isWrong: ([put, ran]) => ran === saw.wrong || put !== ran,
	},
	{
		name: 'open-put-run',
		wrong: 'a call that is put when the queue has just opened is lost or torn',
		harts: [calls('queuePut'), calls('queueOpen', 'queueRun')],
	},
	{
		name: 'node-reuse',
		wrong: 'a node is filled while its last call reads it',
		setUp: first('queueOpen', 'queuePutPlain'),
		harts: [calls('queuePutSecond'), calls('queueRun')],
	},
	{
		name: 'program-put-run',
		wrong: 'a hart runs the last program, or does not see what was written for it',
		harts: [calls('programPut'), calls('programRun')],
	},
	{
		name: 'program-run-put',
		wrong: 'what a program has done is not there for who puts the next',
		setUp: first('programBefore'),
		harts: [calls('programNext'), calls('programRun')],
		isRight: ([next]) => next === saw.right,
	},
	{
		name: 'program-run-reuse',
		wrong: 'a program that has ended still reads what the next one changes',
		setUp: first('programLooking'),
		harts: [calls('programReuse'), calls('programRun')],
	},
	{
		name: 'gate',
		wrong: 'a hart starts before memory is set up',
		harts: [
			[{ name: 'gateOpen', args: ['hartsReleased'] }],
			[{ name: 'waitForRelease', until: 'enterKernel' }, ...calls('gateLook')],
		],
	},
];

export const callShapes: readonly Shape[] = [...waited, ...handed];
