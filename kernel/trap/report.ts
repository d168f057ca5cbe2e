'use native';

/** The parts of a panic's report that say in what state the hart was. Runs: with the console seized. */

import { symbolAddress } from 'native:link';
import { type Ptr, utf8 } from 'native:memory';
import { currentHart } from '../arch/riscv64/hart.ts';
import { isInGuard } from '../arch/riscv64/stacks.ts';
import { isInInterrupt } from '../arch/riscv64/trap-state.ts';
import { consoleWrite, writeDecimal, writeHex, writeUnlocked } from '../platform/console.ts';
import { printBacktrace, writeFunction } from './backtrace.ts';
import { Exception, exceptionName, interruptBit } from './cause.ts';
import { claimedSource } from './dispatch.ts';
import type { TrapFrame } from './frame.ts';
import type { HandlerWalk } from './interrupted.ts';
import { writeSource } from './unhandled.ts';
import { Frame } from './unwind.ts';

/** Writes what an exception is and what it is about. */
export function printCause(frame: Ptr<TrapFrame>): void {
	const cause = frame.mcause;
	const isAccess = cause === Exception.loadAccessFault || cause === Exception.storeAccessFault;
	if (cause >= interruptBit) {
		consoleWrite('unexpected interrupt ');
		writeDecimal(u64(cause - interruptBit));
	} else if (isAccess && isInGuard(frame.mtval, currentHart())) {
		consoleWrite('stack overflow: ');
		consoleWrite(exceptionName(cause));
		consoleWrite(' in the guard at ');
		writeHex(u64(frame.mtval));
	} else {
		consoleWrite(exceptionName(cause));
		consoleWrite(cause === Exception.illegalInstruction ? ' ' : ' at ');
		writeHex(u64(frame.mtval));
	}
	consoleWrite(', mepc ');
	writeHex(u64(frame.mepc));
}

/** Writes which hart it was, and what it was doing, as far as `walk` has found out. */
export function printSituation(walk: HandlerWalk): void {
	const hart = currentHart();
	consoleWrite('hart ');
	writeDecimal(u64(hart));
	if (!isInInterrupt(hart)) {
		consoleWrite(', outside of interrupts\n');
		return;
	}
	if (walk.entry === 0) {
		consoleWrite(', inside an interrupt handler; the last external interrupt: ');
		writeSource(u32(claimedSource.value));
	} else {
		consoleWrite(', inside ');
		writeFunction(walk.handler);
		consoleWrite(', the handler of ');
		if (walk.isOf(symbolAddress('softwareEntry'))) consoleWrite('the software interrupt');
		else if (walk.isOf(symbolAddress('timerEntry'))) consoleWrite('the timer interrupt');
		else writeSource(u32(claimedSource.value));
	}
	consoleWrite('\n');
}

/**
 * Writes what an interrupt has interrupted whose `mepc` is lost, as far as it can be told: of the first function no
 * line, since it may have gone on after its last call.
 */
export function printInterrupted(walk: HandlerWalk): void {
	const frame = new Frame(0, 0, 0, 0);
	if (walk.entry === 0 || !walk.findCaller(frame)) {
		consoleWrite('  interrupted: not known, the exception has overwritten mepc\n');
		return;
	}
	consoleWrite(
		'  interrupted in this or in what it called; the exception has overwritten mepc:\n  at ',
	);
	writeFunction(frame.instruction());
	consoleWrite('\n');
	if (frame.toCaller()) printBacktrace(frame, 0, 0);
}

/** Four bytes for each of x1 … x31. */
const registerNames =
	' ra  sp  gp  tp  t0  t1  t2  s0  s1  a0  a1  a2  a3  a4  a5  a6  a7  s2  s3  s4  s5  s6  s7  s8  s9 s10 s11  t3  t4  t5  t6 ';

/** Writes all registers, four to a line, and the CSRs that belong to a trap. */
export function printRegisters(frame: Ptr<TrapFrame>): void {
	consoleWrite('mcause ');
	writeHex(u64(frame.mcause));
	consoleWrite(' mepc ');
	writeHex(u64(frame.mepc));
	consoleWrite(' mtval ');
	writeHex(u64(frame.mtval));
	consoleWrite(' mstatus ');
	writeHex(u64(frame.mstatus));
	const names = utf8(registerNames);
	for (let register: usize = 0; register < frame.registers.length; register += 1) {
		writeUnlocked(register % 4 === 0 ? 0x0a : 0x20);
		for (let letter: usize = 0; letter < 4; letter += 1) {
			writeUnlocked(names[register * 4 + letter]);
		}
		writeHex(u64(frame.registers[register]));
	}
	consoleWrite('\n');
}
