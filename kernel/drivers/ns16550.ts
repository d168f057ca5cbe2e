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
import { Cell } from '../sync/cell.ts';

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
const loopback = 1 << 4; // MCR.LOOP
const dataReady = 1 << 0; // LSR.DR
const overrunError = 1 << 1; // LSR.OE, cleared by whoever reads it
const transmitterHoldingRegisterEmpty = 1 << 5; // LSR.THRE
const transmitterEmpty = 1 << 6; // LSR.TEMT

/** How often a byte arrived before the one before it was read. Any hart may be the one that sees it. */
const overruns = new Cell();

export class Ns16550 {
	private readonly registers: Ptr<UartRegisters>;

	constructor(base: usize) {
		this.registers = mmio<UartRegisters>(base);
	}

	/** Waits until there is room, then sends. A byte written without room is lost on a slow reader. */
	writeByte(byte: u8): void {
		while ((this.readStatus() & transmitterHoldingRegisterEmpty) === 0) {}
		this.registers.data.write(byte);
	}

	/** Has the last byte left? */
	isIdle(): boolean {
		return (this.readStatus() & transmitterEmpty) !== 0;
	}

	/** Waits until the last byte has left: a machine that ends earlier swallows it. */
	flush(): void {
		while (!this.isIdle()) {}
	}

	/** Takes one received byte, or -1 if there is none. */
	readByte(): i32 {
		if ((this.readStatus() & dataReady) === 0) return -1;
		return i32(this.registers.data.read());
	}

	/** How often the receiver was overrun so far; at least one byte was lost each time. */
	overrunCount(): u64 {
		return overruns.read();
	}

	/** Interrupts while a received byte waits; one that came earlier interrupts at once. */
	enableReceiveInterrupt(): void {
		this.registers.interruptEnable.write(receivedDataAvailable);
	}

	/** Never interrupts. */
	disableInterrupts(): void {
		this.registers.interruptEnable.write(0);
	}

	/**
	 * Takes the receiver off the line, until the next reset: what is sent from here on comes back
	 * instead. Runs: after `flush`, and nothing may be written any more.
	 */
	closeReceiver(): void {
		this.registers.modemControl.write(loopback);
	}

	/**
	 * Occupies the receiver with a byte of our own. QEMU, which delivers from the line even with the
	 * receiver closed, then keeps what comes for after the reset. Runs: after `closeReceiver`.
	 */
	occupyReceiver(): void {
		this.registers.data.write(0);
	}

	/** The line status. An overrun is counted here, or its sign would be gone. */
	private readStatus(): u8 {
		const status = this.registers.lineStatus.read();
		if ((status & overrunError) !== 0) overruns.add(1);
		return status;
	}
}
