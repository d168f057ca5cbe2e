'use native';

/**
 * PLIC source 10 as a line that a test raises by itself: the UART interrupts while its transmitter is
 * empty, as soon as it is asked to.
 */

import { layout } from 'native:memory';
import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio';

interface UartRegisters {
	data: ReadWrite<u8>;
	interruptEnable: ReadWrite<u8>; // bit 1: interrupt while the transmitter is empty
	interruptIdentity: ReadOnly<u8>; // a read takes the interrupt back
}

layout<UartRegisters>({ data: 0, interruptEnable: 1, interruptIdentity: 2 });

const registers = mmio<UartRegisters>(0x1000_0000);

/** Raises the line. */
export function raiseLine(): void {
	registers.interruptEnable.write(1 << 1);
}

/** Lowers the line. Runs: in its handler. */
export function lowerLine(): void {
	registers.interruptEnable.write(0);
	registers.interruptIdentity.read();
}
