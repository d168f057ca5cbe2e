'use native';

/**
 * What boot/trap.S calls in an exception. A handler of the exception table may resume; everything
 * else is a panic, also the breakpoint that a panic raises to get here with all registers, whoever handles
 * breakpoints.
 *
 * Within an interrupt nothing resumes: the exception has overwritten the interrupt's mepc.
 *
 * Runs: on the exception stack of any hart, with interrupts masked.
 */

import { hartLocal } from 'native:hart';
import { exportSymbol } from 'native:link';
import type { Ptr } from 'native:memory';
import { currentHart } from '../arch/riscv64/hart.ts';
import { halt } from '../arch/riscv64/interrupts.ts';
import { enterException, isInInterrupt, leaveException } from '../arch/riscv64/trap-state.ts';
import { finisher } from '../platform/qemu-virt.ts';
import type { TrapFrame } from './frame.ts';
import { isPanicking, isRaised, panicStatus, reportAgain, reportPanic } from './panic.ts';
import { exceptionHandlers } from './tables.ts';

const depth = hartLocal<u32>(0); // exceptions that this hart is handling
const frameInHandling = hartLocal<Ptr<TrapFrame>>();

/** The frame of the exception that is being handled. Only valid within an exception handler. */
export function exceptionFrame(): Ptr<TrapFrame> {
	return frameInHandling.value;
}

function exceptionEntry(frame: Ptr<TrapFrame>): void {
	const hart = currentHart();
	depth.value += 1;
	if (depth.value > 2) {
		finisher.exit(panicStatus); // even the report of the report failed
		halt();
	}
	enterException(hart);
	if (isPanicking()) {
		if (depth.value === 2) reportAgain(frame);
	} else if (depth.value === 1 && !isInInterrupt(hart) && !isRaised()) {
		frameInHandling.value = frame;
		if (exceptionHandlers.handle(frame.mcause)) {
			leaveException(hart);
			depth.value = 0;
			return;
		}
	}
	reportPanic(frame);
}
exportSymbol('exceptionEntry', exceptionEntry);
