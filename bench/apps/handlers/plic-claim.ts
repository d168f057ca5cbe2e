'use native';

/** Claims and completes until nothing is pending, each source handled through a table. */

import type { Guarded } from 'native:atomic';
import type { HandlerTable } from 'native:handler-table';
import { type FixedArray, layout } from 'native:memory';
import { mmio, type ReadWrite } from 'native:mmio';
import { base } from './area.ts';

interface ContextRegisters {
	claim: ReadWrite<u32>;
	complete: ReadWrite<u32>; // a PLIC has both in one word
	next: FixedArray<ReadWrite<u32>, 8>; // by source: the one that is claimed after it
}

layout<ContextRegisters>({ claim: 0, complete: 4, next: 8 });

const context = mmio<ContextRegisters>(base);

export class ClaimState {
	readonly handlers: HandlerTable<16>;
	unhandled: Guarded<u64, 'hart 0 alone'>;
}

export const claimState = new ClaimState();

/** Stands for the handler of a device, and for the PLIC that has one source less pending after it. */
function deviceHandler(irq: usize): void {
	context.claim.write(context.next[irq % 8].read());
}

export function claimPrepare(): void {
	claimState.handlers.registerHandler(5, deviceHandler);
	claimState.handlers.registerHandler(2, deviceHandler);
	claimState.handlers.registerHandler(7, deviceHandler);
	context.claim.write(5);
	context.next[5].write(2);
	context.next[2].write(7);
}

export function claimLoop(): void {
	for (;;) {
		const source = context.claim.read();
		if (source === 0) return;
		if (!claimState.handlers.handle(usize(source))) claimState.unhandled += 1;
		context.complete.write(source);
	}
}
