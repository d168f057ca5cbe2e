'use native';

/**
 * Fences between memory and devices, each named for its one use. The accessors of `native:mmio` keep
 * their order among themselves but carry no fence, and an atomic's ordering says nothing about
 * devices (docs/decisions/0005-device-ordering.md).
 *
 * [UNPRIV] "Memory Ordering Instructions".
 */

import { asm } from 'native:asm';
import { fence } from 'native:atomic';

/** What this hart wrote to memory is visible before the device register written next takes effect. */
export function memoryBeforeDevice(): void {
	fence('w', 'o');
}

/** The device register written last has taken effect before memory is read. */
export function deviceBeforeMemory(): void {
	fence('o', 'r');
}

/** A lock that was seen free: what the last holder did comes before what the next one does, to memory and devices. */
export function afterLock(): void {
	fence('r', 'iorw');
}

/** What the holder of a lock did, to memory and devices, comes before the lock is seen free. */
export function beforeUnlock(): void {
	fence('iorw', 'w');
}

/** The device accesses of this hart have taken effect before another one that waits for them sees so. */
export function deviceBeforeUnlock(): void {
	fence('io', 'w');
}

/**
 * What this hart wrote is visible before it reads anything later. For two harts that each write one word and
 * then read the other's, so that one of them at least sees what the other wrote.
 */
export function writeBeforeRead(): void {
	fence('rw', 'rw');
}

/** A hint for a loop that waits for another hart: `pause`, a fence to those who do not know it. */
export function pause(): void {
	asm('.insn i 0x0f, 0, x0, x0, 0x010', {}, 'memory');
}
