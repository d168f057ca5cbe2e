'use native';

/**
 * The machine: QEMU virt. Where each device lies, which interrupt it raises, how PLIC contexts are
 * numbered; the drivers are built here and know none of it.
 *
 * [QEMU] "virt Generic Virtual Platform", `info mtree -f`.
 */

import { Clint } from '../drivers/clint.ts';
import { GoldfishRtc } from '../drivers/goldfish-rtc.ts';
import { Ns16550 } from '../drivers/ns16550.ts';
import { Plic } from '../drivers/plic.ts';
import { TestFinisher } from '../drivers/test-finisher.ts';

export const finisher = new TestFinisher(0x10_0000);
export const rtc = new GoldfishRtc(0x10_1000);
export const clint = new Clint(0x200_0000);
export const plic = new Plic(0xc00_0000);
export const uart = new Ns16550(0x1000_0000);

/** PLIC sources of the devices. */
export const uartIrq = 10;
export const rtcIrq = 11;

/** The PLIC's last source. QEMU says 96 in the device tree and means 1 … 95. */
export const lastSource = 95;

/** Where memory begins; where it ends is up to the device tree. */
export const memoryStart = 0x8000_0000;

/** Ticks of `mtime` in a second. */
export const ticksPerSecond = 10_000_000;

/** The PLIC context of a hart's M-mode; the odd ones are S-mode. */
export function machineContext(hart: usize): usize {
	return hart * 2;
}
