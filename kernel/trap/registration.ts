'use native';

/**
 * Putting handlers on lines, and taking them off. A line is empty, or has one handler, or one with a word of
 * data, or any number that share it; which, says what its slot holds.
 *
 * A handler without data is one compare-exchange of the slot, without the lock; so the slot decides who has the
 * line. The others have a record as well, and change it under `lineLock`, after they have the slot. Between the
 * two, and for a hart that is on its way from a slot that has changed, the line has no handler: that is as if
 * the interrupt had come a moment earlier or later.
 */

import type { Ptr } from 'native:memory';
import type { DataHandler, HandlerRecord, SharedHandler } from '../sync/handler-records.ts';
import type { Handler } from '../sync/handler-table.ts';
import { lockLines, unlockLines } from './lines.ts';
import { IrqResult } from './result.ts';
import { externalHandlers, externalRecords } from './tables.ts';
import { callShared, callWithData } from './trampolines.ts';
import { forgetUnhandled } from './unhandled.ts';

/** The lines that the table has; which of them the machine has, `enable` knows. */
const lastLine = 1023;

function isLine(irq: usize): boolean {
	return irq !== 0 && irq <= lastLine;
}

/** Handles line `irq`, alone. Gives `noSuchLine` and `taken`. */
export function register(irq: usize, handler: Handler): IrqResult {
	if (!isLine(irq)) return IrqResult.noSuchLine;
	if (!externalHandlers.registerHandler(irq, handler)) return IrqResult.taken;
	forgetUnhandled(irq);
	return IrqResult.ok;
}

/**
 * Handles line `irq`, alone, with a word of data that the handler gets each time. Gives `noSuchLine`, `taken`
 * and `outOfRecords`: see `synchronize`, which frees those of handlers that are gone.
 */
export function registerWithData(irq: usize, handler: DataHandler, data: usize): IrqResult {
	if (!isLine(irq)) return IrqResult.noSuchLine;
	const record = externalRecords.take();
	if (record === null) return IrqResult.outOfRecords;
	record.fill(handler, null, data);
	const previous = lockLines();
	const result = publishAlone(irq, record);
	unlockLines(previous);
	return result;
}

function publishAlone(irq: usize, record: Ptr<HandlerRecord>): IrqResult {
	if (!externalHandlers.registerHandler(irq, callWithData)) {
		externalRecords.giveBackUnused(record);
		return IrqResult.taken;
	}
	externalRecords.publish(irq, record);
	forgetUnhandled(irq);
	return IrqResult.ok;
}

/**
 * Handles line `irq` together with others that share it; an interrupt that none of them says it has handled
 * counts as unhandled. The newest is called first. Gives `noSuchLine`, `taken` by a handler that
 * does not share, and `outOfRecords`.
 */
export function registerShared(irq: usize, handler: SharedHandler, data: usize): IrqResult {
	if (!isLine(irq)) return IrqResult.noSuchLine;
	const record = externalRecords.take();
	if (record === null) return IrqResult.outOfRecords;
	record.fill(null, handler, data);
	const previous = lockLines();
	const result = publishShared(irq, record);
	unlockLines(previous);
	return result;
}

function publishShared(irq: usize, record: Ptr<HandlerRecord>): IrqResult {
	const isShared = externalHandlers.peekHandler(irq) === callShared;
	if (!isShared && !externalHandlers.registerHandler(irq, callShared)) {
		externalRecords.giveBackUnused(record);
		return IrqResult.taken;
	}
	externalRecords.publish(irq, record);
	forgetUnhandled(irq);
	return IrqResult.ok;
}

/**
 * Takes the handler of line `irq` off. Another hart may still be running it, up to the end of the next
 * `synchronize`. Gives `noSuchLine`, `notRegistered` and `shared`.
 */
export function unregister(irq: usize): IrqResult {
	if (!isLine(irq)) return IrqResult.noSuchLine;
	const previous = lockLines();
	const result = empty(irq);
	unlockLines(previous);
	return result;
}

function empty(irq: usize): IrqResult {
	if (externalHandlers.peekHandler(irq) === callShared) return IrqResult.shared;
	const handler = externalHandlers.unregisterHandler(irq);
	if (handler === null) return IrqResult.notRegistered;
	const record = externalRecords.first(irq);
	if (handler === callWithData && record !== null) retire(irq, record);
	return IrqResult.ok;
}

/**
 * Takes one handler, registered with `data`, off the shared line `irq`; the others and the line stay as they
 * are. Another hart may still be running it: see `unregister`. Gives `noSuchLine`, `notRegistered`.
 */
export function unregisterShared(irq: usize, handler: SharedHandler, data: usize): IrqResult {
	if (!isLine(irq)) return IrqResult.noSuchLine;
	const previous = lockLines();
	const result = removeShared(irq, handler, data);
	unlockLines(previous);
	return result;
}

function removeShared(irq: usize, handler: SharedHandler, data: usize): IrqResult {
	let record = externalRecords.first(irq);
	while (record !== null && !(record.sharedHandler() === handler && record.data() === data)) {
		record = record.next();
	}
	if (record === null) return IrqResult.notRegistered;
	retire(irq, record);
	if (externalRecords.first(irq) === null) externalHandlers.unregisterHandler(irq);
	return IrqResult.ok;
}

function retire(irq: usize, record: Ptr<HandlerRecord>): void {
	externalRecords.remove(irq, record);
	externalRecords.retire(record);
}
