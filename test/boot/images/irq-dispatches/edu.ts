'use native';

/**
 * QEMU's teaching device on PCI, as a line that a test raises by itself. The firmware that would give it
 * an address is missing here, so this does.
 *
 * [QEMU] "EDU device".
 */

import { type FixedArray, layout, type Ptr } from 'native:memory';
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

/** The line of the device in slot 1; that in slot 2 has the next one. */
export const eduIrq = 33;
const identity = 0x11e8_1234;
const memoryEnable = 1 << 1;

/** The device in a slot, 1 or 2. */
export class Edu {
	private readonly configuration: Ptr<Configuration>;
	private readonly registers: Ptr<EduRegisters>;
	private readonly base: u32;

	constructor(configuration: usize, base: usize) {
		this.configuration = mmio<Configuration>(configuration);
		this.registers = mmio<EduRegisters>(base);
		this.base = u32(base);
	}

	/** Gives the device its address; `false` if the machine has none. */
	open(): boolean {
		if (this.configuration.identity.read() !== identity) return false;
		this.configuration.base.write(this.base);
		this.configuration.command.write(memoryEnable);
		return true;
	}

	/** Raises the line. */
	raise(): void {
		this.registers.raise.write(1);
	}

	/** Lowers the line, and says whether it was up. Runs: in its handler. */
	lower(): boolean {
		const status = this.registers.status.read();
		this.registers.acknowledge.write(status);
		return status !== 0;
	}
}

export const edu = new Edu(0x3000_8000, 0x4000_0000);
export const secondEdu = new Edu(0x3001_0000, 0x4010_0000);
