'use native';

/**
 * Bytes from the UART: its handler takes them off the device into a ring, the event loop reads them.
 *
 * What arrived before `openConsoleInput` waits in the UART and behind it, and comes through: the driver
 * never resets the receiver.
 */

import { hasInput, openInput, receiveInput, takeInput } from '../platform/input.ts';
import { uart, uartIrq } from '../platform/qemu-virt.ts';
import { enable, IrqResult, register } from '../trap/irq.ts';
import { postEvent } from './event.ts';

/** Empties the receiver, since QEMU 7.2 does not interrupt again for what is left in it. */
function receiveBytes(irq: usize): void {
	receiveInput();
	postEvent(irq);
}

/** Takes the UART's input; `false` if the line is handled by somebody else. */
export function openConsoleInput(): boolean {
	if (register(uartIrq, receiveBytes) !== IrqResult.ok) return false;
	openInput();
	if (hasInput()) postEvent(uartIrq); // from before a reboot
	uart.enableReceiveInterrupt();
	return enable(uartIrq, 0) === IrqResult.ok;
}

/** The oldest byte that was not read yet, or -1. */
export function readConsoleByte(): i32 {
	return takeInput();
}

/** How often the UART was overrun; at least one byte was lost each time. */
export function consoleOverruns(): u64 {
	return uart.overrunCount();
}

/** The line whose events say that there is input. */
export function consoleLine(): u32 {
	return uartIrq;
}
