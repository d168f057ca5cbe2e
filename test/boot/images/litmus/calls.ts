'use native';

/** Shapes of `Inbox` and `WaitedCall`: hart 0 asks harts 1 and 2. */

import { store } from 'native:atomic';
import { exportSymbol } from 'native:link';
import { addressFrom, type FixedArray, type Ptr, zeroed } from 'native:memory';
import { type HandlerRecord, HandlerRecords } from '../../../../kernel/sync/handler-records.ts';
import type { Inbox, WaitedCall } from '../../../../kernel/sync/inbox.ts';
import { keep, look, prepare, saw, secondState, state } from './witness.ts';

const inboxes = zeroed<FixedArray<Inbox, 3>>(); // [callee]
const call = zeroed<WaitedCall>();
const records = new HandlerRecords(1);
const argument: usize = 5;

/** What is asked of another hart. */
function asked(given: usize): void {
	saw.value = given === argument ? look() : 1;
}

function callOpen(): u64 {
	inboxes[1].open();
	inboxes[2].open();
	return 0;
}
exportSymbol('callOpen', callOpen);

function callAsk(): u64 {
	prepare();
	call.prepare(asked, argument, 2);
	return inboxes[1].ask(0) ? 2 : 0;
}
exportSymbol('callAsk', callAsk);

function callTake(): u64 {
	if (inboxes[1].take() === 0) return 0;
	call.carryOut(1);
	return saw.value;
}
exportSymbol('callTake', callTake);

function callClose(): u64 {
	if (inboxes[1].close() === 0) return 0;
	call.carryOut(1);
	return saw.value;
}
exportSymbol('callClose', callClose);

/** A call that has two answers to come. */
function callPrepare(): u64 {
	call.prepare(asked, argument, 6);
	return 0;
}
exportSymbol('callPrepare', callPrepare);

/** The last that hart 1 does before it answers. */
function callAnswer(): u64 {
	prepare();
	return call.answer(1) ? 2 : 0;
}
exportSymbol('callAnswer', callAnswer);

function callAnswerSecond(): u64 {
	store(secondState, 1, 'relaxed');
	return call.answer(2) ? 2 : 0;
}
exportSymbol('callAnswerSecond', callAnswerSecond);

/** After the last answer everything is there that was done before any of them. */
function callWait(): u64 {
	return call.isAnswered() ? look() : 0;
}
exportSymbol('callWait', callWait);

function callAnswered(): u64 {
	call.answer(2);
	return 0;
}
exportSymbol('callAnswered', callAnswered);

/** Hart 1 leaves: what its handlers did is done. */
function callLeave(): u64 {
	prepare();
	inboxes[1].close();
	return 2;
}
exportSymbol('callLeave', callLeave);

/** Who finds the inbox closed asks no more, and looks at what hart 1 has done. */
function callIsOpen(): u64 {
	return inboxes[1].isOpen() ? 0 : look();
}
exportSymbol('callIsOpen', callIsOpen);

/** Who asks too late answers for hart 1. */
function callAskTooLate(): u64 {
	call.prepare(asked, argument, 2);
	if (inboxes[1].ask(0)) return 0;
	call.answer(1);
	return call.isAnswered() ? look() : 1;
}
exportSymbol('callAskTooLate', callAskTooLate);

/** Hart 1 gets ready, and takes calls. */
function callGoOnline(): u64 {
	prepare();
	inboxes[1].open();
	return 2;
}
exportSymbol('callGoOnline', callGoOnline);

function callWhenOpen(): u64 {
	return inboxes[1].isOpen() ? look() : 0;
}
exportSymbol('callWhenOpen', callWhenOpen);

function otherHandler(): boolean {
	return true;
}

/** Two records, of which the newer stays. */
function chainSetup(): u64 {
	for (let count: usize = 0; count < 2; count += 1) {
		const record = records.take();
		if (record === null) return 1;
		record.fill(null, otherHandler, count);
		records.publish(0, record);
	}
	return 0;
}
exportSymbol('chainSetup', chainSetup);

/** Cuts the older record off, by a relaxed store, and asks: whoever is asked does not find it any more. */
function chainCut(): u64 {
	const record = records.first(0);
	if (record === null) return 1;
	record.setNext(null);
	return inboxes[1].ask(0) ? 2 : 0;
}
exportSymbol('chainCut', chainCut);

function second(): Ptr<HandlerRecord> | null {
	const record = records.first(0);
	return record === null ? null : record.next();
}

function chainTake(): u64 {
	if (inboxes[1].take() === 0) return 0;
	return second() === null ? 2 : 1;
}
exportSymbol('chainTake', chainTake);

/** Hart 1 gives up memory that it has looked at for the last time, by answering. */
function callLastLook(): u64 {
	const last = look();
	call.answer(1);
	return last === 1 ? 2 : 1;
}
exportSymbol('callLastLook', callLastLook);

/** Then the memory is used for something else. */
function callReuse(): u64 {
	if (!call.isAnswered()) return 0;
	store(state, 1, 'relaxed');
	return 2;
}
exportSymbol('callReuse', callReuse);

export function keepCalls(): void {
	keep(addressFrom(callOpen));
	keep(addressFrom(callAsk));
	keep(addressFrom(callTake));
	keep(addressFrom(callClose));
	keep(addressFrom(callPrepare));
	keep(addressFrom(callAnswer));
	keep(addressFrom(callAnswerSecond));
	keep(addressFrom(callWait));
	keep(addressFrom(callAnswered));
	keep(addressFrom(callLeave));
	keep(addressFrom(callIsOpen));
	keep(addressFrom(callAskTooLate));
	keep(addressFrom(callGoOnline));
	keep(addressFrom(callWhenOpen));
	keep(addressFrom(chainSetup));
	keep(addressFrom(chainCut));
	keep(addressFrom(chainTake));
	keep(addressFrom(callLastLook));
	keep(addressFrom(callReuse));
}
