'use native';

/**
 * Bytes from the UART: the handler takes them off the device into a ring, the event loop reads them.
 *
 * What arrived before `openConsoleInput` waits in the UART and behind it, and comes through: the driver
 * never resets the receiver.
 */

import { uart, uartIrq } from '../platform/qemu-virt.ts';
import { Ring } from '../sync/ring.ts';
import { enable, register } from '../trap/irq.ts';
import { postEvent } from './event.ts';

const received = new Ring(4096);

/** Empties the receiver, since QEMU 7.2 does not interrupt again for what is left in it. */
function receiveBytes(irq: usize): void {
	let byte = uart.readByte();
	while (byte >= 0) {
		received.put(u8(byte));
		byte = uart.readByte();
	}
	postEvent(irq);
}

/** Takes the UART's input; `false` if the line is handled by somebody else. */
export function openConsoleInput(): boolean {
	if (!register(uartIrq, receiveBytes)) return false;
	uart.enableReceiveInterrupt();
	return enable(uartIrq, 0);
}

/** The oldest byte that was not read yet, or -1. */
export function readConsoleByte(): i32 {
	return received.take();
}

/** How many bytes came faster than they were read, and were dropped. */
export function consoleOverflows(): u64 {
	return received.lostCount();
}

/** The line whose events say that there is input. */
export function consoleLine(): u32 {
	return uartIrq;
}
