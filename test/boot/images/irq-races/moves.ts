'use native';

/**
 * A firing line moves from hart to hart: each interrupt is handled, and once; never by two harts at the same time,
 * although it is raised again while its handler runs; and after a move by no other hart than the new one.
 */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { startProgram } from 'native:harts';
import {
	enable,
	IrqResult,
	interruptCount,
	type LineStatus,
	register,
	setAffinity,
	status,
} from 'native:irq';
import { hartCount } from 'native:machine';
import { zeroed } from 'native:memory';
import { rtcIrq } from 'native:rtc';
import { currentHart } from '../../../../kernel/arch/riscv64/hart.ts';
import { fault, work } from '../account.ts';
import { dispatched, lowerLine, raiseLine, relax } from './line.ts';

const handled = atomic<u64>(0);
const moved = atomic<u64>(0);
const awaited = atomic<u64>(0); // the mover goes on when so many are handled
const failures = atomic<u64>(0);
const overlaps = atomic<u64>(0);
const strays = atomic<u64>(0);
const inside = atomic<u32>(0); // handlers that run now
const lingering = 1000; // turns of the handler
const burst = 8; // so many interrupts may come before the mover has had its turn
const anyHart = 8;
const allowed = atomic<usize>(anyHart); // the hart that alone may handle the line, between moves

function count(): void {
	if (fetchAdd(inside, 1, 'relaxed') !== 0) fetchAdd(overlaps, 1, 'relaxed');
	const only = load(allowed, 'relaxed');
	if (only !== anyHart && only !== currentHart()) fetchAdd(strays, 1, 'relaxed');
	lowerLine();
	fetchAdd(handled, 1, 'release'); // now the line is raised again, while this goes on
	for (let turn: u32 = 0; turn < lingering; turn += 1) {
		if (load(inside, 'relaxed') !== 1) break;
	}
	fetchAdd(inside, u32(-1), 'release');
}

/** Runs: on hart 1, outside of interrupts. */
function move(times: usize): void {
	for (let time: usize = 1; time <= times; time += 1) {
		const hart = (time / 4) % usize(hartCount());
		store(allowed, anyHart, 'relaxed');
		if (setAffinity(rtcIrq, hart) !== IrqResult.ok) fetchAdd(failures, 1, 'relaxed');
		store(allowed, hart, 'relaxed'); // the others have answered, after their last handler
		const before = load(handled, 'relaxed');
		store(moved, u64(time), 'release');
		if (time % 4 !== 0) continue;
		store(awaited, before + 1, 'release');
		while (load(handled, 'relaxed') === before) relax();
	}
}

export function moveWhileFiring(times: usize): void {
	register(rtcIrq, count);
	enable(rtcIrq, 0);
	startProgram(1, move, times);
	const start = dispatched();
	let raised: u64 = 0;
	let seen: u64 = 0;
	while (load(moved, 'acquire') < u64(times)) {
		relax();
		// Or the mover's own hart would never come out of the handler.
		if (raised % burst === 0) {
			while (load(moved, 'acquire') === seen && load(awaited, 'acquire') <= raised) relax();
			seen = load(moved, 'relaxed');
		}
		raiseLine();
		raised += 1;
		while (load(handled, 'acquire') < raised) relax();
	}
	while (dispatched() - start < raised) relax();
	fault(load(handled, 'relaxed') - raised, 'lost or twice');
	fault(dispatched() - start - raised, 'dispatched in vain');
	fault(load(failures, 'relaxed'), 'failures');
	fault(load(overlaps, 'relaxed'), 'at the same time');
	fault(load(strays, 'relaxed'), 'on another hart');
	work('moves', load(moved, 'relaxed'));
	work('interrupts', load(handled, 'relaxed'));
	let harts: u32 = 0;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) {
		if (interruptCount(hart, rtcIrq) > 0) harts += 1;
	}
	work('harts that handled it', u64(harts));
}

const round = atomic<u64>(0);
const astray = atomic<u64>(0);

/** Runs: on every hart but hart 0, outside of interrupts: each moves the line to a hart of its own, round by round. */
function pull(times: usize): void {
	const hart = (currentHart() + 1) % usize(hartCount());
	for (let time: usize = 1; time <= times; time += 1) {
		while (load(round, 'acquire') < u64(time)) relax();
		if (setAffinity(rtcIrq, hart) !== IrqResult.ok) fetchAdd(failures, 1, 'relaxed');
		fetchAdd(moved, 1, 'release');
	}
}

/** All harts but hart 0 move a firing line at the same time; it ends up with one hart, and loses nothing. */
export function moveTogether(times: usize): void {
	register(rtcIrq, count);
	enable(rtcIrq, 0);
	const movers = u64(hartCount()) - 1;
	for (let hart: usize = 1; hart <= usize(movers); hart += 1) startProgram(hart, pull, times);
	const now = zeroed<LineStatus>();
	for (let time: u64 = 1; time <= u64(times); time += 1) {
		store(round, time, 'release');
		raiseLine();
		while (load(moved, 'acquire') < time * movers) relax();
		status(rtcIrq, now);
		if (now.harts === 0 || (now.harts & (now.harts - 1)) !== 0) fetchAdd(astray, 1, 'relaxed');
		while (now.harts !== 0 && load(handled, 'acquire') < time) relax();
	}
	fault(load(handled, 'relaxed') - u64(times), 'lost or twice');
	fault(load(failures, 'relaxed'), 'failures');
	fault(load(astray, 'relaxed'), 'times not with one hart');
	work('moves', load(moved, 'relaxed'));
	work('interrupts', load(handled, 'relaxed'));
}
