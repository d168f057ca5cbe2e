'use native';

/**
 * Where each hart's stacks lie. All grow down, and below each lies a page that PMP forbids:
 *
 *   guard   exceptions   guard   interrupts   guard   ordinary
 *
 * Hart 7 has the lowest slot and hart 0 the highest, so that hart 0's ordinary stack can be larger.
 * The sizes are those of linker.ld, which names the guards of the lowest slot.
 */

import { symbolAddress } from 'native:link';
import { maxHarts } from './hart.ts';

const guardSize = 0x1000;

/** How far the slot of `hart` lies above the lowest one. */
function slotOffset(hart: usize): usize {
	return (maxHarts - 1 - hart) * (symbolAddress('secondStacks') - symbolAddress('stacksStart'));
}

/** The guard below the exception stack of `hart`. */
export function exceptionGuard(hart: usize): usize {
	return symbolAddress('stacksStart') + slotOffset(hart);
}

/** The guard below the interrupt stack of `hart`. */
export function interruptGuard(hart: usize): usize {
	return symbolAddress('firstInterruptGuard') + slotOffset(hart);
}

/** The guard below the ordinary stack of `hart`. */
export function ordinaryGuard(hart: usize): usize {
	return symbolAddress('firstOrdinaryGuard') + slotOffset(hart);
}

const exceptionFrameSize = 288; // frameSize of boot/trap.S
const interruptFrameSize = 64; // enterInterrupt of boot/trap.S

/** Where boot/trap.S puts the frame of an exception of `hart`. */
export function exceptionFrameAddress(hart: usize): usize {
	return interruptGuard(hart) - exceptionFrameSize;
}

/** The same for an exception inside the handling of one: in the lower half of that stack. */
export function nestedFrameAddress(hart: usize): usize {
	const end = exceptionGuard(hart) + guardSize;
	return end + (interruptGuard(hart) - end) / 2 - exceptionFrameSize;
}

/** Where boot/trap.S saves registers when `hart` is interrupted; a handler's stack begins below. */
export function interruptFrameAddress(hart: usize): usize {
	return ordinaryGuard(hart) - interruptFrameSize;
}

/** Does the ordinary stack of some hart begin at `address`, and grow down from it? */
export function isOrdinaryTop(address: usize): boolean {
	if (address === symbolAddress('ordinaryStackTop')) return true;
	for (let hart: usize = 1; hart < maxHarts; hart += 1) {
		if (address === exceptionGuard(hart - 1)) return true; // the slot of the hart below lies above
	}
	return false;
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
