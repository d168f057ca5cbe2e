'use native';

/** Exceptions that a handler repairs, and one inside a handler, which it may not. */

import { asm } from 'native:asm';
import { atomic, fetchAdd, load, store } from 'native:atomic';
import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { callHart } from 'native:harts';
import {
	exceptionFrame,
	IrqResult,
	registerException,
	synchronize,
	unregisterException,
} from 'native:irq';
import { pointerAt } from 'native:memory';
import { panic } from 'native:panic';

const never = 0xffff_ffff_ffff_ffff;
const breakpoint = 3;
const misalignedLoad = 4;
const loadFault = 5;
const storeFault = 7;
const illegal = 2;
const call = 11;
const a0 = 9; // position of x10 in the frame

const repaired = atomic<u32>(0);
const refusedInside = atomic<u32>(0);
const sink = atomic<u32>(0);

/** Goes on behind the instruction that failed, as if it had put 42 into a0. */
function skip(cause: usize): void {
	const frame = exceptionFrame();
	const first = pointerAt<u16>(frame.mepc).target;
	frame.mepc += (first & 3) === 3 ? 4 : 2;
	frame.registers[a0] = 42;
	fetchAdd(repaired, u32(1) << (u32(cause) * 2), 'relaxed');
	if (synchronize() === IrqResult.insideHandler) fetchAdd(refusedInside, 1, 'relaxed');
}

/** Loads through a null pointer, into a0. */
function loadWrong(): usize {
	return asm<usize>('lw a0, 16(zero)\n\tmv {result}, a0', {}, 'a0');
}

function repairAll(): void {
	registerException(illegal, skip);
	registerException(breakpoint, skip);
	registerException(misalignedLoad, skip);
	registerException(loadFault, skip);
	registerException(storeFault, skip);
	registerException(call, skip);
	const loaded = loadWrong();
	asm('sw zero, 16(zero)', {}, 'a0');
	asm('ebreak', {}, 'a0');
	asm('ecall', {}, 'a0');
	asm('.2byte 0', {}, 'a0');
	asm('li a0, 1\n\tlr.w a0, (a0)', {}, 'a0'); // of an odd address
	const wanted: u32 = (1 << 4) + (1 << 6) + (1 << 8) + (1 << 10) + (1 << 14) + (1 << 22);
	print('repaired: {}, ', load(repaired, 'relaxed') === wanted);
	print('loaded {}, refused {} times\n', loaded, load(refusedInside, 'relaxed'));
	print('taken back: {}\n', unregisterException(loadFault) === IrqResult.ok);
}

function failInside(): void {
	store(sink, pointerAt<u32>(0x18).target, 'relaxed'); // here: inside
}

export function main(): i32 {
	openConsoleInput();
	print('ready\n');
	for (;;) {
		waitForEvent(never);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) takeEvents(u32(line));
		for (let byte = readConsoleByte(); byte >= 0; byte = readConsoleByte()) {
			if (byte === 0x71) return 0; // q
			if (byte === 0x72) repairAll(); // r
			if (byte === 0x75) loadWrong(); // u
			if (byte === 0x62) {
				registerException(breakpoint, skip); // b
				panic('This is wrong.');
			}
			if (byte === 0x69) {
				registerException(loadFault, skip); // i
				callHart(0, failInside, 0);
			}
		}
	}
}
