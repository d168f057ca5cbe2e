'use native';

/** A UART's receiver emptied into a ring, at most one FIFO of it: 16 bytes. */

import { layout } from 'native:memory';
import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio';
import { Ring } from '../../../kernel/sync/ring.ts';
import { base } from './area.ts';

interface UartRegisters {
	data: ReadWrite<u8>;
	interruptEnable: ReadWrite<u8>;
	interruptIdentity: ReadOnly<u8>;
	lineControl: ReadWrite<u8>;
	modemControl: ReadWrite<u8>;
	lineStatus: ReadWrite<u8>; // the device would only be read
}

layout<UartRegisters>({
	data: 0,
	interruptEnable: 1,
	interruptIdentity: 2,
	lineControl: 3,
	modemControl: 4,
	lineStatus: 5,
});

const uart = mmio<UartRegisters>(base);
const dataReady = 1 << 0;
const fifoBytes = 16;

export type UartState = Ring<256>;

export const uartState = new Ring(256);

export function uartPrepare(): void {
	uart.data.write(0x41);
	uart.lineStatus.write(dataReady);
}

export function uartReceive(): void {
	for (let i: usize = 0; i < fifoBytes; i += 1) {
		if ((uart.lineStatus.read() & dataReady) === 0) return;
		uartState.put(uart.data.read());
	}
}
