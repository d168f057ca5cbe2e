'use native';

/**
 * Physical memory protection (PMP), locked, so that it binds M-mode too. The first entry that matches
 * an access decides; an address that none matches stays open, which devices rely on.
 *
 *   entry   range                           access
 *   0       the page at 0                   none     a null pointer is a fault
 *   1…3     the guards below this hart's    none     a stack overflow is a fault
 *           three stacks
 *   4…5     text                            r-x      4 is only the lower end of 5
 *   6       constants                       r--
 *   7       the rest of memory              rw-
 *
 * QEMU does not reset PMP when the machine reboots: the entries survive, locked, and are those of the
 * same image. That is why entry 0 covers no more than one page: QEMU's reset vector lies at 0x1000,
 * and forbidding it would make a reboot hang.
 * Every range consists of whole pages, since QEMU is about 25 times slower with others.
 *
 * [PRIV] "Physical Memory Protection".
 */

import { readCsr, writeCsr } from 'native:csr';
import { symbolAddress } from 'native:link';
import { exceptionGuard, interruptGuard, ordinaryGuard } from './stacks.ts';

const read = 1 << 0;
const write = 1 << 1;
const execute = 1 << 2;
const topOfRange = 1 << 3; // from the address of the entry before to the one of this
const naturallyAligned = 3 << 3; // a power of two, its size coded in the low bits of the address
const locked = 1 << 7;

/** The address register for one naturally aligned page. */
function page(address: usize): usize {
	return (address >> 2) | 0x1ff;
}

/**
 * Protects this hart's memory for good; `memoryEnd` is the end of RAM. QEMU keeps locked entries through
 * a reboot, and refuses to write them: they are this image's own, and stay as they are.
 */
export function protectMemory(hart: usize, memoryEnd: usize): void {
	if ((readCsr('pmpcfg0') & locked) !== 0) return;
	writeCsr('pmpaddr0', page(0));
	writeCsr('pmpaddr1', page(exceptionGuard(hart)));
	writeCsr('pmpaddr2', page(interruptGuard(hart)));
	writeCsr('pmpaddr3', page(ordinaryGuard(hart)));
	writeCsr('pmpaddr4', symbolAddress('textStart') >> 2);
	writeCsr('pmpaddr5', symbolAddress('textEnd') >> 2);
	writeCsr('pmpaddr6', symbolAddress('rodataEnd') >> 2);
	writeCsr('pmpaddr7', memoryEnd >> 2);
	const none: usize = locked | naturallyAligned;
	const text: usize = locked | topOfRange | read | execute;
	const constants: usize = locked | topOfRange | read;
	const rest: usize = locked | topOfRange | read | write;
	writeCsr(
		'pmpcfg0',
		none |
			(none << 8) |
			(none << 16) |
			(none << 24) |
			(usize(locked) << 32) |
			(text << 40) |
			(constants << 48) |
			(rest << 56),
	);
}
