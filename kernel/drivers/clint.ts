'use native';

/**
 * Core-Local Interruptor (CLINT): software and timer interrupts of every hart, and the clock.
 *
 * All registers are accessed in 32 bits, the only width that QEMU 7.2 takes; so a 64-bit value is
 * read until its high half stands still, and a deadline is written in an order that never lies early.
 *
 * [ACLINT] "Machine-level Timer Device (MTIMER)", "Machine-level Software Interrupt Device (MSWI)".
 */

import { type FixedArray, layout, type Ptr } from 'native:memory';
import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio';

interface Deadline {
	low: ReadWrite<u32>;
	high: ReadWrite<u32>;
}

interface ClintRegisters {
	msip: FixedArray<ReadWrite<u32>, 4096>; // [hart], bit 0: software interrupt pending
	mtimecmp: FixedArray<Deadline, 4095>; // [hart], ticks; timer interrupt while mtime >= mtimecmp
	mtimeLow: ReadOnly<u32>;
	mtimeHigh: ReadOnly<u32>;
}

layout<ClintRegisters>({ msip: 0x0, mtimecmp: 0x4000, mtimeLow: 0xbff8, mtimeHigh: 0xbffc });

export class Clint {
	private readonly registers: Ptr<ClintRegisters>;

	constructor(base: usize) {
		this.registers = mmio<ClintRegisters>(base);
	}

	/** Makes a software interrupt of `hart` pending. */
	raiseSoftware(hart: usize): void {
		this.registers.msip[hart].write(1);
	}

	/** Takes back the software interrupt of `hart`. */
	clearSoftware(hart: usize): void {
		this.registers.msip[hart].write(0);
	}

	/** The clock, in ticks since reset. */
	readTime(): u64 {
		for (;;) {
			const high = this.registers.mtimeHigh.read();
			const low = this.registers.mtimeLow.read();
			if (this.registers.mtimeHigh.read() === high) return (u64(high) << 32) | u64(low);
		}
	}

	/** The deadline of `hart`. Runs: on that hart, so that nobody sets it between the halves. */
	deadline(hart: usize): u64 {
		const deadline = this.registers.mtimecmp[hart];
		return (u64(deadline.high.read()) << 32) | u64(deadline.low.read());
	}

	/**
	 * Asks for a timer interrupt of `hart` from `deadlineTicks` on, and takes the last request back.
	 * The high half goes to its largest value first, so that no mixture of old and new is ever due.
	 */
	setDeadline(hart: usize, deadlineTicks: u64): void {
		const deadline = this.registers.mtimecmp[hart];
		deadline.high.write(0xffff_ffff);
		deadline.low.write(u32(deadlineTicks));
		deadline.high.write(u32(deadlineTicks >> 32));
	}
}
