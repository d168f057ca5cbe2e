'use native';

/**
 * Prints the calls that led to a place in the code, as TypeScript functions, files and lines. The
 * frames are found by call-frame information, so no function pays for a frame pointer.
 *
 * It runs after something has gone wrong: every word is read from a stack that the linker script
 * laid out, every return address is checked, and the number of frames is bounded.
 *
 * [DWARF] "Call Frame Information".
 */

import { symbolAddress } from 'native:link';
import { type Ptr, pointerAt } from 'native:memory';
import { currentHart } from '../arch/riscv64/hart.ts';
import { isInGuard } from '../arch/riscv64/stacks.ts';
import { stackPointerBeforeInterrupt } from '../arch/riscv64/trap-state.ts';
import { consoleWrite, writeDecimal, writeHex, writeUnlocked } from '../platform/console.ts';
import { memoryEnd } from '../platform/machine.ts';
import {
	frameStateAt,
	functionAt,
	functionName,
	functionPlace,
	isCode,
	locationAt,
	locationCaller,
	locationName,
	locationPlace,
	placeFile,
	placeFileNumber,
	placeLine,
} from './symbol-table.ts';

const frameLimit = 64; // frames that are printed
const walkLimit = 100_000; // the same with those of a recursion, which is printed once
const inlineLimit = 32;
const nameLimit = 200; // bytes of a name or a file that are printed

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
class Frame {
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

	/** Becomes the caller's frame; false if there is none, or if the stack makes no sense. */
	toCaller(interruptedPc: usize): boolean {
		const state = frameStateAt(this.instruction());
		const base = (state >> baseShift) & 3;
		if (base === Base.Outermost) return false;
		if (base === Base.Trap) {
			if (!isStackWord(this.sp) || !isCode(interruptedPc)) return false;
			this.ra = pointerAt<usize>(this.sp).target; // the first word that boot/trap.S saves
			this.isCaller = false;
			this.pc = interruptedPc;
			this.sp = stackPointerBeforeInterrupt();
			return true;
		}
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
}

/**
 * Prints the function at `pc`, its caller, and so on, one per line. `sp`, `s0` and `ra` are the
 * registers at `pc`. Where the way leads out of an interrupt it goes on at `interruptedPc`, unless
 * that is 0: an exception inside a handler overwrites `mepc`. If `raisedBy` is the address of a
 * function, the first frames in that function's file are left out: they only raised the panic.
 *
 * Runs: in a panic, after `seizeConsole`.
 */
export function printBacktrace(
	pc: usize,
	sp: usize,
	s0: usize,
	ra: usize,
	interruptedPc: usize,
	raisedBy: usize,
): void {
	const frame = new Frame(pc, sp, s0, ra);
	if (!isCode(pc)) {
		// A call of a wrong pointer: what called it is still in `ra`.
		printAddress(pc);
		if (!isCode(ra)) return;
		frame.pc = ra;
		frame.isCaller = true;
	}
	while (isInFileOf(raisedBy, frame.instruction()) && frame.toCaller(interruptedPc)) {}
	let shown: u32 = 0;
	let repeated: u32 = 0;
	let last: usize = 0;
	for (let count: u32 = 0; count < walkLimit && shown < frameLimit; count += 1) {
		if (frame.pc === last) {
			repeated += 1;
		} else {
			printRepeated(repeated);
			repeated = 0;
			last = frame.pc;
			printFrame(frame.instruction());
			shown += 1;
		}
		if (!frame.toCaller(interruptedPc)) break;
	}
	printRepeated(repeated);
}

function printRepeated(times: u32): void {
	if (times === 0) return;
	consoleWrite('     and ');
	writeDecimal(u64(times));
	consoleWrite(' more of the same\n');
}

/** Byte `index` of the name of the function at `address`; -1 behind the end. */
export function symbolNameByte(address: u64, index: u32): i32 {
	return byteAt(functionName(functionAt(usize(address))), index);
}

/** Byte `index` of the file in which the function at `address` is declared; -1 behind the end. */
export function symbolFileByte(address: u64, index: u32): i32 {
	return byteAt(placeFile(functionPlace(functionAt(usize(address)))), index);
}

/** The line on which the function at `address` is declared; 0 if it is not TypeScript. */
export function symbolLine(address: u64): u32 {
	return placeLine(functionPlace(functionAt(usize(address))));
}

function isInFileOf(target: usize, instruction: usize): boolean {
	const file = placeFileNumber(functionPlace(functionAt(target)));
	return file !== 0 && file === placeFileNumber(functionPlace(functionAt(instruction)));
}

/** The functions inlined at the instruction, innermost first, then the one that holds it. */
function printFrame(instruction: usize): void {
	let location = locationAt(instruction);
	if (location === 0) {
		const found = functionAt(instruction);
		if (found === 0) printAddress(instruction);
		else printCall(functionName(found), functionPlace(found));
	}
	for (let depth: u32 = 0; location !== 0 && depth < inlineLimit; depth += 1) {
		printCall(locationName(location), locationPlace(location));
		location = locationCaller(location);
	}
}

function printCall(name: Ptr<u8>, place: u32): void {
	consoleWrite('  at ');
	writeCall(name, place);
	consoleWrite('\n');
}

function writeCall(name: Ptr<u8>, place: u32): void {
	printName(name);
	if (place === 0) return;
	consoleWrite(' (');
	printName(placeFile(place));
	consoleWrite(':');
	writeDecimal(u64(placeLine(place)));
	consoleWrite(')');
}

/** Writes `onAlarm (alarm.ts:12)` for the function at `address`. Runs: under the console's lock. */
export function writeFunction(address: usize): void {
	const found = functionAt(address);
	if (found === 0) writeHex(u64(address));
	else writeCall(functionName(found), functionPlace(found));
}

function printAddress(address: usize): void {
	consoleWrite('  at ');
	writeHex(u64(address));
	consoleWrite('\n');
}

function printName(name: Ptr<u8>): void {
	for (let index: u32 = 0; index < nameLimit && name[index] !== 0; index += 1) {
		writeUnlocked(name[index]);
	}
}

function byteAt(text: Ptr<u8>, index: u32): i32 {
	for (let at: u32 = 0; at < index; at += 1) if (text[at] === 0) return -1;
	return text[index] === 0 ? -1 : i32(text[index]);
}

/** Whether a word may be read at `address`: in memory where stacks may lie, and in no guard. */
function isStackWord(address: usize): boolean {
	if ((address & 7) !== 0 || address < symbolAddress('stacksStart')) return false;
	return u64(address) < memoryEnd() && !isInGuard(address, currentHart());
}
