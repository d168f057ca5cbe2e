'use native';

/**
 * The bits of the control and status registers that the kernel uses, by their manual names.
 *
 * [PRIV] "Machine Status (mstatus) Register", "Machine Interrupt (mip and mie) Registers".
 */

/** Bits of `mstatus`. */
export enum Mstatus {
	mie = 1 << 3, // interrupts are taken
	mpie = 1 << 7, // what MIE was before the trap
}

/** Interrupts that a hart takes by itself, by their `mcause` code and their bit of `mie` and `mip`. */
export enum LocalInterrupt {
	software = 3,
	timer = 7,
	external = 11,
}

/** `mtvec` with one entry for each interrupt; exceptions go to entry 0. */
export const mtvecVectored = 1;
