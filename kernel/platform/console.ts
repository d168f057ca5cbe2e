'use native';

/**
 * Text on the UART. Several harts and their handlers write at the same time: each write comes out in
 * one piece, and so does everything between `lockConsole` and `unlockConsole`.
 *
 * One hart at a time polls the UART, since two that poll together can both see room for one byte.
 * A panic takes the console away from everybody else, and they stop.
 */

import { hartLocal } from 'native:hart';
import { type FixedArray, utf8, utf8Length, zeroed } from 'native:memory';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart } from '../arch/riscv64/hart.ts';
import {
	disableInterrupts,
	enableOnly,
	halt,
	restoreInterrupts,
	waitForInterrupt,
} from '../arch/riscv64/interrupts.ts';
import { Cell } from '../sync/cell.ts';
import { SpinLock } from '../sync/spin-lock.ts';
import { clint, ticksPerSecond, uart } from './qemu-virt.ts';

const lock = new SpinLock();
const seizedBy = new Cell(); // 0, or 1 + the hart that panics
const isSilenced = new Cell(); // 1 when a hart was waited for long enough: then it writes no more
const lastByte = new Cell();

const lockDepth = hartLocal<u32>(0);
const interruptsBefore = hartLocal<usize>(0);

/** How often a panicking hart looks whether the console is free, and how long it sleeps in between: half a second in all. */
const patience = 500;
const napTicks = ticksPerSecond / 1000;

function isSeized(): boolean {
	return seizedBy.read() !== 0;
}

/** Leaves the lock to the hart that panics. A hart that writes line after line would take it each time. */
function stopWriting(): never {
	lock.release();
	halt();
}

/**
 * Keeps the console to this hart until `unlockConsole`; calls may be nested. Interrupts are masked
 * meanwhile, since a handler of this hart could not wait for the lock.
 */
export function lockConsole(): void {
	const previous = disableInterrupts();
	if (lockDepth.value === 0) {
		if (!lock.acquireUnless(isSeized)) halt();
		if (isSeized()) stopWriting(); // a free lock is taken without a look at that
		interruptsBefore.value = previous;
	}
	lockDepth.value += 1;
}

/** Does this hart keep the console to itself? Others may be waiting for it with interrupts masked. */
export function holdsConsole(): boolean {
	return lockDepth.value !== 0;
}

/** Ends what `lockConsole` began. */
export function unlockConsole(): void {
	lockDepth.value -= 1;
	if (lockDepth.value !== 0) return;
	lock.release();
	restoreInterrupts(interruptsBefore.value);
}

/** Did this hart seize the console? */
function isOurs(): boolean {
	return seizedBy.read() === u64(currentHart()) + 1;
}

/**
 * Takes the lock when whoever is writing has finished; `false` if it does not. As long as the UART sends, it may be
 * waiting for the same slow reader as this hart would.
 */
function waitForLock(): boolean {
	let looks: u32 = 0;
	while (looks < patience) {
		if (lock.tryAcquire()) return true;
		if (uart.isIdle()) looks += 1;
		clint.setDeadline(currentHart(), clint.readTime() + napTicks);
		enableOnly(LocalInterrupt.timer); // it ends the sleep, and is not taken
		waitForInterrupt();
	}
	return false;
}

/**
 * Takes the console for a panic, for good. Whoever is writing may finish, but is not waited for long,
 * since it may be stuck: then it stops at its next byte. The first hart wins; `false` for every other.
 */
export function seizeConsole(): boolean {
	disableInterrupts();
	if (!seizedBy.claim(u64(currentHart()) + 1)) return isOurs();
	if (lockDepth.value === 0 && !waitForLock()) isSilenced.write(1);
	lockDepth.value = 1; // for good: this hart never waits for the lock again
	return true;
}

/** Writes without the lock. Runs: under the lock, or where nobody else can write. */
export function writeUnlocked(byte: u8): void {
	if (isSilenced.read() !== 0 && !isOurs()) halt();
	uart.writeByte(byte);
	lastByte.write(u64(byte));
}

/** Writes one byte. */
export function consoleWriteByte(byte: u8): void {
	lockConsole();
	writeUnlocked(byte);
	unlockConsole();
}

/** Writes a text in one piece. */
export function consoleWrite(text: string): void {
	lockConsole();
	const bytes = utf8(text);
	for (let index: usize = 0; index < utf8Length(text); index += 1) writeUnlocked(bytes[index]);
	unlockConsole();
}

/** Starts a new line unless the console is at the start of one. */
export function startLine(): void {
	lockConsole();
	const last = lastByte.read();
	if (last !== 0 && last !== 0x0a) writeUnlocked(0x0a);
	unlockConsole();
}

/** Writes a number in decimal. */
export function writeDecimal(value: u64): void {
	const digits: FixedArray<u8, 20> = zeroed();
	let start: usize = digits.length;
	let rest = value;
	do {
		start -= 1;
		digits[start] = u8(0x30 + (rest % 10));
		rest /= 10;
	} while (rest !== 0);
	lockConsole();
	for (; start < digits.length; start += 1) writeUnlocked(digits[start]);
	unlockConsole();
}

/** Writes a number in hexadecimal, with `0x` and 16 digits. */
export function writeHex(value: u64): void {
	lockConsole();
	consoleWrite('0x');
	for (let shift: u64 = 64; shift > 0; shift -= 4) {
		const digit = u8((value >> (shift - 4)) & 0xf);
		writeUnlocked(digit < 10 ? 0x30 + digit : 0x57 + digit);
	}
	unlockConsole();
}

/** Waits until the UART has sent everything. */
export function flushConsole(): void {
	uart.flush();
}
