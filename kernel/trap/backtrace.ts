'use native';

/**
 * Prints the calls that led to a place in the code, as TypeScript functions, files and lines. The number of frames
 * is bounded.
 */

import type { Ptr } from 'native:memory';
import { consoleWrite, writeDecimal, writeHex, writeUnlocked } from '../platform/console.ts';
import {
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
import type { Frame } from './unwind.ts';

const frameLimit = 64; // frames that are printed
const walkLimit = 100_000; // the same with those of a recursion, which is printed once
const inlineLimit = 32;
const nameLimit = 200; // bytes of a name or a file that are printed

/**
 * Prints the function of `frame`, its caller, and so on, one per line. Where the way leads out of an interrupt it
 * goes on at `interruptedPc`, unless that is 0: then `frame` is the interrupt's in the end. If `raisedBy` is the
 * address of a function, the first frames in that function's file are left out: they only raised the panic.
 *
 * Runs: in a panic, after `seizeConsole`.
 */
export function printBacktrace(frame: Frame, interruptedPc: usize, raisedBy: usize): void {
	if (!isCode(frame.pc)) {
		// A call of a wrong pointer: what called it is still in `ra`.
		printAddress(frame.pc);
		if (!isCode(frame.ra)) return;
		frame.pc = frame.ra;
		frame.isCaller = true;
	}
	while (isInFileOf(raisedBy, frame.instruction()) && frame.toCaller()) {}
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
		if (!(frame.isTrap() ? frame.toInterrupted(interruptedPc) : frame.toCaller())) break;
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

/** Is `instruction` in the file of the function at `target`? */
export function isInFileOf(target: usize, instruction: usize): boolean {
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
