'use native';

/**
 * The machine as a whole: how many harts and how much memory it has, and how it ends.
 *
 * What the device tree says is read once, by hart 0, before anything else runs.
 */

import { exportVariable, symbolAddress } from 'native:link';
import { zeroed } from 'native:memory';
import { halt } from '../arch/riscv64/interrupts.ts';
import type { Cell } from '../sync/cell.ts';
import { flushConsole, lockConsole } from './console.ts';
import { type MachineFacts, readFacts } from './device-tree.ts';
import { keepInput } from './input.ts';
import { finisher, memoryStart } from './qemu-virt.ts';

class Machine {
	readonly tree: Cell;
	readonly harts: Cell;
	readonly bytes: Cell;
}

const machine = new Machine();
exportVariable('machineFacts', machine); // linker.ld keeps it out of .bss, which is zeroed later than it is written

/** Takes what the device tree says. Runs: once, on hart 0, before .bss is zeroed. */
export function readMachine(deviceTree: usize): void {
	const facts: MachineFacts = zeroed();
	readFacts(deviceTree, facts);
	machine.tree.write(u64(deviceTree));
	machine.harts.write(u64(facts.harts));
	machine.bytes.write(facts.memoryBytes);
}

/** How many harts the machine has. */
export function hartCount(): u32 {
	return u32(machine.harts.read());
}

/** How much memory the machine has, in bytes. */
export function memoryBytes(): u64 {
	return machine.bytes.read();
}

/** The first address behind memory. */
export function memoryEnd(): u64 {
	return memoryStart + machine.bytes.read();
}

/** The device tree's address. */
export function deviceTree(): usize {
	return usize(machine.tree.read());
}

/** The first address that nothing in the image uses. */
export function heapStart(): u64 {
	return u64(symbolAddress('heapStart'));
}

/** The first address behind the heap: the device tree is still read, and lies above. */
export function heapEnd(): u64 {
	return machine.tree.read() & ~0xfff;
}

/** Ends the machine: QEMU exits with `status`. The last byte of output leaves first. */
export function poweroff(status: u32): never {
	flushConsole();
	finisher.exit(status);
	halt(); // the store may take effect a few instructions later
}

/** Starts the machine again. What was typed and not yet read is there after it. */
export function reboot(): never {
	lockConsole(); // for good: what is written from here on would go nowhere
	flushConsole();
	keepInput();
	finisher.reset();
	halt();
}
