'use native';

/**
 * NS16550A: the serial port.
 *
 * The FIFO enable bit (FCR.FE) is never set: setting it resets the receiver, and bytes that arrived
 * before would be lost or corrupted. FCR is therefore not even declared.
 *
 * [NS16550] "Registers", "Line Status Register".
 */

import { layout, type Ptr } from 'native:memory';
import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio';

interface UartRegisters {
	data: ReadWrite<u8>; // RBR when read, THR when written
	interruptEnable: ReadWrite<u8>; // IER
	interruptIdentity: ReadOnly<u8>; // IIR
	lineControl: ReadWrite<u8>; // LCR
	modemControl: ReadWrite<u8>; // MCR
	lineStatus: ReadOnly<u8>; // LSR
}

layout<UartRegisters>({
	data: 0,
	interruptEnable: 1,
	interruptIdentity: 2,
	lineControl: 3,
	modemControl: 4,
	lineStatus: 5,
});

const receivedDataAvailable = 1 << 0; // IER.ERBFI
const dataReady = 1 << 0; // LSR.DR
const transmitterHoldingRegisterEmpty = 1 << 5; // LSR.THRE
const transmitterEmpty = 1 << 6; // LSR.TEMT

export class Ns16550 {
	private readonly registers: Ptr<UartRegisters>;

	constructor(base: usize) {
		this.registers = mmio<UartRegisters>(base);
	}

	/** Waits until there is room, then sends. A byte written without room is lost on a slow reader. */
	writeByte(byte: u8): void {
		while ((this.registers.lineStatus.read() & transmitterHoldingRegisterEmpty) === 0) {}
		this.registers.data.write(byte);
	}

	/** Waits until the last byte has left: a machine that ends earlier swallows it. */
	flush(): void {
		while ((this.registers.lineStatus.read() & transmitterEmpty) === 0) {}
	}

	/** Takes one received byte, or -1 if there is none. */
	readByte(): i32 {
		if ((this.registers.lineStatus.read() & dataReady) === 0) return -1;
		return i32(this.registers.data.read());
	}

	/** Interrupts while a received byte waits; one that came earlier interrupts at once. */
	enableReceiveInterrupt(): void {
		this.registers.interruptEnable.write(receivedDataAvailable);
	}

	/** Never interrupts. */
	disableInterrupts(): void {
		this.registers.interruptEnable.write(0);
	}
}
