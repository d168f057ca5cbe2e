'use native';

/**
 * Platform-Level Interrupt Controller (PLIC): routes device interrupts to harts.
 *
 * A *source* is one device line, 1 to 1023; 0 means "no interrupt". A *context* is one
 * (hart, privilege mode) pair, numbered by the platform. Between `claim` and `complete` the gateway
 * holds its source back, so a forgotten `complete` mutes the device for good.
 *
 * QEMU 7.2 differs from the manual twice: writing an enable word does not look at pending sources
 * again (so `enable` and `disable` rewrite the threshold), and a source whose line is still high when
 * it is completed does not become pending again (so handlers quiet the device before they return).
 *
 * [PLIC] "Memory Map", "Interrupt Claim Process", "Interrupt Completion".
 */

import { addressOf, type FixedArray, layout, type Ptr } from 'native:memory';
import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio';

/** What one context reads and writes in every interrupt. */
export interface ContextRegisters {
	threshold: ReadWrite<u32>; // masks every source of this priority or below
	claimComplete: ReadWrite<u32>; // read claims, write completes
	reserved: FixedArray<u32, 1022>;
}

layout<ContextRegisters>({ threshold: 0x0, claimComplete: 0x4, reserved: 0x8 });

interface PlicRegisters {
	priority: FixedArray<ReadWrite<u32>, 1024>; // 0 = never interrupts
	pending: FixedArray<ReadOnly<u32>, 32>; // one bit per source
	reserved0: FixedArray<u32, 992>;
	enable: FixedArray<FixedArray<ReadWrite<u32>, 32>, 15_872>; // [context], one bit per source
	reserved1: FixedArray<u32, 14_336>;
	context: FixedArray<ContextRegisters, 15_872>;
}

layout<PlicRegisters>({
	priority: 0x0,
	pending: 0x1000,
	reserved0: 0x1080,
	enable: 0x2000,
	reserved1: 0x1f_2000,
	context: 0x20_0000,
});

/** The highest priority, and a threshold that lets nothing through. */
export const highestPriority = 7;

/** Takes the most urgent pending source, or 0: normal, since another hart may have been first. */
export function claimSource(context: Ptr<ContextRegisters>): usize {
	return usize(context.claimComplete.read());
}

/**
 * Re-opens the gateway of `source`: exactly once for every `claim` that was not 0, and while `source`
 * is still enabled for this context, or the PLIC ignores it without a sign. 0 is ignored as well.
 */
export function completeSource(context: Ptr<ContextRegisters>, source: usize): void {
	context.claimComplete.write(u32(source));
}

export class Plic {
	private readonly registers: Ptr<PlicRegisters>;

	constructor(base: usize) {
		this.registers = mmio<PlicRegisters>(base);
	}

	/** The registers that `context` uses in every interrupt. */
	contextRegisters(context: usize): Ptr<ContextRegisters> {
		return addressOf(this.registers.context[context]);
	}

	/** Lets `source` interrupt `context`. Runs: under the lock of the enable words. */
	enable(context: usize, source: usize): void {
		const word = this.registers.enable[context][source / 32];
		word.write(word.read() | (u32(1) << u32(source % 32)));
		this.lookAgain(context);
	}

	/**
	 * Stops `source` from interrupting `context`. Runs: under the lock of the enable words, and not
	 * between `context`'s claim and completion of `source`, or the completion is ignored.
	 */
	disable(context: usize, source: usize): void {
		const word = this.registers.enable[context][source / 32];
		word.write(word.read() & ~(u32(1) << u32(source % 32)));
		this.lookAgain(context);
	}

	/** Does `source` interrupt `context`? */
	isEnabled(context: usize, source: usize): boolean {
		const word = this.registers.enable[context][source / 32].read();
		return (word & (u32(1) << u32(source % 32))) !== 0;
	}

	/** Sets the urgency of `source`: 1 is the least, 7 the most, 0 masks it for every context. */
	setPriority(source: usize, priority: u32): void {
		this.registers.priority[source].write(priority);
	}

	/** The urgency of `source`; 0 if it is masked. */
	priority(source: usize): u32 {
		return this.registers.priority[source].read();
	}

	/** Has `source` interrupted, and nobody has claimed it yet? */
	isPending(source: usize): boolean {
		return (this.registers.pending[source / 32].read() & (u32(1) << u32(source % 32))) !== 0;
	}

	/** Masks every source of `threshold` or below for `context`; 0 masks none. */
	setThreshold(context: usize, threshold: u32): void {
		this.registers.context[context].threshold.write(threshold);
	}

	/**
	 * Clears all enable bits of `context`, up to and including `lastSource`: whoever ran before may
	 * have left some. Runs: once, before the hart of `context` takes external interrupts.
	 */
	resetContext(context: usize, lastSource: usize): void {
		for (let word: usize = 0; word <= lastSource / 32; word += 1) {
			this.registers.enable[context][word].write(0);
		}
		this.setThreshold(context, 0);
	}

	/** Rewriting the threshold makes QEMU 7.2 see what a write to an enable word changed. */
	private lookAgain(context: usize): void {
		const registers = this.registers.context[context];
		registers.threshold.write(registers.threshold.read());
	}
}
