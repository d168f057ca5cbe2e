'use native';

/**
 * What the threads of the litmus shapes have in common. A thread returns what it saw: 0 nothing, since the
 * other was too late; 1 something that must never be seen; 2 what it should.
 *
 * The image is not booted: scripts/litmus reads its machine code.
 */

import { type Atomic, load, store } from 'native:atomic';
import { hartLocal } from 'native:hart';
import { zeroed } from 'native:memory';

/** Memory of a handler's owner, and of whoever else has some: written before anybody looks. */
export const state: Atomic<u64> = zeroed();
export const secondState: Atomic<u64> = zeroed();

/** What a handler saw, on its hart. */
export const saw = hartLocal<u64>(0);

const kept: Atomic<usize> = zeroed();

/** The linker drops what nobody uses. */
export function keep(address: usize): void {
	store(kept, address, 'relaxed');
}

/** What is written before something is published. */
export function prepare(): void {
	store(state, 1, 'relaxed');
}

/** 1 if what was prepared is not there, 2 if it is. */
export function look(): u64 {
	return load(state, 'relaxed') + 1;
}

/** A handler whose owner has prepared `state`. */
export function handler(): void {
	saw.value = look();
}
