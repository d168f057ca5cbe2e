'use native';

/**
 * QEMU's teaching device on PCI, as a line that a test raises by itself: PLIC source 33, that of slot 1. The
 * firmware that would give it an address is missing here, so this does.
 *
 * [QEMU] "EDU device".
 */

import { type FixedArray, layout } from 'native:memory';
import { mmio, type ReadOnly, type ReadWrite, type WriteOnly } from 'native:mmio';

interface Configuration {
	identity: ReadOnly<u32>;
	command: ReadWrite<u32>;
	reserved: FixedArray<u32, 2>;
	base: ReadWrite<u32>;
}

layout<Configuration>({ identity: 0, command: 4, reserved: 8, base: 0x10 });

interface EduRegisters {
	reserved0: FixedArray<u32, 9>;
	status: ReadOnly<u32>; // what it interrupts for
	reserved1: FixedArray<u32, 14>;
	raise: WriteOnly<u32>;
	acknowledge: WriteOnly<u32>;
}

layout<EduRegisters>({
	reserved0: 0,
	status: 0x24,
	reserved1: 0x28,
	raise: 0x60,
	acknowledge: 0x64,
});

export const eduIrq = 33;
const edu = 0x11e8_1234;
const memoryEnable = 1 << 1;
const base = 0x4000_0000;
const configuration = mmio<Configuration>(0x3000_8000); // of slot 1
const registers = mmio<EduRegisters>(base);

/** Gives the device its address; `false` if the machine has none. */
export function openEdu(): boolean {
	if (configuration.identity.read() !== edu) return false;
	configuration.base.write(base);
	configuration.command.write(memoryEnable);
	return true;
}

/** Raises the line. */
export function raiseEdu(): void {
	registers.raise.write(1);
}

/** Lowers the line, and says whether it was up. Runs: in its handler. */
export function lowerEdu(): boolean {
	const status = registers.status.read();
	registers.acknowledge.write(status);
	return status !== 0;
}
