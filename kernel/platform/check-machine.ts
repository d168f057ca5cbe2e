'use native';

/**
 * Is this a machine that the image can run on? Each answer of no is one sentence and a failing exit
 * status, never a hang.
 *
 * Runs: on hart 0, before .bss is zeroed and before hart-local variables exist: so it uses constants,
 * its stack, what it has found out and the UART, nothing else, and does not lock the console.
 */

import { exportSymbol, symbolAddress } from 'native:link';
import { type Ptr, utf8, utf8Length } from 'native:memory';
import { maxHarts } from '../arch/riscv64/hart.ts';
import { halt } from '../arch/riscv64/interrupts.ts';
import { trapCause, trapPc } from '../arch/riscv64/trap-state.ts';
import { isDeviceTree } from './device-tree.ts';
import { hartCount, memoryBytes, readMachine } from './machine.ts';
import { finisher, memoryStart, uart } from './qemu-virt.ts';

const failure = 101;

function print(text: string): void {
	const bytes: Ptr<u8> = utf8(text);
	for (let index: usize = 0; index < utf8Length(text); index += 1) uart.writeByte(bytes[index]);
}

function printNumber(value: usize): void {
	let divisor: usize = 1;
	while (value / divisor >= 10) divisor *= 10;
	for (; divisor !== 0; divisor /= 10) uart.writeByte(u8(0x30 + ((value / divisor) % 10)));
}

function printAddress(value: usize): void {
	print('0x');
	for (let shift: usize = 64; shift > 0; shift -= 4) {
		const digit = u8((value >> (shift - 4)) & 0xf);
		uart.writeByte(digit < 10 ? 0x30 + digit : 0x57 + digit);
	}
}

function refuse(): never {
	print('.\n');
	uart.flush();
	finisher.exit(failure);
	halt();
}

/**
 * Ends the machine unless the image fits. a1 is not followed where it cannot be memory: QEMU puts the
 * device tree near the end of memory, and below its start if there is less than 2 MiB of it.
 */
function checkMachine(deviceTree: usize): void {
	const imageEnd = symbolAddress('_end');
	if (deviceTree < imageEnd) {
		print('trapline: too little memory: the image needs all of it up to ');
		printAddress(imageEnd);
		print(', and the device tree lies at ');
		printAddress(deviceTree);
		refuse();
	}
	if (!isDeviceTree(deviceTree)) {
		print('trapline: no device tree at ');
		printAddress(deviceTree);
		print(', where a1 points');
		refuse();
	}
	readMachine(deviceTree);
	if (usize(hartCount()) > maxHarts) {
		print('trapline: the machine has ');
		printNumber(usize(hartCount()));
		print(' harts, the kernel runs on at most ');
		printNumber(maxHarts);
		refuse();
	}
	if (memoryStart + usize(memoryBytes()) < imageEnd) {
		print('trapline: too little memory: the image ends at ');
		printAddress(imageEnd);
		refuse();
	}
}
exportSymbol('checkMachine', checkMachine);

/** Says what went wrong in boot/start.S, before a panic is possible. */
function reportEarlyTrap(): never {
	print('trapline: trap before the hart was ready, mcause ');
	printNumber(trapCause());
	print(', mepc ');
	printAddress(trapPc());
	refuse();
}
exportSymbol('reportEarlyTrap', reportEarlyTrap);
