'use native';

/**
 * What connects a hart to boot/trap.S: the vector, the two frame addresses, and the CSRs that say
 * why a trap was taken.
 *
 * [PRIV] "Machine Trap-Vector Base-Address (mtvec) Register", "Machine Cause (mcause) Register".
 */

import { readCsr, writeCsr } from 'native:csr';
import { hartLocal } from 'native:hart';
import { exportVariable, symbolAddress } from 'native:link';
import { mtvecVectored } from './csr.ts';
import { exceptionFrameAddress, interruptFrameAddress, nestedFrameAddress } from './stacks.ts';

/** Where the next exception puts its frame. */
const exceptionFrame = hartLocal<usize>(0);
exportVariable('exceptionFrame', exceptionFrame);

/** Scratch of boot/trap.S: the stack pointer that an exception found. */
const interruptedSp = hartLocal<usize>(0);
exportVariable('interruptedSp', interruptedSp);

/** Points this hart's traps at boot/trap.S and at its own stacks. Interrupts stay masked. */
export function installTrapVector(hart: usize): void {
	exceptionFrame.value = exceptionFrameAddress(hart);
	writeCsr('mscratch', interruptFrameAddress(hart));
	writeCsr('mie', 0);
	writeCsr('mtvec', symbolAddress('trapVector') | mtvecVectored);
}

/** From here on an exception is one inside of an exception: it must not overwrite the first frame. */
export function enterException(hart: usize): void {
	exceptionFrame.value = nestedFrameAddress(hart);
}

/** The handling of an exception is over, and the next one may use the first frame again. */
export function leaveException(hart: usize): void {
	exceptionFrame.value = exceptionFrameAddress(hart);
}

/** The stack pointer that an interrupt found. Only valid within an interrupt. */
export function stackPointerBeforeInterrupt(): usize {
	return readCsr('mscratch');
}

/** Where the last trap of this hart came from. */
export function trapPc(): usize {
	return readCsr('mepc');
}

/** Why the last trap of this hart was taken. */
export function trapCause(): usize {
	return readCsr('mcause');
}

/** Is this hart within an interrupt? Outside of one, mscratch holds the interrupt frame's address. */
export function isInInterrupt(hart: usize): boolean {
	return readCsr('mscratch') !== interruptFrameAddress(hart);
}

/** Is this hart within a handler, of an interrupt or of an exception? */
export function isInHandler(hart: usize): boolean {
	return isInInterrupt(hart) || exceptionFrame.value !== exceptionFrameAddress(hart);
}
