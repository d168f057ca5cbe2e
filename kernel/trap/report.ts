'use native';

/** The parts of a panic's report that say in what state the hart was. Runs: with the console seized. */

import { type Ptr, utf8 } from 'native:memory';
import { LocalInterrupt } from '../arch/riscv64/csr.ts';
import { currentHart } from '../arch/riscv64/hart.ts';
import { isInGuard } from '../arch/riscv64/stacks.ts';
import { isInInterrupt } from '../arch/riscv64/trap-state.ts';
import { consoleWrite, writeDecimal, writeHex, writeUnlocked } from '../platform/console.ts';
import { Exception, exceptionName, interruptBit } from './cause.ts';
import { claimedSource } from './dispatch.ts';
import type { TrapFrame } from './frame.ts';
import { writeSource } from './unhandled.ts';

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

/**
 * Writes which hart it was, and what it was doing. `interruptCause` is the mcause of the interrupt that
 * it was in, or 0 if that is not known.
 */
export function printSituation(interruptCause: usize): void {
	const hart = currentHart();
	consoleWrite('hart ');
	writeDecimal(u64(hart));
	if (!isInInterrupt(hart)) {
		consoleWrite(', outside of interrupts\n');
		return;
	}
	if (interruptCause === interruptBit + LocalInterrupt.software) {
		consoleWrite(', inside the handler of the software interrupt\n');
	} else if (interruptCause === interruptBit + LocalInterrupt.timer) {
		consoleWrite(', inside the handler of the timer interrupt\n');
	} else {
		consoleWrite(', inside an interrupt handler');
		if (claimedSource.value !== 0) {
			consoleWrite('; the last external interrupt: ');
			writeSource(u32(claimedSource.value));
		}
		consoleWrite('\n');
	}
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
