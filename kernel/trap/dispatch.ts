'use native';

/**
 * What boot/trap.S calls in an interrupt. Each dispatcher ends in a jump to the handler, so that the
 * handler returns to boot/trap.S at once; what comes after it is in `completeExternal`. Only in an image that
 * measures its handlers (measure.ts) do they return here.
 *
 * Runs: on the interrupt stack of any hart, with interrupts masked. One claim per trap: the next
 * source waits until this one is completed, and then traps again.
 */

import { hartLocal } from 'native:hart';
import { exportSymbol } from 'native:link';
import type { Ptr } from 'native:memory';
import { countInterrupt } from '../arch/riscv64/count.ts';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { type ContextRegisters, claimSource, completeSource } from '../drivers/plic.ts';
import { endOfHandler, endOfLocalHandler, noteLateness, startOfHandler } from './measure.ts';
import { countedLines, externalTable, localHandlers } from './tables.ts';
import { unhandledExternal, unhandledLocal } from './unhandled.ts';

/** This hart's PLIC context. */
export const plicContext = hartLocal<Ptr<ContextRegisters>>();

/** The source that this hart claimed last; it is completed when the external interrupt ends. */
export const claimedSource = hartLocal<usize>(0);

/** Expect: a jump through the slot of the software interrupt. */
function dispatchSoftware(): void {
	const start = startOfHandler();
	if (!localHandlers.handle(LocalInterrupt.software)) unhandledLocal(LocalInterrupt.software);
	else endOfLocalHandler(LocalInterrupt.software, start);
}
exportSymbol('dispatchSoftware', dispatchSoftware);

/** Expect: a jump through the slot of the timer interrupt. */
function dispatchTimer(): void {
	noteLateness();
	const start = startOfHandler();
	if (!localHandlers.handle(LocalInterrupt.timer)) unhandledLocal(LocalInterrupt.timer);
	else endOfLocalHandler(LocalInterrupt.timer, start);
}
exportSymbol('dispatchTimer', dispatchTimer);

/**
 * A claim of 0 is normal: another hart was first, or the line fell again. It needs no test, since slot
 * 0 is empty. The mask does no harm to any source that exists, and it closes the bounds checks of the table and
 * of the counts.
 */
export function dispatchExternal(): void {
	const source = claimSource(plicContext.value) % countedLines;
	claimedSource.value = source;
	countInterrupt(source * 8);
	const start = startOfHandler();
	if (!externalTable.value.handle(source)) unhandledExternal(source);
	else endOfHandler(source, start);
}
exportSymbol('dispatchExternal', dispatchExternal);

/**
 * After the handler, which has quieted its device: QEMU 7.2 does not see a line that is still high.
 * Completing 0 is ignored.
 */
function completeExternal(): void {
	completeSource(plicContext.value, claimedSource.value);
}
exportSymbol('completeExternal', completeExternal);
