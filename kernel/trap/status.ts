'use native';

/** What is known of a line, for reports. It may have changed by the time that it is read. */

import { addressFrom } from 'native:memory';
import { plic } from '../platform/qemu-virt.ts';
import type { Handler } from '../sync/handler-table.ts';
import { hartsOfLine, isSource, priorityOf } from './lines.ts';
import { IrqResult } from './result.ts';
import { externalHandlers, externalRecords, localHandlers } from './tables.ts';
import { callShared, callWithData } from './trampolines.ts';
import { unhandledCount } from './unhandled.ts';

/** What handles a line. */
export enum LineKind {
	nobody,
	handler,
	withData,
	shared,
}

export interface LineStatus {
	kind: LineKind;
	handlers: u32; // how many
	harts: u32; // a bit for each hart that the line may interrupt
	priority: u32; // when it is not masked
	isMasked: boolean; // never enabled, disabled, or found bad
	isPending: boolean; // it has interrupted, and no hart has claimed it
	unhandled: u64; // interrupts that nobody handled, since a handler came or the line was enabled
}

function kindOf(handler: Handler | null): LineKind {
	if (handler === null) return LineKind.nobody;
	if (handler === callShared) return LineKind.shared;
	return handler === callWithData ? LineKind.withData : LineKind.handler;
}

/** Says in `into` how line `irq` stands. Gives `noSuchLine`. */
export function status(irq: usize, into: LineStatus): IrqResult {
	if (!isSource(irq)) return IrqResult.noSuchLine;
	into.kind = kindOf(externalHandlers.peekHandler(irq));
	into.handlers = into.kind === LineKind.nobody ? 0 : 1;
	if (into.kind === LineKind.shared) {
		into.handlers = 0;
		while (handlerAddress(u32(irq), into.handlers) !== 0) into.handlers += 1;
	}
	into.harts = hartsOfLine(irq);
	into.priority = priorityOf(irq);
	into.isMasked = plic.priority(irq) === 0;
	into.isPending = plic.isPending(irq);
	into.unhandled = unhandledCount(u32(irq));
	return IrqResult.ok;
}

/** The code address of handler `index` of PLIC source `irq`, or 0. A line that is not shared has only number 0. */
export function handlerAddress(irq: u32, index: u32): usize {
	const handler = externalHandlers.peekHandler(usize(irq));
	const kind = kindOf(handler);
	if (handler === null) return 0;
	if (kind === LineKind.handler) return index === 0 ? addressFrom(handler) : 0;
	let record = externalRecords.first(usize(irq));
	for (let at: u32 = 0; record !== null && at < index; at += 1) record = record.next();
	if (record === null) return 0;
	const alone = record.handler();
	const shared = record.sharedHandler();
	if (alone !== null) return addressFrom(alone);
	return shared === null ? 0 : addressFrom(shared);
}

/** The code address of the handler of the local interrupt `cause`, or 0. */
export function localHandlerAddress(cause: u32): usize {
	const handler = localHandlers.peekHandler(usize(cause));
	return handler === null ? 0 : addressFrom(handler);
}
