'use native';

/**
 * What a handler is, and what it has interrupted, when an exception inside it has overwritten the interrupt's
 * `mepc` and `mcause`: read from the stacks.
 */

import { addressFrom, pointerAt } from 'native:memory';
import { stackPointerBeforeInterrupt } from '../arch/riscv64/trap-state.ts';
import { isInFileOf } from './backtrace.ts';
import { dispatchExternal } from './dispatch.ts';
import { functionAt, isCode } from './symbol-table.ts';
import { callShared } from './trampolines.ts';
import { Frame, isStackWord } from './unwind.ts';

const walkLimit = 64; // frames from an exception to the trap vector, and from there to the first of all
const searchLimit = 4096; // bytes of the interrupted stack in which a caller's frame is looked for
const alignment = 16; // of frames

/** The way out of a handler. */
export class HandlerWalk {
	/** An address in the entry of boot/trap.S; 0 if the walk does not get there. */
	entry: usize;
	/** An address in the handler: the function that dispatch has called. */
	handler: usize;
	/** The frame that boot/trap.S has saved registers in. */
	savedAt: usize;
	/** `s0` of the interrupted code. */
	s0: usize;

	/** Goes from `frame`, which it uses up, to the interrupt that it is in. Runs: once. */
	leave(frame: Frame): void {
		for (let count: u32 = 0; count < walkLimit; count += 1) {
			if (frame.isTrap()) {
				this.entry = frame.instruction();
				this.savedAt = frame.sp;
				this.s0 = frame.s0;
				return;
			}
			if (!isDispatch(frame.instruction())) this.handler = frame.instruction();
			if (!frame.toCaller()) return;
		}
	}

	/** Was it the interrupt whose entry in boot/trap.S is the symbol at `address`? */
	isOf(address: usize): boolean {
		return this.entry !== 0 && functionAt(this.entry) === functionAt(address);
	}

	/**
	 * Sets `frame` to the nearest caller in the interrupted code that can be told for sure; `false` if none can. `ra`,
	 * which boot/trap.S has saved, points into the interrupted function, if that has called another before, or into
	 * its caller. Where that one's frame lies is tried out; right is what leads to the beginning of a stack by calls
	 * alone. If `ra` has been put to another use, the return addresses on the stack are tried.
	 */
	findCaller(frame: Frame): boolean {
		if (!isStackWord(this.savedAt)) return false;
		const ra = pointerAt<usize>(this.savedAt).target; // the first word that boot/trap.S saves
		const sp = stackPointerBeforeInterrupt();
		for (let distance: usize = 0; distance < searchLimit; distance += alignment) {
			if (this.isCaller(frame, ra, sp + distance)) return true;
		}
		for (let distance: usize = 8; distance < searchLimit; distance += alignment) {
			if (!isStackWord(sp + distance)) return false;
			const word = pointerAt<usize>(sp + distance).target;
			if (this.isCaller(frame, word, sp + distance + 8)) return true;
		}
		return false;
	}

	/** Sets `frame` to the one of return address `pc` and `sp`; says whether it is one. */
	private isCaller(frame: Frame, pc: usize, sp: usize): boolean {
		frame.pc = pc;
		frame.sp = sp;
		frame.s0 = this.s0;
		frame.isCaller = true;
		if (!isReturnAddress(pc)) return false;
		const s0 = this.s0;
		const walk = new Frame(pc, sp, s0, 0);
		walk.isCaller = true;
		let count: u32 = 0;
		while (count < walkLimit && walk.toCaller() && isReturnAddress(walk.pc)) count += 1;
		// A coroutine begins with a return address of 0, any other stack where the linker script says.
		return walk.pc === 0 ? count !== 0 : walk.isFirst();
	}
}

function isDispatch(instruction: usize): boolean {
	return (
		isInFileOf(addressFrom(dispatchExternal), instruction) ||
		isInFileOf(addressFrom(callShared), instruction)
	);
}

/** Is there a call before `pc`? [UNPRIV] "RV32/64G Instruction Set Listings", "RVC Instruction Set Listings" */
function isReturnAddress(pc: usize): boolean {
	if ((pc & 1) !== 0 || !isCode(pc - 4) || !isCode(pc)) return false;
	const short = pointerAt<u16>(pc - 2).target;
	if ((short & 0xf07f) === 0x9002 && (short & 0x0f80) !== 0) return true; // c.jalr
	const low = pointerAt<u16>(pc - 4).target & 0xfff; // rd is ra
	return low === 0x0ef || low === 0x0e7; // jal, jalr
}
