'use native';

/**
 * What the UART has received and nobody has read.
 *
 * Nothing is dropped here. While the ring is full, bytes stay in the UART, which does not interrupt
 * then; QEMU delivers no byte before the last one was taken, so whoever sends waits. On a wire, where
 * nobody waits, the UART itself is overrun, and says so.
 *
 * The ring lies outside of .bss and survives a reboot, since the input behind `reboot` is meant for the
 * machine that comes up again; a reset of the UART would lose what it holds.
 */

import { exportVariable } from 'native:link';
import { deviceBeforeUnlock, memoryBeforeDevice } from '../arch/riscv64/barrier.ts';
import { Cell } from '../sync/cell.ts';
import { Ring } from '../sync/ring.ts';
import { uart } from './qemu-virt.ts';

const size = 4096;
const half = size / 2;
const lastPlace = size - 1; // of the ring: for the byte that waits in the UART at a reboot

/** Says that the ring holds something, since after power-on memory may hold anything. */
const sealed = 0x6b65_7074_2069_6e70;

const seal = new Cell();
const unread = new Ring(4096);
exportVariable('keptSeal', seal);
exportVariable('keptInput', unread);

const isWaiting = new Cell(); // 1 while bytes are left in the UART because the ring is full

/** Makes the ring ready: empty, unless a reboot has left input in it. Runs: in the one consumer. */
export function openInput(): void {
	if (seal.read() !== sealed || unread.count() > size) unread.clear();
	seal.write(sealed);
}

/** Moves what the UART has received into the ring. Runs: in the handler of its interrupt. */
export function receiveInput(): void {
	while (unread.count() < lastPlace) {
		const byte = uart.readByte();
		if (byte < 0) return;
		unread.put(u8(byte));
	}
	uart.disableInterrupts();
	deviceBeforeUnlock(); // or the consumer could enable the interrupt first, and this disable it for good
	isWaiting.write(1);
}

/** The oldest byte that was not read yet, or -1. Runs: in the one consumer. */
export function takeInput(): i32 {
	const byte = unread.take();
	if (isWaiting.read() !== 0 && unread.count() <= half) {
		isWaiting.write(0);
		memoryBeforeDevice(); // the handler may run at once and set it again
		uart.enableReceiveInterrupt(); // interrupts for what waits there already
	}
	return byte;
}

/** Whether there is a byte to take. */
export function hasInput(): boolean {
	return unread.count() !== 0;
}

/**
 * Moves what the UART holds into the ring, and lets nothing more in. Runs: before a reset, on the hart
 * that takes the UART's interrupts, with interrupts masked and the console locked.
 */
export function keepInput(): void {
	openInput();
	uart.disableInterrupts();
	uart.closeReceiver();
	for (let byte = uart.readByte(); byte >= 0; byte = uart.readByte()) unread.put(u8(byte));
	uart.occupyReceiver();
}
