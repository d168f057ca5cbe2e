'use native';

/**
 * Handlers come to a firing line and go, on another hart: the one that stays never misses an interrupt, and
 * one that has gone, and was waited for, never runs again.
 */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { print } from 'native:format';
import { startProgram } from 'native:harts';
import {
	enable,
	IrqResult,
	registerShared,
	synchronize,
	unhandledCount,
	unregisterShared,
} from 'native:irq';
import { rtcIrq } from 'native:rtc';
import { dispatched, lowerLine, raiseLine, relax } from './line.ts';

const stays = atomic<u64>(0);
const comes = atomic<u64>(0);
const violations = atomic<u64>(0);
const current = atomic<usize>(0); // the guest that may run; 0 = none may
const wantedGuests = 10; // at least so often, a guest is called
const isOver = atomic<u32>(0);

function stay(): boolean {
	lowerLine();
	fetchAdd(stays, 1, 'release');
	return true;
}

function come(_irq: usize, data: usize): boolean {
	if (load(current, 'acquire') !== data) fetchAdd(violations, 1, 'relaxed');
	fetchAdd(comes, 1, 'relaxed');
	return false;
}

/** Runs: on another hart, outside of interrupts. */
function comeAndGo(): void {
	let guest: usize = 1;
	while (load(isOver, 'acquire') === 0) {
		store(current, guest, 'release');
		const before = load(comes, 'relaxed');
		if (registerShared(rtcIrq, come, guest) !== IrqResult.ok) fetchAdd(violations, 1, 'relaxed');
		while (load(comes, 'relaxed') === before && load(isOver, 'relaxed') === 0) relax();
		if (unregisterShared(rtcIrq, come, guest) !== IrqResult.ok) fetchAdd(violations, 1, 'relaxed');
		if (synchronize() !== IrqResult.ok) fetchAdd(violations, 1, 'relaxed');
		store(current, 0, 'release');
		guest += 1;
	}
	store(isOver, 2, 'release');
}

export function shareWhileFiring(rounds: u64): void {
	registerShared(rtcIrq, stay, 0);
	enable(rtcIrq, 0);
	startProgram(1, comeAndGo, 0);
	const before = dispatched();
	let raised: u64 = 0;
	while (raised < rounds || load(comes, 'relaxed') < wantedGuests) {
		relax();
		raiseLine();
		raised += 1;
		while (load(stays, 'acquire') < raised) relax();
	}
	store(isOver, 1, 'release');
	while (load(isOver, 'acquire') !== 2) relax();
	const handled = load(stays, 'relaxed');
	const missed = dispatched() - before - handled;
	print('{} lost, {} missed, ', raised - handled, missed);
	print('{} unhandled, {} violations\n', unhandledCount(rtcIrq), load(violations, 'relaxed'));
}
