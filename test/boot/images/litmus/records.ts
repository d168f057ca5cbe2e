'use native';

/** Shapes of `HandlerRecords`: one line, its chain and the pool of records. Record 0 is the first that is taken. */

import { exportSymbol } from 'native:link';
import { addressFrom, type FixedArray, type Ptr, zeroed } from 'native:memory';
import { type HandlerRecord, HandlerRecords } from '../../../../kernel/sync/handler-records.ts';
import { SpinLock } from '../../../../kernel/sync/spin-lock.ts';
import { hartIsOnline } from '../../../../kernel/trap/calls.ts';
import { keep, look, prepare, saw } from './witness.ts';

const records = new HandlerRecords(1);
const lock = new SpinLock();
const line = 0;
const first: usize = 5; // the data of the first handler
const second: usize = 6;

/** Sees the data that it was registered with, and the state of its owner. */
function dataHandler(_irq: usize, data: usize): void {
	saw.value = data === first ? look() : 1;
}

function sharedHandler(_irq: usize, data: usize): boolean {
	saw.value = data === first || data === second ? 2 : 1;
	return true;
}

function isData(record: Ptr<HandlerRecord>, data: usize): boolean {
	return record.data() === data;
}

function recordPublish(): u64 {
	prepare();
	const record = records.take();
	if (record === null) return 1;
	record.fill(dataHandler, null, first);
	records.publish(line, record);
	return 2;
}
exportSymbol('recordPublish', recordPublish);

/** As the trampoline of a handler with data does it. */
function recordHandle(): u64 {
	const record = records.first(line);
	if (record === null) return 0;
	return record.callAlone(line) ? saw.value : 1;
}
exportSymbol('recordHandle', recordHandle);

function publishShared(data: usize): u64 {
	const record = records.take();
	if (record === null) return 1;
	record.fill(null, sharedHandler, data);
	if (!lock.tryAcquire()) return 0;
	records.publish(line, record);
	lock.release();
	return 2;
}

function sharedPublish(): u64 {
	return publishShared(first);
}
exportSymbol('sharedPublish', sharedPublish);

function sharedPublishSecond(): u64 {
	return publishShared(second);
}
exportSymbol('sharedPublishSecond', sharedPublishSecond);

/** As the trampoline of a shared line does it: no handler may be torn, or missing from its record. */
function sharedWalk(): u64 {
	let record = records.first(line);
	let result: u64 = 0;
	while (record !== null) {
		if (!record.callShared(line) || saw.value === 1) return 1;
		result = 2;
		record = record.next();
	}
	return result;
}
exportSymbol('sharedWalk', sharedWalk);

/** There is always a handler: the one that was there before the others came. */
function sharedWalkNotEmpty(): u64 {
	return sharedWalk() === 2 ? 2 : 1;
}
exportSymbol('sharedWalkNotEmpty', sharedWalkNotEmpty);

/** The record with this data on the line, or null. */
function find(data: usize): Ptr<HandlerRecord> | null {
	let record = records.first(line);
	while (record !== null && !isData(record, data)) record = record.next();
	return record;
}

function removeShared(data: usize): u64 {
	if (!lock.tryAcquire()) return 0;
	const record = find(data);
	const isThere = record !== null && records.remove(line, record);
	if (isThere && record !== null) records.retire(record);
	lock.release();
	return isThere ? 2 : 0;
}

function sharedRemove(): u64 {
	return removeShared(first);
}
exportSymbol('sharedRemove', sharedRemove);

function sharedRemoveSecond(): u64 {
	return removeShared(second);
}
exportSymbol('sharedRemoveSecond', sharedRemoveSecond);

/** A grace period begins: whoever reads the line from now on must not find what it is for. */
function recordCollect(): u64 {
	const set: FixedArray<u64, 2> = zeroed();
	if (!records.collect(set)) return 0;
	return find(first) === null ? 2 : 1;
}
exportSymbol('recordCollect', recordCollect);

/** The whole of it: takes a record out; then, must hart 1 be asked whether it has it? 1 if not. */
function recordRemoveAndLook(): u64 {
	const set: FixedArray<u64, 2> = zeroed();
	removeShared(first);
	records.collect(set);
	return hartIsOnline(1) ? 2 : 1;
}
exportSymbol('recordRemoveAndLook', recordRemoveAndLook);

/** A grace period that does not come about. */
function recordKeep(): u64 {
	const set: FixedArray<u64, 2> = zeroed();
	if (!records.collect(set)) return 0;
	records.keep(set);
	return 2;
}
exportSymbol('recordKeep', recordKeep);

/** Uses record 0 for the last time, and gives it back. It must not see what its next owner writes. */
function recordEnd(): u64 {
	const record = records.first(line);
	if (record === null) return 1;
	const data = record.data();
	const set: FixedArray<u64, 2> = zeroed();
	set[0] = 1;
	records.giveBack(set);
	return data === first ? 2 : 1;
}
exportSymbol('recordEnd', recordEnd);

/** Takes a record and fills it anew. */
function recordAgain(): u64 {
	const record = records.take();
	if (record === null) return 1;
	record.fill(dataHandler, null, second);
	return isFirst(record) ? 2 : 0;
}
exportSymbol('recordAgain', recordAgain);

/** Is it record 0, which the line has? */
function isFirst(record: Ptr<HandlerRecord>): boolean {
	return record === records.first(line);
}

/** Takes a record, fills it, and does not need it. */
function recordUnused(): u64 {
	const record = records.take();
	if (record === null) return 1;
	record.fill(dataHandler, null, second);
	records.giveBackUnused(record);
	return 2;
}
exportSymbol('recordUnused', recordUnused);

export function keepRecords(): void {
	keep(addressFrom(recordPublish));
	keep(addressFrom(recordHandle));
	keep(addressFrom(sharedPublish));
	keep(addressFrom(sharedPublishSecond));
	keep(addressFrom(sharedWalk));
	keep(addressFrom(sharedWalkNotEmpty));
	keep(addressFrom(sharedRemove));
	keep(addressFrom(sharedRemoveSecond));
	keep(addressFrom(recordCollect));
	keep(addressFrom(recordRemoveAndLook));
	keep(addressFrom(recordKeep));
	keep(addressFrom(recordEnd));
	keep(addressFrom(recordAgain));
	keep(addressFrom(recordUnused));
}
