'use native';

/**
 * Lets input pile up unread until the ring is full, then reads it, waiting for more as often as none is
 * there, and says how much came. At last the UART is overrun, by itself: it is looped back.
 */

import { consoleWrite, lockConsole, unlockConsole, writeDecimal } from 'native:console';
import { consoleOverruns, openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { layout } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { monotonicTicks, ticksPerSecond } from 'native:time';

const sent = 20_000; // by the test; several times what the ring holds

interface UartRegisters {
	data: ReadWrite<u8>;
	interruptEnable: ReadWrite<u8>;
	interruptIdentity: ReadWrite<u8>;
	lineControl: ReadWrite<u8>;
	modemControl: ReadWrite<u8>;
}

layout<UartRegisters>({
	data: 0,
	interruptEnable: 1,
	interruptIdentity: 2,
	lineControl: 3,
	modemControl: 4,
});

const uart = mmio<UartRegisters>(0x1000_0000);
const loopback = 1 << 4;

function waitForInput(): void {
	waitForEvent(monotonicTicks() + ticksPerSecond());
	for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
}

/** Waits until the driver takes no more: it has switched its interrupt off. */
function waitUntilFull(): void {
	while (uart.interruptEnable.read() !== 0) waitForInput();
}

function say(what: string, count: u64): void {
	lockConsole();
	consoleWrite(what);
	writeDecimal(count);
	consoleWrite('\n');
	unlockConsole();
}

export function main(): i32 {
	openConsoleInput();
	consoleWrite('ready\n');
	waitUntilFull();
	consoleWrite('full\n');

	let kept: u64 = 0;
	let inOrder = true;
	while (kept < sent) {
		const byte = readConsoleByte();
		if (byte < 0) {
			waitForInput();
			continue;
		}
		if (u64(byte) !== kept % 251) inOrder = false;
		kept += 1;
	}
	say(inOrder ? 'in order ' : 'in disorder ', kept);
	say('overruns ', consoleOverruns());

	uart.interruptEnable.write(0);
	uart.modemControl.write(loopback);
	for (let byte: u8 = 0; byte < 3; byte += 1) uart.data.write(byte);
	uart.modemControl.write(0);
	consoleWrite('looped back\n'); // whoever looks at the line status sees it
	say('overruns ', consoleOverruns());
	return 0;
}
