'use native';

/**
 * `native:irq`: registers interrupt handlers, and lets interrupts through.
 *
 * A handler runs in the interrupt, on whichever hart took it, with interrupts masked and on a small
 * stack. It must quiet its device before it returns. `register` alone interrupts nobody; `enable` does.
 */

import { addressFrom } from 'native:memory';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart } from '../arch/riscv64/hart.ts';
import { disableInterrupts, restoreInterrupts } from '../arch/riscv64/interrupts.ts';
import { isInInterrupt } from '../arch/riscv64/trap-state.ts';
import { hartCount } from '../platform/machine.ts';
import { lastSource, machineContext, plic } from '../platform/qemu-virt.ts';
import type { Handler } from '../sync/handler-table.ts';
import { callHartWith } from './harts.ts';
import { exceptionHandlers, externalHandlers, lineLock, localHandlers } from './tables.ts';
import { forgetUnhandled } from './unhandled.ts';

export type { Handler } from '../sync/handler-table.ts';
export { exceptionFrame } from './exception.ts';
export { interruptCount, localInterruptCount } from './tables.ts';
export { unhandledCount } from './unhandled.ts';

function isSource(irq: usize): boolean {
	return irq !== 0 && irq <= lastSource;
}

/** Handles PLIC source `irq`; `false` if it is out of range or already handled. */
export function register(irq: usize, handler: Handler): boolean {
	if (!isSource(irq) || !externalHandlers.registerHandler(irq, handler)) return false;
	forgetUnhandled(irq);
	return true;
}

/** Stops handling `irq`, and gives the handler. Another hart may still be running it. */
export function unregister(irq: usize): Handler | null {
	return externalHandlers.unregisterHandler(irq);
}

/** Lets `irq` interrupt `hart`, besides others that it may interrupt; `false` if there is no such. */
export function enable(irq: usize, hart: usize): boolean {
	if (!isSource(irq) || hart >= usize(hartCount())) return false;
	const previous = disableInterrupts();
	lineLock.acquire();
	plic.enable(machineContext(hart), irq);
	plic.setPriority(irq, 1);
	lineLock.release();
	restoreInterrupts(previous);
	return true;
}

/**
 * Masks `irq` for every hart until it is enabled again; what comes meanwhile stays pending. Its enable
 * bits stay, so that a handler may disable its own line and the completion still counts.
 */
export function disable(irq: usize): boolean {
	if (!isSource(irq)) return false;
	plic.setPriority(irq, 0);
	return true;
}

/**
 * Takes `irq`'s enable bit from this hart. Runs: outside of interrupts, so that this hart is not between
 * the claim and the completion of `irq`, whose completion would be ignored.
 */
function stopHere(irq: usize): void {
	const previous = disableInterrupts();
	lineLock.acquire();
	plic.disable(machineContext(currentHart()), irq);
	lineLock.release();
	restoreInterrupts(previous);
}

/**
 * Routes `irq` to `hart` alone. The new hart comes first, so that no interrupt falls between two.
 * `false` if there is no such line or hart, and within an interrupt, where other harts cannot be asked.
 */
export function setAffinity(irq: usize, hart: usize): boolean {
	if (isInInterrupt(currentHart()) || !enable(irq, hart)) return false;
	for (let other: usize = 0; other < usize(hartCount()); other += 1) {
		if (other === hart || !plic.isEnabled(machineContext(other), irq)) continue;
		callHartWith(other, stopHere, irq);
	}
	return true;
}

/** Handles the local interrupt `cause`, 3 or 7, on every hart; `false` if it is another or taken. */
export function registerLocal(cause: usize, handler: Handler): boolean {
	if (cause !== LocalInterrupt.software && cause !== LocalInterrupt.timer) return false;
	return localHandlers.registerHandler(cause, handler);
}

/** Stops handling the local interrupt `cause`, and gives the handler. */
export function unregisterLocal(cause: usize): Handler | null {
	return localHandlers.unregisterHandler(cause);
}

/**
 * Handles the exception `cause` wherever it happens outside of an interrupt. When the handler returns,
 * the hart goes on at `mepc` of `exceptionFrame()`, which is the instruction that failed unless changed.
 */
export function registerException(cause: usize, handler: Handler): boolean {
	return exceptionHandlers.registerHandler(cause, handler);
}

/** Stops handling the exception `cause`, and gives the handler. */
export function unregisterException(cause: usize): Handler | null {
	return exceptionHandlers.unregisterHandler(cause);
}

function addressOrZero(handler: Handler | null): usize {
	return handler === null ? 0 : addressFrom(handler);
}

/** The code address of the handler of PLIC source `irq`, or 0. */
export function handlerAddress(irq: u32): usize {
	return addressOrZero(externalHandlers.peekHandler(usize(irq)));
}

/** The code address of the handler of the local interrupt `cause`, or 0. */
export function localHandlerAddress(cause: u32): usize {
	return addressOrZero(localHandlers.peekHandler(usize(cause)));
}
