'use native';

/**
 * The three handler tables, shared by all harts, and how often each line was dispatched on each hart.
 *
 * A count has one writer, its hart, so counting is a load, an addition and a store.
 */

import { hartLocal } from 'native:hart';
import { exportVariable } from 'native:link';
import { addressFrom, addressOf, type FixedArray, type Ptr, pointerAt } from 'native:memory';
import { addressOnHart } from '../arch/riscv64/hart.ts';
import { hartCount } from '../platform/machine.ts';
import { lastSource } from '../platform/qemu-virt.ts';
import type { HartCount } from '../sync/cell.ts';
import { HandlerRecords } from '../sync/handler-records.ts';
import { HandlerTable } from '../sync/handler-table.ts';
import { SpinLock } from '../sync/spin-lock.ts';

/** By PLIC source. */
export const externalHandlers = new HandlerTable(1024);

/** By PLIC source: the data of handlers that have some, and the handlers of shared lines. */
export const externalRecords = new HandlerRecords(1024);

/**
 * Guards what a line is: its records, the PLIC's enable words, its priority and the thresholds. Runs: with
 * interrupts masked. Dispatch never takes it.
 */
export const lineLock = new SpinLock();

/** By the cause of a local interrupt: 3 software, 7 timer. */
export const localHandlers = new HandlerTable(16);
exportVariable('localHandlers', localHandlers); // linker.ld puts it in reach of gp

/** By the cause of an exception: the standard has 0 to 23. */
export const exceptionHandlers = new HandlerTable(24);

/** The lines that are dispatched and counted: every source that a PLIC can have, a power of two. */
export const countedLines = 1024;

/** `externalHandlers`: one load from here instead of two instructions for its address. */
export const externalTable = hartLocal<Ptr<HandlerTable<1024>>>();

/** `externalRecords`, likewise. */
export const recordTable = hartLocal<Ptr<HandlerRecords<1024>>>();

/** Counted before the handler: kernel/arch/riscv64/count.ts. */
const externalCounts = hartLocal<FixedArray<HartCount, 1024>>(); // [source]
/** Counted in boot/trap.S, after the handler. */
const localCounts = hartLocal<FixedArray<HartCount, 16>>(); // [cause]
exportVariable('externalCounts', externalCounts);
exportVariable('localCounts', localCounts);

/** Sets this hart's pointers. Runs: once on each hart, before it takes interrupts. */
export function initialiseTables(): void {
	externalTable.value = addressOf(externalHandlers);
	recordTable.value = addressOf(externalRecords);
}

/** A count of another hart. Safety: its block is laid out like this hart's, and never freed. */
export function readCount(ownAddress: usize, hart: u32): u64 {
	return pointerAt<HartCount>(addressOnHart(ownAddress, usize(hart))).read();
}

/**
 * How often `hart` dispatched PLIC source `irq`; 0 is claims that found nothing. An interrupt is counted
 * before its handler runs.
 */
export function interruptCount(hart: u32, irq: u32): u64 {
	if (hart >= hartCount() || irq > lastSource) return 0;
	return readCount(addressFrom(externalCounts.value[irq]), hart);
}

/** How often all harts together dispatched PLIC source `irq`. */
export function totalCount(irq: u32): u64 {
	let sum: u64 = 0;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) sum += interruptCount(hart, irq);
	return sum;
}

/**
 * How often `hart` dispatched the local interrupt `cause`. It is counted after its handler, so what the handler
 * posts can be seen a moment before the count.
 */
export function localInterruptCount(hart: u32, cause: u32): u64 {
	if (hart >= hartCount() || cause >= 16) return 0;
	return readCount(addressFrom(localCounts.value[cause]), hart);
}
