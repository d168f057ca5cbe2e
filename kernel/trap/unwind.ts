'use native';

/**
 * The way from a frame to its caller's, by call-frame information, so no function pays for a frame pointer.
 *
 * It is gone after something has gone wrong: every word is read from a stack that the linker script
 * laid out, and every return address is checked.
 *
 * [DWARF] "Call Frame Information".
 */

import { symbolAddress } from 'native:link';
import { pointerAt } from 'native:memory';
import { currentHart } from '../arch/riscv64/hart.ts';
import { isInGuard, isOrdinaryTop } from '../arch/riscv64/stacks.ts';
import { stackPointerBeforeInterrupt } from '../arch/riscv64/trap-state.ts';
import { memoryEnd } from '../platform/machine.ts';
import { frameStateAt, isCode } from './symbol-table.ts';

/** A frame state: scripts/image/frame-states.ts. */
const slotMask = 0x3f; // where a register lies below the frame, in words; 0 = not saved
const s0SlotShift = 6;
const baseShift = 12;
const offsetShift = 14;
/** What the frame's address is counted from. */
enum Base {
	Sp = 0,
	S0 = 1,
	Trap = 2, // a trap made the frame: the caller is the interrupted code
	Outermost = 3, // there is no caller, or nothing is known
}

/** One frame, and the way to its caller's. */
export class Frame {
	pc: usize;
	sp: usize;
	s0: usize;
	ra: usize;
	/** `pc` is a return address: the call is the instruction before it. */
	isCaller: boolean;

	constructor(pc: usize, sp: usize, s0: usize, ra: usize) {
		this.pc = pc;
		this.sp = sp;
		this.s0 = s0;
		this.ra = ra;
		this.isCaller = false;
	}

	/** An address inside the instruction that this frame is executing. */
	instruction(): usize {
		return this.isCaller ? this.pc - 1 : this.pc;
	}

	/** Did a trap make this frame? Then its caller is what was interrupted, and there is no way on but `toInterrupted`. */
	isTrap(): boolean {
		return ((frameStateAt(this.instruction()) >> baseShift) & 3) === Base.Trap;
	}

	/** From a frame that an interrupt made to the interrupted code at `pc`; false if the stack makes no sense. */
	toInterrupted(pc: usize): boolean {
		if (!isStackWord(this.sp) || !isCode(pc)) return false;
		this.ra = pointerAt<usize>(this.sp).target; // the first word that boot/trap.S saves
		this.isCaller = false;
		this.pc = pc;
		this.sp = stackPointerBeforeInterrupt();
		return true;
	}

	/** Becomes the caller's frame; false if there is none, or if the stack makes no sense. */
	toCaller(): boolean {
		const state = frameStateAt(this.instruction());
		const base = (state >> baseShift) & 3;
		if (base === Base.Outermost || base === Base.Trap) return false;
		const frame = (base === Base.S0 ? this.s0 : this.sp) + usize(state >> offsetShift) * 8;
		const s0Slot = (state >> s0SlotShift) & slotMask;
		const raSlot = state & slotMask;
		if (s0Slot !== 0) {
			if (!isStackWord(frame - usize(s0Slot) * 8)) return false;
			this.s0 = pointerAt<usize>(frame - usize(s0Slot) * 8).target;
		}
		if (raSlot !== 0) {
			if (!isStackWord(frame - usize(raSlot) * 8)) return false;
			this.ra = pointerAt<usize>(frame - usize(raSlot) * 8).target;
		}
		// A caller has saved its return address, and its frame lies above: no walk in circles.
		if (this.isCaller && (raSlot === 0 || frame <= this.sp)) return false;
		this.isCaller = true;
		this.pc = this.ra;
		this.sp = frame;
		return isCode(this.pc - 1);
	}

	/** Does this frame's own end where an ordinary stack begins? Runs: when `toCaller` has said that there is no caller. */
	isFirst(): boolean {
		const state = frameStateAt(this.instruction());
		const isAbove = ((state >> baseShift) & 3) === Base.Sp; // a function that never returns saves no `ra`
		return isOrdinaryTop(isAbove ? this.sp + usize(state >> offsetShift) * 8 : this.sp);
	}
}

/** Whether a word may be read at `address`: in memory where stacks may lie, and in no guard. */
export function isStackWord(address: usize): boolean {
	if ((address & 7) !== 0 || address < symbolAddress('stacksStart')) return false;
	return u64(address) < memoryEnd() && !isInGuard(address, currentHart());
}
