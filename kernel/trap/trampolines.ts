'use native';

/**
 * What the slot of a line holds whose handlers have data: code that finds the data and goes on from there
 * (docs/decisions/0002-slot-representation.md).
 *
 * A hart may come here from a slot that has changed since. Then it finds no record, or one of another kind: the
 * line's handler was taken out while this hart was on its way, and the interrupt is one that nobody handles.
 *
 * Runs: in the interrupt, on any hart.
 */

import { recordTable } from './tables.ts';
import { unhandledExternal } from './unhandled.ts';

/** The slot of a line with one handler, which has data. Expect: a jump through the record. */
export function callWithData(irq: usize): void {
	const record = recordTable.value.first(irq);
	if (record === null || !record.callAlone(irq)) unhandledExternal(irq);
}

/**
 * The slot of a shared line. Every handler is called, the newest first, and not only up to the first that
 * handles: QEMU's PLIC does not see a second device whose line was already high.
 */
export function callShared(irq: usize): void {
	let isHandled = false;
	let record = recordTable.value.first(irq);
	while (record !== null) {
		isHandled = record.callShared(irq) || isHandled;
		record = record.next();
	}
	if (!isHandled) unhandledExternal(irq);
}
