'use native';

/**
 * A handler that fails, on a letter from the UART, after it has interrupted code of every kind: `s` and `t` a main
 * program that sleeps, `i` an idle hart, `l` a leaf with a frame, `f` a function that has called others, `e` and `d`
 * a handler of a line.
 */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { type HartFunction, queueCall, startProgram } from 'native:harts';
import { enable, registerLocal, registerShared, registerWithData } from 'native:irq';
import { type FixedArray, pointerAt, zeroed } from 'native:memory';
import { rtc, rtcIrq } from 'native:rtc';
import { monotonicTicks, setTimer } from 'native:time';

const never = 0xffff_ffff_ffff_ffff;
const timerCause = 7;
const sink = atomic<u32>(0);
const isRunning = atomic<u32>(0);

function failInside(): void {
	store(sink, pointerAt<u32>(0x18).target, 'relaxed'); // here: inside
}

/** Calls nobody, and has a frame of its own. */
function leafWithFrame(): void {
	const numbers = zeroed<FixedArray<u32, 64>>();
	store(isRunning, 1, 'release');
	while (load(sink, 'relaxed') === 0) {
		numbers[load(isRunning, 'relaxed') % 64] += 1;
		store(isRunning, numbers[1] % 2 === 0 ? 1 : 65, 'relaxed');
	}
}

function step(by: u32): u32 {
	return fetchAdd(isRunning, by, 'relaxed');
}

/** In memory, so that gcc knows nothing of the callees, and inlines none. */
const leafCell = atomic<() => void>(leafWithFrame);
const callsCell = atomic<(start: u32) => u32>(callsOthers);
const stepCell = atomic<(by: u32) => u32>(step);

function callsOthers(start: u32): u32 {
	let sum = start;
	while (load(sink, 'relaxed') === 0) {
		const next = load(stepCell, 'relaxed');
		sum += next(2) ^ sum;
	}
	return sum;
}

function runLeaf(): void {
	const leaf = load(leafCell, 'relaxed');
	leaf(); // here: leaf
	store(sink, 1, 'relaxed');
}

function runCalls(): void {
	const calls = load(callsCell, 'relaxed');
	store(sink, calls(1), 'relaxed'); // here: calls
}

/** Lets hart 1 run `program`, and interrupts it there. */
function interruptProgram(program: HartFunction): void {
	startProgram(1, program, 0);
	while (load(isRunning, 'acquire') === 0) {}
	queueCall(1, failInside, 0);
}

function failAsOneOfTwo(): boolean {
	rtc.acknowledge();
	failInside();
	return true;
}

function failWithData(_irq: usize, data: usize): void {
	store(sink, pointerAt<u32>(data).target, 'relaxed');
}

function decline(): boolean {
	return false;
}

function obey(letter: i32): void {
	switch (letter) {
		case 0x73: // s
			queueCall(0, failInside, 0);
			break;
		case 0x74: // t
			registerLocal(timerCause, failInside);
			setTimer(monotonicTicks());
			break;
		case 0x69: // i
			queueCall(1, failInside, 0);
			break;
		case 0x6c: // l
			interruptProgram(runLeaf);
			break;
		case 0x66: // f
			interruptProgram(runCalls);
			break;
		case 0x65: // e
			registerShared(rtcIrq, failAsOneOfTwo, 0);
			registerShared(rtcIrq, decline, 0);
			enable(rtcIrq, 1);
			rtc.setAlarm(1);
			break;
		case 0x64: // d
			registerWithData(rtcIrq, failWithData, 0x18);
			enable(rtcIrq, 1);
			rtc.setAlarm(1);
			break;
		default:
			break;
	}
}

export function main(): i32 {
	openConsoleInput();
	print('ready\n');
	for (;;) {
		waitForEvent(never);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
		for (let byte = readConsoleByte(); byte >= 0; byte = readConsoleByte()) obey(byte);
	}
}
