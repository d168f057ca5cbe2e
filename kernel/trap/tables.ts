'use native';

/**
 * The three handler tables, shared by all harts, and how often each line was dispatched on each hart.
 *
 * A count has one writer, its hart, so counting is a load, an addition and a store.
 */

import { hartLocal } from 'native:hart';
import { exportVariable } from 'native:link';
import { addressFrom, addressOf, type FixedArray, type Ptr, pointerAt, zeroed } from 'native:memory';
import { addressOnHart, maxHarts } from '../arch/riscv64/hart.ts';
import { HartCount } from '../sync/cell.ts';
import { HandlerTable } from '../sync/handler-table.ts';

/** By PLIC source. */
export const externalHandlers = new HandlerTable(1024);
exportVariable('externalHandlers', externalHandlers);

/** By the cause of a local interrupt: 3 software, 7 timer. */
export const localHandlers = new HandlerTable(16);
exportVariable('localHandlers', localHandlers);

/** By the cause of an exception. */
export const exceptionHandlers = new HandlerTable(16);

/** The lines that are counted, a power of two that covers every source of the PLIC. */
export const countedLines = 128;

const externalCounts = zeroed<FixedArray<FixedArray<HartCount, 128>, 8>>(); // [hart][source]

/** This hart's row of `externalCounts`. */
export const externalCountRow = hartLocal<Ptr<HartCount>>();

const localCounts = hartLocal<FixedArray<HartCount, 16>>(); // [cause], counted in boot/trap.S
exportVariable('localCounts', localCounts);

/** Gives this hart its row. Runs: once on each hart, before it takes interrupts. */
export function initialiseCounts(hart: usize): void {
	externalCountRow.value = addressOf(externalCounts[hart][0]);
}

/** How often `hart` dispatched PLIC source `irq`; 0 is claims that found nothing. */
export function interruptCount(hart: u32, irq: u32): u64 {
	if (hart >= maxHarts || irq >= countedLines) return 0;
	return externalCounts[hart][irq].read();
}

/** How often `hart` dispatched the local interrupt `cause`. */
export function localInterruptCount(hart: u32, cause: u32): u64 {
	if (hart >= maxHarts || cause >= 16) return 0;
	// Safety: every hart's block is laid out like this one's, and none is ever freed.
	const count = addressOnHart(addressFrom(localCounts.value[cause]), usize(hart));
	return pointerAt<HartCount>(count).read();
}
