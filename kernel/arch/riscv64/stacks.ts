'use native';

/**
 * Where each hart's stacks lie. All grow down, and below each lies a page that PMP forbids:
 *
 *   offset   0x0000   0x1000        0x3000   0x4000        0x6000   0x7000
 *            guard    exceptions    guard    interrupts    guard    ordinary
 *
 * Hart 7 has the lowest slot and hart 0 the highest, so that hart 0's ordinary stack can be larger
 * (`ordinaryStackTop` in linker.ld). The offsets are asserted there.
 */

import { symbolAddress } from 'native:link';
import { maxHarts } from './hart.ts';

const stackStride = 0xb000;
const guardSize = 0x1000;

/** The guard below the exception stack of `hart`. */
export function exceptionGuard(hart: usize): usize {
	return symbolAddress('stacksStart') + (maxHarts - 1 - hart) * stackStride;
}

/** The guard below the interrupt stack of `hart`. */
export function interruptGuard(hart: usize): usize {
	return exceptionGuard(hart) + 0x3000;
}

/** The guard below the ordinary stack of `hart`. */
export function ordinaryGuard(hart: usize): usize {
	return exceptionGuard(hart) + 0x6000;
}

const exceptionFrameSize = 288; // frameSize of boot/trap.S
const interruptFrameSize = 64; // enterInterrupt of boot/trap.S

/** Where boot/trap.S puts the frame of an exception of `hart`. */
export function exceptionFrameAddress(hart: usize): usize {
	return interruptGuard(hart) - exceptionFrameSize;
}

/** The same for an exception inside the handling of one: in the lower half of that stack. */
export function nestedFrameAddress(hart: usize): usize {
	return exceptionGuard(hart) + guardSize + 0x1000 - exceptionFrameSize;
}

/** Where boot/trap.S saves registers when `hart` is interrupted; a handler's stack begins below. */
export function interruptFrameAddress(hart: usize): usize {
	return ordinaryGuard(hart) - interruptFrameSize;
}

/** Does `address` lie in the interrupt stack of `hart`, or in the guard that ends it? */
export function isInInterruptStack(address: usize, hart: usize): boolean {
	return address >= interruptGuard(hart) && address < ordinaryGuard(hart);
}

/** Does `address` lie in one of the guards of `hart`, where no stack may reach? */
export function isInGuard(address: usize, hart: usize): boolean {
	const page = address & ~(guardSize - 1);
	return (
		page === exceptionGuard(hart) || page === interruptGuard(hart) || page === ordinaryGuard(hart)
	);
}
