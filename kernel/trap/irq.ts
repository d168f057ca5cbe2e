'use native';

/**
 * `native:irq`: registers interrupt handlers, and lets interrupts through (docs/interrupts.md).
 *
 * A handler runs in the interrupt, on whichever hart took it, with interrupts masked and on a small
 * stack. It must quiet its device before it returns. `register` alone interrupts nobody; `enable` does.
 * Every function may be called on any hart, in handlers too unless it says that it gives `insideHandler`.
 */

import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart } from '../arch/riscv64/hart.ts';
import { highestPriority } from '../drivers/plic.ts';
import type { Handler } from '../sync/handler-table.ts';
import { callHarts, hartIsOnline } from './calls.ts';
import {
	choosePriority,
	chooseThreshold,
	closeLine,
	hartsOfLine,
	isSource,
	maskLine,
	openLine,
	routeLine,
} from './lines.ts';
import { IrqResult } from './result.ts';
import { exceptionHandlers, localHandlers } from './tables.ts';
import { forgetUnhandled } from './unhandled.ts';

export type { DataHandler, SharedHandler } from '../sync/handler-records.ts';
export type { Handler } from '../sync/handler-table.ts';
export { exceptionFrame } from './exception.ts';
export { synchronize } from './grace.ts';
export {
	greatestDuration,
	greatestLateness,
	greatestLocalDuration,
	lastDuration,
	lastLateness,
	lastLocalDuration,
} from './measure.ts';
export {
	register,
	registerShared,
	registerWithData,
	unregister,
	unregisterShared,
} from './registration.ts';
export { IrqResult } from './result.ts';
export {
	handlerAddress,
	LineKind,
	type LineStatus,
	localHandlerAddress,
	status,
} from './status.ts';
export { interruptCount, localInterruptCount } from './tables.ts';
export { localUnhandledOnHart, unhandledCount, unhandledOnHart } from './unhandled.ts';

/**
 * Lets `irq` interrupt `hart`, besides others that it may interrupt, and takes back `disable`, whoever masked
 * the line. Gives `noSuchLine` and `noSuchHart`.
 */
export function enable(irq: usize, hart: usize): IrqResult {
	if (!isSource(irq)) return IrqResult.noSuchLine;
	if (!hartIsOnline(hart)) return IrqResult.noSuchHart;
	forgetUnhandled(irq);
	openLine(irq, hart);
	return IrqResult.ok;
}

/**
 * Masks `irq` for every hart until it is enabled again; what comes meanwhile stays pending. A handler that
 * runs goes on: see `synchronize`. Gives `noSuchLine`.
 */
export function disable(irq: usize): IrqResult {
	if (!isSource(irq)) return IrqResult.noSuchLine;
	maskLine(irq);
	return IrqResult.ok;
}

/** Sets how urgent `irq` is: 1, as it begins, is the least, 7 the most. Gives `noSuchLine`, `outOfRange`. */
export function setPriority(irq: usize, priority: u32): IrqResult {
	if (!isSource(irq)) return IrqResult.noSuchLine;
	if (priority === 0 || priority > highestPriority) return IrqResult.outOfRange;
	choosePriority(irq, priority);
	return IrqResult.ok;
}

/** Masks all lines of priority `threshold` or less for `hart`; 0 masks none. Gives `noSuchHart`, `outOfRange`. */
export function setThreshold(hart: usize, threshold: u32): IrqResult {
	if (!hartIsOnline(hart)) return IrqResult.noSuchHart;
	if (threshold > highestPriority) return IrqResult.outOfRange;
	chooseThreshold(hart, threshold);
	return IrqResult.ok;
}

/** Runs: on the hart that is to give the line up, in its software interrupt: it is not handling the line. */
function stopHere(irq: usize): void {
	closeLine(irq, currentHart());
}

/**
 * Routes `irq` to `hart` alone, also while it interrupts: no interrupt is lost, and none handled twice. The new
 * hart comes first, so that none falls between the two, and one claim wins if both are interrupted. When this
 * returns, no other hart handles the line. A masked line stays masked; of two harts that move it at the same time
 * one wins. Gives `noSuchLine`, `noSuchHart`, `insideHandler`, `holdsConsole`.
 */
export function setAffinity(irq: usize, hart: usize): IrqResult {
	if (!isSource(irq)) return IrqResult.noSuchLine;
	if (!hartIsOnline(hart)) return IrqResult.noSuchHart;
	const others = callHarts(0, stopHere, irq, false); // may this hart wait?
	if (others !== IrqResult.ok) return others;
	routeLine(irq, hart);
	return callHarts(hartsOfLine(irq) & ~(u32(1) << u32(hart)), stopHere, irq, false);
}

/**
 * Handles the timer interrupt, cause 7, of every hart. Gives `noSuchCause` for any other cause, also for the
 * software interrupt, by which the kernel's harts call each other; and `taken`.
 */
export function registerLocal(cause: usize, handler: Handler): IrqResult {
	if (cause !== LocalInterrupt.timer) return IrqResult.noSuchCause;
	return localHandlers.registerHandler(cause, handler) ? IrqResult.ok : IrqResult.taken;
}

/** Stops handling the timer interrupt. Gives `noSuchCause`, as `registerLocal`, and `notRegistered`. */
export function unregisterLocal(cause: usize): IrqResult {
	if (cause !== LocalInterrupt.timer) return IrqResult.noSuchCause;
	return localHandlers.unregisterHandler(cause) === null ? IrqResult.notRegistered : IrqResult.ok;
}

/**
 * Handles the exception `cause` wherever it happens outside of handlers; inside, it is always a panic. When the
 * handler returns, the hart goes on at `mepc` of `exceptionFrame()`, which is the instruction that failed unless
 * changed. Gives `noSuchCause` and `taken`.
 */
export function registerException(cause: usize, handler: Handler): IrqResult {
	if (cause >= 24) return IrqResult.noSuchCause;
	return exceptionHandlers.registerHandler(cause, handler) ? IrqResult.ok : IrqResult.taken;
}

/** Stops handling the exception `cause`. Gives `noSuchCause` and `notRegistered`. */
export function unregisterException(cause: usize): IrqResult {
	if (cause >= 24) return IrqResult.noSuchCause;
	return exceptionHandlers.unregisterHandler(cause) === null
		? IrqResult.notRegistered
		: IrqResult.ok;
}
