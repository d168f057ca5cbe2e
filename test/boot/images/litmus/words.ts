'use native';

/** Shapes of `EventCounts`, `Ring`, `Cell` and `SpinLock`. */

import { type Atomic, load, store } from 'native:atomic';
import { exportSymbol, exportVariable } from 'native:link';
import { addressFrom, zeroed } from 'native:memory';
import { Cell } from '../../../../kernel/sync/cell.ts';
import type { EventCounts } from '../../../../kernel/sync/event-counts.ts';
import { Ring } from '../../../../kernel/sync/ring.ts';
import { SpinLock } from '../../../../kernel/sync/spin-lock.ts';
import { keep, look, prepare } from './witness.ts';

const events = zeroed<EventCounts>();
exportVariable('litmusEvents', events);
const ring = new Ring(1);
const cell = new Cell();
const lock = new SpinLock();
const guarded: Atomic<u64> = zeroed();
const line = 5;

function eventPost(): u64 {
	prepare();
	return events.post(line) ? 2 : 0;
}
exportSymbol('eventPost', eventPost);

/** An event from before. */
function eventBefore(): u64 {
	events.post(line);
	return 0;
}
exportSymbol('eventBefore', eventBefore);

/** A line that has events has a count, and what its handler wrote. */
function eventTake(): u64 {
	if (events.nextLine() !== line) return 0;
	return events.take(line) === 0 ? 1 : look();
}
exportSymbol('eventTake', eventTake);

/** The second event comes with what its handler wrote, also if its bit comes later. */
function eventTakeTwo(): u64 {
	if (events.nextLine() !== line) return 1;
	return events.take(line) === 2 ? look() : 0;
}
exportSymbol('eventTakeTwo', eventTakeTwo);

function ringPut(): u64 {
	return ring.put(7) ? 2 : 0;
}
exportSymbol('ringPut', ringPut);

function ringPutNext(): u64 {
	return ring.put(9) ? 2 : 0;
}
exportSymbol('ringPutNext', ringPutNext);

/** The byte that was put first, or none. */
function ringTake(): u64 {
	const byte = ring.take();
	if (byte < 0) return 0;
	return byte === 7 ? 2 : 1;
}
exportSymbol('ringTake', ringTake);

/** A count is 0 or 1, whatever the two ends do. */
function ringCount(): u64 {
	return ring.count() > 1 ? 1 : 2;
}
exportSymbol('ringCount', ringCount);

function cellWrite(): u64 {
	prepare();
	cell.write(5);
	return 2;
}
exportSymbol('cellWrite', cellWrite);

function cellRead(): u64 {
	return cell.read() === 0 ? 0 : look();
}
exportSymbol('cellRead', cellRead);

function cellAdd(): u64 {
	prepare();
	cell.add(5);
	return 2;
}
exportSymbol('cellAdd', cellAdd);

function cellTake(): u64 {
	return cell.take() === 0 ? 0 : look();
}
exportSymbol('cellTake', cellTake);

function cellClaim(): u64 {
	prepare();
	return cell.claim(5) ? 2 : 0;
}
exportSymbol('cellClaim', cellClaim);

/** Somebody has the cell, and has written nothing yet. */
function cellHeld(): u64 {
	return cell.claim(5) ? 2 : 1;
}
exportSymbol('cellHeld', cellHeld);

/** Who has claimed the cell gives it up. */
function cellGiveUp(): u64 {
	prepare();
	cell.write(0);
	return 2;
}
exportSymbol('cellGiveUp', cellGiveUp);

function cellClaimNext(): u64 {
	return cell.claim(6) ? look() : 0;
}
exportSymbol('cellClaimNext', cellClaimNext);

/** Adds a bit to what the lock guards; gives what was there. */
function lockAdd(bit: u64): u64 {
	lock.acquire();
	const before = load(guarded, 'relaxed');
	store(guarded, before | bit, 'relaxed');
	lock.release();
	return before;
}
exportSymbol('lockAdd', lockAdd);

/** The same for who does not wait: 9 if the lock is taken. */
function lockTryAdd(bit: u64): u64 {
	if (!lock.tryAcquire()) return 9;
	const before = load(guarded, 'relaxed');
	store(guarded, before | bit, 'relaxed');
	lock.release();
	return before;
}
exportSymbol('lockTryAdd', lockTryAdd);

export function keepWords(): void {
	keep(addressFrom(eventPost));
	keep(addressFrom(eventBefore));
	keep(addressFrom(eventTake));
	keep(addressFrom(eventTakeTwo));
	keep(addressFrom(ringPut));
	keep(addressFrom(ringPutNext));
	keep(addressFrom(ringTake));
	keep(addressFrom(ringCount));
	keep(addressFrom(cellWrite));
	keep(addressFrom(cellRead));
	keep(addressFrom(cellAdd));
	keep(addressFrom(cellTake));
	keep(addressFrom(cellClaim));
	keep(addressFrom(cellHeld));
	keep(addressFrom(cellGiveUp));
	keep(addressFrom(cellClaimNext));
	keep(addressFrom(lockAdd));
	keep(addressFrom(lockTryAdd));
}
