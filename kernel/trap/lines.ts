'use native';

/**
 * Which lines may interrupt which hart: the PLIC's enable words, priorities and thresholds, all of them
 * changed under `lineLock`, since an enable word is 32 lines' and changing a bit is a read and a write.
 *
 * A line is masked by its priority, which is 0 then, and not by its enable bits: a real PLIC ignores the
 * completion of a source that is not enabled, and a handler may mask its own line.
 */

import { type FixedArray, zeroed } from 'native:memory';
import { memoryBeforeDevice } from '../arch/riscv64/barrier.ts';
import { currentHart, maxHarts } from '../arch/riscv64/hart.ts';
import { disableInterrupts, restoreInterrupts } from '../arch/riscv64/interrupts.ts';
import { highestPriority } from '../drivers/plic.ts';
import { hartCount } from '../platform/machine.ts';
import { lastSource, machineContext, plic } from '../platform/qemu-virt.ts';
import type { Setting } from '../sync/setting.ts';
import { lineLock } from './tables.ts';

const priorities = zeroed<FixedArray<Setting, 96>>(); // [source]; 0 = never set
const soleHarts = zeroed<FixedArray<Setting, 96>>(); // [source]: 1 + the hart it was last routed to; 0 = none
const thresholds = zeroed<FixedArray<Setting, 8>>(); // [hart]
const holders = zeroed<FixedArray<Setting, 8>>(); // [hart]: who holds its interrupts back, a bit for each

/** Takes the lock; the answer goes to `unlockLines`. */
export function lockLines(): usize {
	const previous = disableInterrupts();
	lineLock.acquire();
	return previous;
}

/** Gives the lock back. */
export function unlockLines(previous: usize): void {
	lineLock.release();
	restoreInterrupts(previous);
}

/** Does the machine have such a line? */
export function isSource(irq: usize): boolean {
	return irq !== 0 && irq <= lastSource;
}

/** The priority that `irq` has when it is not masked: 1, or what `choosePriority` set. */
export function priorityOf(irq: usize): u32 {
	const priority = priorities[irq].get();
	return priority === 0 ? 1 : priority;
}

/**
 * Lets `irq` interrupt `hart`, besides others. The handler that was registered before is visible to `hart` when
 * it claims the line: the slot's address depends on what the claim gives.
 */
export function openLine(irq: usize, hart: usize): void {
	const previous = lockLines();
	memoryBeforeDevice();
	plic.enable(machineContext(hart), irq);
	plic.setPriority(irq, priorityOf(irq));
	unlockLines(previous);
}

/**
 * Lets `irq` interrupt `hart`, which is to have it alone: the others give it up by `closeLine`. A masked line
 * stays masked.
 */
export function routeLine(irq: usize, hart: usize): void {
	const previous = lockLines();
	memoryBeforeDevice();
	soleHarts[irq].set(u32(hart) + 1);
	plic.enable(machineContext(hart), irq);
	unlockLines(previous);
}

/** Masks `irq` for every hart. */
export function maskLine(irq: usize): void {
	const previous = lockLines();
	plic.setPriority(irq, 0);
	unlockLines(previous);
}

/** Sets the priority of `irq`, at once unless it is masked. */
export function choosePriority(irq: usize, priority: u32): void {
	const previous = lockLines();
	priorities[irq].set(priority);
	if (plic.priority(irq) !== 0) plic.setPriority(irq, priority);
	unlockLines(previous);
}

/**
 * Takes `irq`'s enable bit from `hart`, unless the line was routed to it meanwhile: of two harts that move a line
 * at the same time each closes what the other has opened. Runs: on `hart` and not while it handles `irq`:
 * between the claim and the completion, the completion would be ignored.
 */
export function closeLine(irq: usize, hart: usize): void {
	const previous = lockLines();
	if (soleHarts[irq].get() !== u32(hart) + 1) plic.disable(machineContext(hart), irq);
	unlockLines(previous);
}

/** Takes all lines from `hart`. Runs: as `closeLine`. */
export function closeAllLines(hart: usize): void {
	const previous = lockLines();
	plic.resetContext(machineContext(hart), lastSource);
	unlockLines(previous);
}

/** The harts that `irq` may interrupt, a bit for each. */
export function hartsOfLine(irq: usize): u32 {
	let harts: u32 = 0;
	for (let hart: usize = 0; hart < usize(hartCount()) && hart < maxHarts; hart += 1) {
		if (plic.isEnabled(machineContext(hart), irq)) harts |= u32(1) << u32(hart);
	}
	return harts;
}

/** Masks lines of `threshold` and below for `hart`, at once unless all are held back. */
export function chooseThreshold(hart: usize, threshold: u32): void {
	const previous = lockLines();
	thresholds[hart].set(threshold);
	if (holders[hart].get() === 0) plic.setThreshold(machineContext(hart), threshold);
	unlockLines(previous);
}

/**
 * Holds back the external interrupts of `harts`, a bit for each, until they answer this hart, or `letThrough`:
 * what is pending stays pending. Whoever waits for a hart does this, since hardware takes external interrupts
 * first, and under a storm of them would never come to the software interrupt that asks it.
 */
export function holdBack(harts: u32): void {
	const holder = u32(1) << u32(currentHart());
	const previous = lockLines();
	for (let hart: usize = 0; hart < maxHarts; hart += 1) {
		if ((harts & (u32(1) << u32(hart))) === 0) continue;
		holders[hart].set(holders[hart].get() | holder);
		plic.setThreshold(machineContext(hart), highestPriority);
	}
	unlockLines(previous);
}

/** Ends what this hart's `holdBack` began, for those of `harts` that have not ended it themselves. */
export function letThrough(harts: u32): void {
	const holder = u32(1) << u32(currentHart());
	const previous = lockLines();
	for (let hart: usize = 0; hart < maxHarts; hart += 1) {
		if ((harts & (u32(1) << u32(hart))) !== 0) dropHolders(hart, holder);
	}
	unlockLines(previous);
}

/**
 * Ends what `callers`, a bit for each, hold back from this hart, which answers them now. Were it held until each
 * of them has all its answers, callers that overlap could keep interrupts from it for good.
 */
export function letThroughHere(callers: u32): void {
	const previous = lockLines();
	dropHolders(currentHart(), callers);
	unlockLines(previous);
}

function dropHolders(hart: usize, callers: u32): void {
	const held = holders[hart].get();
	if ((held & callers) === 0) return;
	holders[hart].set(held & ~callers);
	if ((held & ~callers) === 0) plic.setThreshold(machineContext(hart), thresholds[hart].get());
}
