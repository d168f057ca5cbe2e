'use native';

/** Shapes of `CallQueues`, `ProgramSlot` and `Gate`: what is handed from one hart to another, to be run there. */

import { load, store } from 'native:atomic';
import { exportSymbol } from 'native:link';
import { addressFrom, pointerAt, zeroed } from 'native:memory';
import { CallQueues, Queued } from '../../../../kernel/sync/call-queue.ts';
import type { Gate } from '../../../../kernel/sync/gate.ts';
import type { ProgramSlot } from '../../../../kernel/sync/program-slot.ts';
import { keep, look, prepare, saw, secondState, state } from './witness.ts';

const queues = new CallQueues(2); // [callee]; hart 1 is called
const program = zeroed<ProgramSlot>();
const first: usize = 5;
const second: usize = 6;

/** What the first caller wants: it has prepared `state`. */
function called(argument: usize): void {
	if (argument === first) saw.value = look();
	else saw.value = 1;
}

function calledSecond(argument: usize): void {
	if (argument !== second || load(secondState, 'relaxed') === 0) saw.value = 1;
}

/** What the first caller wants of a node that is used again: no more than its own argument. */
function calledPlain(argument: usize): void {
	saw.value = argument === first ? 2 : 1;
}

function queueOpen(): u64 {
	queues.open(1);
	return 0;
}
exportSymbol('queueOpen', queueOpen);

function queuePut(): u64 {
	prepare();
	return queues.put(1, called, first) === Queued.yes ? 2 : 0;
}
exportSymbol('queuePut', queuePut);

function queuePutSecond(): u64 {
	store(secondState, 1, 'relaxed');
	return queues.put(1, calledSecond, second) === Queued.yes ? 2 : 0;
}
exportSymbol('queuePutSecond', queuePutSecond);

function queuePutPlain(): u64 {
	return queues.put(1, calledPlain, first) === Queued.yes ? 2 : 0;
}
exportSymbol('queuePutPlain', queuePutPlain);

function queueRun(): u64 {
	queues.run(1);
	return saw.value;
}
exportSymbol('queueRun', queueRun);

function queueClose(): u64 {
	queues.close(1);
	return saw.value;
}
exportSymbol('queueClose', queueClose);

/** How often the first caller's function runs. */
function counted(): void {
	saw.value = saw.value === 0 ? 2 : 1;
}

function queuePutCounted(): u64 {
	return queues.put(1, counted, first) === Queued.yes ? 2 : 0;
}
exportSymbol('queuePutCounted', queuePutCounted);

/** A call that was put in time is carried out by one of the two, and once. */
function queueRunAndClose(): u64 {
	queues.run(1);
	queues.close(1);
	return saw.value;
}
exportSymbol('queueRunAndClose', queueRunAndClose);

function programPut(): u64 {
	prepare();
	return program.put(called, first) ? 2 : 0;
}
exportSymbol('programPut', programPut);

function programRun(): u64 {
	if (!program.isReady()) return 0;
	program.run();
	return saw.value;
}
exportSymbol('programRun', programRun);

/** A program that leaves something behind. */
function working(): void {
	prepare();
}

function programBefore(): u64 {
	program.put(working, 0);
	return 0;
}
exportSymbol('programBefore', programBefore);

/** Who puts the next program sees what the last one has done. */
function programNext(): u64 {
	return program.put(called, first) ? look() : 0;
}
exportSymbol('programNext', programNext);

/** What hart 0 does before it lets the others on: `gate` is the address of the kernel's. */
function gateOpen(gate: usize): u64 {
	prepare();
	pointerAt<Gate>(gate).open();
	return 2;
}
exportSymbol('gateOpen', gateOpen);

/** The first that another hart sees behind the gate. */
function gateLook(): u64 {
	return look();
}
exportSymbol('gateLook', gateLook);

/** The same memory for something else, after the program. */
function programReuse(): u64 {
	if (!program.put(called, second)) return 0;
	store(state, 1, 'relaxed');
	return 2;
}
exportSymbol('programReuse', programReuse);

/** A program that looks at `state` for the last time. */
function looking(): void {
	saw.value = load(state, 'relaxed') === 0 ? 2 : 1;
}

function programLooking(): u64 {
	program.put(looking, 0);
	return 0;
}
exportSymbol('programLooking', programLooking);

export function keepQueues(): void {
	keep(addressFrom(queueOpen));
	keep(addressFrom(queuePut));
	keep(addressFrom(queuePutSecond));
	keep(addressFrom(queuePutPlain));
	keep(addressFrom(queueRun));
	keep(addressFrom(queueClose));
	keep(addressFrom(queuePutCounted));
	keep(addressFrom(queueRunAndClose));
	keep(addressFrom(programPut));
	keep(addressFrom(programRun));
	keep(addressFrom(programBefore));
	keep(addressFrom(programNext));
	keep(addressFrom(gateOpen));
	keep(addressFrom(gateLook));
	keep(addressFrom(programReuse));
	keep(addressFrom(programLooking));
}
