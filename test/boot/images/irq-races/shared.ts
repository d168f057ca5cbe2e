'use native';

/**
 * Handlers come to a firing line and go, on another hart: the one that stays never misses an interrupt, and
 * one that has gone, and was waited for, never runs again.
 */

import { atomic, fetchAdd, load, store } from 'native:atomic';
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
import { fault, work } from '../account.ts';
import { dispatched, lowerLine, raiseLine, random, relax } from './line.ts';

const stays = atomic<u64>(0);
const comes = atomic<u64>(0);
const violations = atomic<u64>(0);
const current = atomic<usize>(0); // the guest that may run; 0 = none may
const wantedGuests = 10; // at least so often, a guest is called
const longTurns = 10_000; // of a guest, one time in eight
const shortTurns = 50;
const passers = 40; // that come and go with each guest
const otherLine = 60; // no device raises it
const isOver = atomic<u32>(0);

function stay(): boolean {
	lowerLine();
	fetchAdd(stays, 1, 'release');
	return true;
}

function come(_irq: usize, data: usize): boolean {
	fetchAdd(comes, 1, 'relaxed'); // now it is taken out, while this goes on
	const turns: u32 = random(8) === 0 ? longTurns : shortTurns;
	for (let turn: u32 = 0; turn < turns; turn += 1) {
		if (load(current, 'acquire') === data) continue;
		fetchAdd(violations, 1, 'relaxed');
		break;
	}
	return false;
}

function pass(): boolean {
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
		// A record that came back too early would now be of another line, and lead away from the one that stays.
		registerShared(otherLine, pass, guest);
		for (let other: usize = 0; other < passers; other += 1) {
			registerShared(rtcIrq, pass, other);
			unregisterShared(rtcIrq, pass, other);
		}
		if (synchronize() !== IrqResult.ok) fetchAdd(violations, 1, 'relaxed');
		store(current, 0, 'release');
		unregisterShared(otherLine, pass, guest);
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
		if (raised % 32 === 0) relax();
		raiseLine();
		raised += 1;
		while (load(stays, 'acquire') < raised) relax();
	}
	store(isOver, 1, 'release');
	while (load(isOver, 'acquire') !== 2) relax();
	const handled = load(stays, 'relaxed');
	const missed = dispatched() - before - handled;
	fault(raised - handled, 'lost');
	fault(missed, 'missed');
	fault(unhandledCount(rtcIrq), 'unhandled');
	fault(load(violations, 'relaxed'), 'violations');
	work('interrupts', handled);
	work('calls of guests', load(comes, 'relaxed'));
}
