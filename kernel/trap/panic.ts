'use native';

/**
 * The end: says what happened, where, and how it came to that, and ends QEMU with a failing status.
 *
 * There is one way here. What the program itself finds wrong leaves a message and its position, and
 * then raises a breakpoint, so that it arrives with a frame like any other exception.
 */

import { hartLocal } from 'native:hart';
import { exportSymbol } from 'native:link';
import { addressFrom, type Ptr, utf8, utf8Length, zeroed } from 'native:memory';
import { currentHart } from '../arch/riscv64/hart.ts';
import { breakpoint, halt } from '../arch/riscv64/interrupts.ts';
import { isInInterrupt, trapPc } from '../arch/riscv64/trap-state.ts';
import {
	consoleWrite,
	flushConsole,
	seizeConsole,
	startLine,
	writeDecimal,
	writeHex,
	writeUnlocked,
} from '../platform/console.ts';
import { finisher } from '../platform/qemu-virt.ts';
import { printBacktrace } from './backtrace.ts';
import { abandonCalls } from './calls.ts';
import { exceptionName } from './cause.ts';
import { Register, type TrapFrame } from './frame.ts';
import type { HandlerWalk } from './interrupted.ts';
import { printCause, printInterrupted, printRegisters, printSituation } from './report.ts';
import { Frame } from './unwind.ts';

/** QEMU's exit status after a panic. */
export const panicStatus = 101;

enum Finding {
	none,
	message,
	index,
	division,
}

/** What the program found wrong on this hart, and where. */
const finding = hartLocal<u32>(Finding.none);
const messageBytes = hartLocal<Ptr<u8>>();
const messageLength = hartLocal<usize>(0);
const fileBytes = hartLocal<Ptr<u8>>();
const fileLength = hartLocal<usize>(0);
const fileLine = hartLocal<u32>(0);
const index = hartLocal<u64>(0);
const length = hartLocal<u64>(0);

/** What mepc says of an interrupt, noted before the breakpoint overwrites it; else 0. */
const interruptedPc = hartLocal<usize>(0);
const panicking = hartLocal<boolean>(false);

/** Is this hart already reporting a panic? */
export function isPanicking(): boolean {
	return panicking.value;
}

/** Has this hart found something wrong? Then the breakpoint that follows is its way to the report. */
export function isRaised(): boolean {
	return finding.value !== Finding.none;
}

function raise(what: u32, file: string, line: u32): never {
	finding.value = what;
	fileBytes.value = utf8(file);
	fileLength.value = utf8Length(file);
	fileLine.value = line;
	if (isInInterrupt(currentHart())) interruptedPc.value = trapPc();
	breakpoint();
	halt();
}

function panicMessage(message: string, file: string, line: u32): never {
	messageBytes.value = utf8(message);
	messageLength.value = utf8Length(message);
	raise(Finding.message, file, line);
}
exportSymbol('panicMessage', panicMessage);

function panicIndex(wrongIndex: u64, arrayLength: u64, file: string, line: u32): never {
	index.value = wrongIndex;
	length.value = arrayLength;
	raise(Finding.index, file, line);
}
exportSymbol('panicIndex', panicIndex);

function panicDivision(file: string, line: u32): never {
	raise(Finding.division, file, line);
}
exportSymbol('panicDivision', panicDivision);

function printBytes(bytes: Ptr<u8>, count: usize): void {
	for (let at: usize = 0; at < count; at += 1) writeUnlocked(bytes[at]);
}

function printFinding(): void {
	if (finding.value === Finding.message) {
		printBytes(messageBytes.value, messageLength.value);
	} else if (finding.value === Finding.index) {
		consoleWrite('index ');
		writeDecimal(index.value);
		consoleWrite(' is out of range for length ');
		writeDecimal(length.value);
	} else {
		consoleWrite('division by zero');
	}
	consoleWrite('\n  at ');
	printBytes(fileBytes.value, fileLength.value);
	consoleWrite(':');
	writeDecimal(u64(fileLine.value));
}

/** Reports, and ends the machine. If several harts panic, the first one speaks and the others stop. */
export function reportPanic(frame: Ptr<TrapFrame>): never {
	panicking.value = true;
	abandonCalls();
	if (!seizeConsole()) halt();
	startLine();
	consoleWrite('panic: ');
	if (finding.value === Finding.none) printCause(frame);
	else printFinding();
	consoleWrite('\n');
	const sp = frame.registers[Register.sp];
	const s0 = frame.registers[Register.s0];
	const ra = frame.registers[Register.ra];
	const mepc = frame.mepc;
	const inside = new Frame(mepc, sp, s0, ra);
	const walk = zeroed<HandlerWalk>();
	walk.leave(inside);
	printSituation(walk);
	printRegisters(frame);
	consoleWrite('backtrace:\n');
	const raisedBy = finding.value === Finding.none ? 0 : addressFrom(panicMessage);
	const start = new Frame(mepc, sp, s0, ra);
	printBacktrace(start, interruptedPc.value, raisedBy);
	if (isInInterrupt(currentHart()) && interruptedPc.value === 0) printInterrupted(walk);
	flushConsole();
	finisher.exit(panicStatus);
	halt();
}

/** Says that a panic's report has failed itself, and ends the machine. */
export function reportAgain(frame: Ptr<TrapFrame>): never {
	startLine();
	consoleWrite('panic within a panic: ');
	consoleWrite(exceptionName(frame.mcause));
	consoleWrite(' at ');
	writeHex(u64(frame.mtval));
	consoleWrite(', mepc ');
	writeHex(u64(frame.mepc));
	consoleWrite('\n');
	flushConsole();
	finisher.exit(panicStatus);
	halt();
}
