'use native';

/**
 * Harts leave while hart 0 calls and waits for all of them: a call is carried out or refused, and hart 0 never
 * waits for one that has gone.
 */

import { type Atomic, atomic, fetchAdd, load } from 'native:atomic';
import {
	callHart,
	callOtherHarts,
	hartIsOnline,
	leave,
	queueCall,
	startProgram,
} from 'native:harts';
import { enable, IrqResult, synchronize } from 'native:irq';
import { hartCount } from 'native:machine';
import { type FixedArray, zeroed } from 'native:memory';
import { rtcIrq } from 'native:rtc';
import { currentHart } from '../../../../kernel/arch/riscv64/hart.ts';
import { fault, work } from '../account.ts';
import { random, relax } from './line.ts';

const calls = zeroed<FixedArray<Atomic<u64>, 8>>(); // [callee]
const wrong = atomic<u64>(0);
const longestStay = 3000; // turns of a loop

function count(): void {
	fetchAdd(calls[currentHart()], 1, 'release');
}

/** Runs: on a hart that leaves when it has been called often enough. */
function leaveAfter(times: usize): void {
	while (load(calls[currentHart()], 'acquire') < u64(times)) relax();
	// It was just called, and will be again: it leaves at any moment of that.
	for (let turn = random(longestStay); turn > 0; turn -= 1) load(calls[0], 'relaxed');
	leave();
}

function called(hart: usize): void {
	const before = load(calls[hart], 'acquire');
	const waited = callHart(hart, count, 0);
	const after = load(calls[hart], 'acquire');
	if (waited === IrqResult.ok && after === before && hartIsOnline(hart))
		fetchAdd(wrong, 1, 'relaxed');
	if (waited !== IrqResult.ok && waited !== IrqResult.noSuchHart) fetchAdd(wrong, 1, 'relaxed');
	const queued = queueCall(hart, count, 0);
	if (queued === IrqResult.insideHandler) fetchAdd(wrong, 1, 'relaxed');
}

function isAnyoneLeft(): boolean {
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1)
		if (hartIsOnline(hart)) return true;
	return false;
}

export function leaveWhileCalled(rounds: usize): void {
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) {
		startProgram(hart, leaveAfter, rounds * hart);
	}
	while (isAnyoneLeft()) {
		for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) called(hart);
		if (callOtherHarts(count, 0) !== IrqResult.ok) fetchAdd(wrong, 1, 'relaxed');
		if (synchronize() !== IrqResult.ok) fetchAdd(wrong, 1, 'relaxed');
	}
	const isRefused =
		callHart(1, count, 0) === IrqResult.noSuchHart &&
		queueCall(1, count, 0) === IrqResult.noSuchHart &&
		startProgram(1, leaveAfter, 0) === IrqResult.noSuchHart &&
		enable(rtcIrq, 1) === IrqResult.noSuchHart;
	fault(load(wrong, 'relaxed'), 'wrong');
	fault(isRefused ? 0 : 1, 'accepted by a hart that has left');
	let sum: u64 = 0;
	for (let hart: usize = 1; hart < 8; hart += 1) sum += load(calls[hart], 'relaxed');
	work('calls', sum);
}
