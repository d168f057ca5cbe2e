'use native';

/**
 * The memory that the image leaves free, as the C library and Porffor ask for it.
 *
 *   heapStart  sbrk: picolibc's malloc, growing upwards →   ← mmap: Porffor's heap, growing down  heapEnd
 *
 * Porffor's heap takes half of it and its tables a tenth of that; what is left serves malloc
 * and the stacks of coroutines. The heap is committed in steps, and a step is cleared when it is: a
 * reboot keeps what was in memory. docs/decisions/0010-heap-placement.md.
 *
 * Runs: on hart 0, in ordinary code.
 */

import { exportSymbol } from 'native:link';
import { consoleWrite, lockConsole, unlockConsole, writeDecimal } from '../platform/console.ts';
import { heapEnd, heapStart, poweroff } from '../platform/machine.ts';
import { Cell } from '../sync/cell.ts';
import { clear } from './memory.ts';

const pageSize = 4096;
const mebibyte = 0x10_0000;
const leastBytes: u64 = 4 * mebibyte;
const mostArenaBytes: u64 = 2047 * mebibyte; // Porffor's offsets are signed 32-bit numbers
const failed: u64 = 0xffff_ffff_ffff_ffff; // MAP_FAILED, and sbrk's (void *)-1
const noAccess = 0; // PROT_NONE

const lowEnd = new Cell(); // behind what sbrk gave away; 0 = nothing yet
const highStart = new Cell(); // where mmap's lowest block begins; 0 = nothing yet
const highSize = new Cell(); // that block's size, while it can be taken back
const arena = new Cell(); // where Porffor's heap begins; 0 = not asked for yet
const clearedEnd = new Cell(); // behind what of it is committed
const refused = new Cell(); // 1 if a request was turned down

function low(): u64 {
	const end = lowEnd.read();
	return end === 0 ? heapStart() : end;
}

function high(): u64 {
	const start = highStart.read();
	return start === 0 ? heapEnd() : start;
}

/** Whether memory ran out for somebody. */
export function ranOut(): boolean {
	return refused.read() !== 0;
}

function refuse(): u64 {
	refused.write(1);
	return failed;
}

/** How large Porffor's heap may become. Ends the machine if there is too little memory for one. */
function heapArenaBytes(): u64 {
	const start = low();
	const end = high();
	const free = end > start ? end - start : 0;
	if (free < leastBytes) {
		lockConsole();
		consoleWrite('trapline: too little memory: ');
		writeDecimal(free / 1024);
		consoleWrite(' KiB are left for the heap, and ordinary code needs ');
		writeDecimal(leastBytes / 1024);
		consoleWrite(' KiB.\n');
		unlockConsole();
		poweroff(101);
	}
	const bytes = (free / 2) & ~(mebibyte - 1);
	return bytes < mostArenaBytes ? bytes : mostArenaBytes;
}
exportSymbol('heapArenaBytes', heapArenaBytes);

function sbrk(increment: i64): u64 {
	const start = low();
	const end = start + u64(increment);
	if (end < heapStart() || end > high()) return refuse();
	lowEnd.write(end);
	return start;
}
exportSymbol('sbrk', sbrk);

function mmap(_hint: u64, length: u64, protection: i32): u64 {
	const size = (length + (pageSize - 1)) & ~(pageSize - 1);
	const end = high();
	if (size > end - low()) return refuse();
	const start = end - size;
	highStart.write(start);
	highSize.write(size);
	if (protection !== noAccess) {
		clear(usize(start), usize(size));
	} else if (arena.claim(start)) {
		clearedEnd.write(start);
	}
	return start;
}
exportSymbol('mmap', mmap);

/** Takes the newest block back; an older one stays lost, which Porffor's pools avoid. */
function munmap(start: u64): i32 {
	if (start !== high() || highSize.read() === 0) return -1;
	highStart.write(start + highSize.read());
	highSize.write(0);
	return 0;
}
exportSymbol('munmap', munmap);

/** Commits Porffor's heap up to an address, or everything behind one no longer. */
function mprotect(start: u64, length: u64, protection: i32): i32 {
	const base = arena.read();
	const committed = clearedEnd.read();
	if (protection === noAccess) {
		if (start > base && start < committed) clearedEnd.write(start);
	} else if (start === base && start + length > committed) {
		clear(usize(committed), usize(start + length - committed));
		clearedEnd.write(start + length);
	}
	return 0;
}
exportSymbol('mprotect', mprotect);
