'use native';

/**
 * What a hart does about interrupts: takes them, masks them, sleeps until one comes.
 *
 * `waitForInterrupt` wakes for a pending interrupt even while MIE is 0. So whoever must not miss a
 * wake-up masks first, looks, sleeps, and only then unmasks: embassy's "WFI inside the critical section".
 *
 * [PRIV] "Wait for Interrupt", "Machine Interrupt (mip and mie) Registers".
 */

import { asm } from 'native:asm';
import { clearCsr, readCsr, setCsr, swapCsr, writeCsr } from 'native:csr';
import { exportSymbol } from 'native:link';
import { Mstatus } from './csr.ts';

/** Masks all interrupts of this hart; the answer goes to `restoreInterrupts`. */
export function disableInterrupts(): usize {
	return clearCsr('mstatus', Mstatus.mie) & Mstatus.mie;
}
exportSymbol('disableInterrupts', disableInterrupts); // `withInterruptsOff` calls it

/** Takes interrupts again if they were taken before `disableInterrupts`. */
export function restoreInterrupts(previous: usize): void {
	setCsr('mstatus', previous);
}
exportSymbol('restoreInterrupts', restoreInterrupts);

/** Takes interrupts from here on. */
export function enableInterrupts(): void {
	setCsr('mstatus', Mstatus.mie);
}

/** Lets one kind of local interrupt through, by its number in `mcause`. */
export function enableLocalInterrupt(cause: usize): void {
	setCsr('mie', usize(1) << cause);
}

/** Holds one kind of local interrupt back; says whether it was let through. */
export function disableLocalInterrupt(cause: usize): boolean {
	return (clearCsr('mie', usize(1) << cause) >> cause) % 2 !== 0;
}

/** Lets only one kind of interrupt through; the answer goes to `restoreKinds`. */
export function enableOnly(cause: usize): usize {
	return swapCsr('mie', usize(1) << cause);
}

/** Lets through what was let through before `enableOnly`. */
export function restoreKinds(previous: usize): void {
	writeCsr('mie', previous);
}

/** Is a local interrupt of this kind pending, masked or not? */
export function isLocalInterruptPending(cause: usize): boolean {
	return (readCsr('mip') >> cause) % 2 !== 0;
}

/** Sleeps until an interrupt that `mie` lets through is pending; it may also return for nothing. */
export function waitForInterrupt(): void {
	asm('wfi', {}, 'memory');
}

/** Raises a breakpoint exception: the way into the one panic path. */
export function breakpoint(): void {
	asm('ebreak', {}, 'memory');
}

/** Stops this hart for good. Runs: when another hart ends the machine. */
export function halt(): never {
	disableInterrupts();
	for (;;) waitForInterrupt();
}
