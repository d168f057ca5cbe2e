'use native';

/**
 * SiFive test finisher: ends or resets QEMU.
 *
 * QEMU exits with the low eight bits of a failure code, so a code like 256 would look like success:
 * `exit` never writes one. Status 0 alone proves nothing, since a killed QEMU exits with 0 as well.
 *
 * [QEMU] "sifive_test".
 */

import { layout, type Ptr } from 'native:memory';
import { mmio, type WriteOnly } from 'native:mmio';

interface FinisherRegisters {
	command: WriteOnly<u32>;
}

layout<FinisherRegisters>({ command: 0x0 });

const fail = 0x3333; // the exit code lies above
const pass = 0x5555;
const reset = 0x7777;

export class TestFinisher {
	private readonly registers: Ptr<FinisherRegisters>;

	constructor(base: usize) {
		this.registers = mmio<FinisherRegisters>(base);
	}

	/** Ends the machine. A status other than 0 whose low eight bits are 0 becomes 255. */
	exit(status: u32): void {
		if (status === 0) {
			this.registers.command.write(pass);
			return;
		}
		const code = status & 0xff;
		this.registers.command.write(((code === 0 ? 255 : code) << 16) | fail);
	}

	/** Starts the machine again, as after power-on but for PMP and memory outside the image. */
	reset(): void {
		this.registers.command.write(reset);
	}
}
