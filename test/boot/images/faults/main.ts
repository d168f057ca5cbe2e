'use native';

/** Does, on a letter from the UART, one thing that a kernel must not survive. */

import type { Guarded } from 'native:atomic';
import { consoleWrite } from 'native:console';
import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { enable, type Handler, IrqResult, register } from 'native:irq';
import { addressFrom, type FixedArray, pointerAt, zeroed } from 'native:memory';
import { panic } from 'native:panic';

const never = 0xffff_ffff_ffff_ffff;
const doorbell = 50; // a PLIC line that the test pulses

interface Slot {
	handler: Handler;
}

interface Numbers {
	four: FixedArray<u32, 4>;
}

const empty: Guarded<Slot, 'one hart'> = zeroed();
const numbers: Guarded<Numbers, 'one hart'> = zeroed();

function readNumber(index: usize): u32 {
	return numbers.four[index]; // here: index, handler
}

function divide(dividend: u32, divisor: u32): u32 {
	return dividend / divisor; // here: division
}

/** Calls the second half of an instruction whose upper bits are zero: 0x0000 is not an instruction. */
function callZero(): void {
	let address = addressFrom(readNumber);
	while (pointerAt<u16>(address).target !== 0) address += 2;
	pointerAt<usize>(addressFrom(empty)).target = address;
	empty.handler(0); // here: illegal
}

function dive(depth: usize): usize {
	const room = zeroed<FixedArray<usize, 64>>();
	room[depth % 64] = depth;
	return dive(depth + 1) + room[(depth + 1) % 64]; // here: overflow
}

function refusals(): void {
	const refused =
		register(doorbell, rangBell) === IrqResult.ok &&
		register(doorbell, rangBell) === IrqResult.taken &&
		register(0, rangBell) === IrqResult.noSuchLine &&
		register(1024, rangBell) === IrqResult.noSuchLine &&
		register(0xffff_ffff_ffff_ffff, rangBell) === IrqResult.noSuchLine &&
		enable(0, 0) === IrqResult.noSuchLine &&
		enable(1024, 0) === IrqResult.noSuchLine &&
		enable(doorbell, 8) === IrqResult.noSuchHart;
	consoleWrite(refused ? 'all refused\n' : 'not refused\n');
}

function rangBell(irq: usize): void {
	readNumber(irq);
}

function fault(command: u32): void {
	const one = u32(numbers.four[0]);
	switch (command) {
		case 0x63: // c
			empty.handler(0); // here: call
			break;
		case 0x6c: // l
			numbers.four[1] = pointerAt<u32>(0x10).target; // here: load
			break;
		case 0x73: // s
			pointerAt<u32>(0x18).target = 1; // here: store
			break;
		case 0x69: // i
			callZero();
			break;
		case 0x78: // x
			numbers.four[1] = readNumber(usize(command));
			break;
		case 0x64: // d
			numbers.four[1] = divide(command, one);
			break;
		case 0x6f: // o
			numbers.four[1] = u32(dive(0));
			break;
		case 0x70: // p
			panic('asked for it'); // here: panic
			break;
		case 0x68: // h
			register(doorbell, rangBell);
			enable(doorbell, 0);
			consoleWrite('armed\n');
			break;
		case 0x75: // u
			enable(1, 0);
			enable(60, 0);
			consoleWrite('armed\n');
			break;
		case 0x72: // r
			refusals();
			break;
		default:
			break;
	}
}

export function main(): i32 {
	openConsoleInput();
	consoleWrite('ready\n');
	for (;;) {
		waitForEvent(never);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
		for (let byte = readConsoleByte(); byte >= 0; byte = readConsoleByte()) {
			if (byte === 0x71) return 0; // q
			fault(u32(byte));
		}
	}
}
