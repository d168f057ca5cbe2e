'use native';

/**
 * A line that is stuck storms on hart 7: its handler lets the clock ring again and says that it was not its own.
 * Each time it is masked, and a moment later it is enabled again. Meanwhile all harts work: their timers ring,
 * and hart 6 raises two other lines, one for hart 7 itself and one for hart 3. How many storms are wanted,
 * the seed, and how late an interrupt may be, command.ts says.
 *
 * The hart that storms is the last one: QEMU that counts instructions goes through the harts in their order, and
 * looks for timers that ring only when it begins anew.
 */

import { type Atomic, atomic, fetchAdd, load, store } from 'native:atomic';
import { startProgram } from 'native:harts';
import {
	enable,
	type LineStatus,
	register,
	registerLocal,
	registerShared,
	status,
} from 'native:irq';
import { hartCount } from 'native:machine';
import { type FixedArray, zeroed } from 'native:memory';
import { rtcIrq } from 'native:rtc';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';
import { currentHart } from '../../../../kernel/arch/riscv64/hart.ts';
import {
	disableInterrupts,
	restoreInterrupts,
	waitForInterrupt,
} from '../../../../kernel/arch/riscv64/interrupts.ts';
import { fault, rest, work } from '../account.ts';
import { wantedBound, wantedRounds, wantedSeed } from '../command.ts';
import { edu, eduIrq, secondEdu } from '../irq-dispatches/edu.ts';
import { chooseSeed, dispatched, lowerLine, raiseLine, random } from '../irq-races/line.ts';

const stormedHart = 7;
const otherIrq = eduIrq + 1;
const timerCause = 7;
const timerPeriod = 400; // ticks
const respite = 2000; // ticks: what waited behind a storm gets its turn before the next one
const bogusLimit = 1000; // by when a storm is found

const isOver = atomic<u32>(0);
const working = atomic<u32>(0); // harts that have not ended their work
const timers = zeroed<FixedArray<Atomic<u64>, 8>>(); // [hart]: that rang
const deadlines = zeroed<FixedArray<Atomic<u64>, 8>>(); // [hart]
const raisedAt = zeroed<FixedArray<Atomic<u64>, 64>>(); // [line]
const handled = zeroed<FixedArray<Atomic<u64>, 64>>(); // [line]
const late = atomic<u64>(0); // interrupts that came too late
const latest = zeroed<FixedArray<Atomic<u64>, 64>>(); // [hart, or line]: how late the worst one was, in ticks
const bound = atomic<u64>(0); // ticks

/** A device that never stops asking, as a level-triggered line that is stuck. */
function stuck(): boolean {
	lowerLine();
	raiseLine();
	return false;
}

/** Notes how late an interrupt came: a hart's timer, or a line. */
function note(place: usize, since: u64): void {
	const lateness = monotonicTicks() - since;
	if (lateness > load(latest[place], 'relaxed')) store(latest[place], lateness, 'relaxed');
	// What is on the stormed hart waits for the storm, and for the report, which takes as long as the console.
	const longest = load(bound, 'relaxed');
	if (currentHart() !== stormedHart && longest !== 0 && lateness > longest) {
		fetchAdd(late, 1, 'relaxed');
	}
}

function onTimer(): void {
	const hart = currentHart();
	note(hart, load(deadlines[hart], 'relaxed'));
	stopTimer();
	fetchAdd(timers[hart], 1, 'release');
}

function onEdu(irq: usize): void {
	note(irq % 64, load(raisedAt[irq % 64], 'acquire'));
	if (irq === eduIrq) edu.lower();
	else secondEdu.lower();
	fetchAdd(handled[irq % 64], 1, 'release');
}

/** Lets the timer ring, and sleeps until it has. */
function sleepBy(timer: u64): void {
	const hart = currentHart();
	const before = load(timers[hart], 'relaxed');
	store(deadlines[hart], timer, 'relaxed');
	setTimer(timer);
	while (load(timers[hart], 'acquire') === before) {
		const previous = disableInterrupts();
		if (load(timers[hart], 'acquire') === before) waitForInterrupt();
		restoreInterrupts(previous);
	}
}

/** Raises a line and gives it time; the next time it is raised it must have been handled. */
function raiseOne(irq: usize): void {
	const before = load(handled[irq], 'relaxed');
	store(raisedAt[irq], monotonicTicks(), 'release');
	if (irq === eduIrq) edu.raise();
	else secondEdu.raise();
	while (load(handled[irq], 'acquire') === before) {
		sleepBy(monotonicTicks() + 1 + random(timerPeriod));
	}
}

/** Runs: on every hart but hart 0, outside of interrupts. */
function labour(): void {
	const hart = currentHart();
	while (load(isOver, 'acquire') === 0) {
		sleepBy(monotonicTicks() + 1 + random(timerPeriod));
		if (hart !== 6) continue;
		raiseOne(eduIrq);
		raiseOne(otherIrq);
	}
	fetchAdd(working, u32(-1), 'release');
}

/** Lets the line storm until it is masked; how often it interrupted until then. */
function storm(now: LineStatus): u64 {
	const before = dispatched();
	enable(rtcIrq, stormedHart);
	raiseLine();
	do {
		sleepBy(monotonicTicks() + 1 + random(timerPeriod));
		status(rtcIrq, now);
	} while (!now.isMasked);
	return dispatched() - before;
}

function openLines(): void {
	register(eduIrq, onEdu);
	register(otherIrq, onEdu);
	registerShared(rtcIrq, stuck, 0);
	registerLocal(timerCause, onTimer);
	enable(eduIrq, stormedHart);
	enable(otherIrq, 3);
}

export function main(): i32 {
	if (!edu.open() || !secondEdu.open()) return 2;
	const wanted = u64(wantedRounds());
	chooseSeed(wantedSeed());
	store(bound, wantedBound(), 'relaxed');
	openLines();
	store(working, hartCount() - 1, 'relaxed');
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) startProgram(hart, labour, 0);
	const now = zeroed<LineStatus>();
	let storms: u64 = 0;
	let most: u64 = 0;
	while (storms < wanted) {
		const bogus = storm(now);
		if (bogus > most) most = bogus;
		storms += 1;
		sleepBy(monotonicTicks() + respite);
	}
	store(isOver, 1, 'release');
	while (load(working, 'acquire') !== 0) sleepBy(monotonicTicks() + timerPeriod);
	fault(most > bogusLimit ? most : 0, 'interrupts before a storm was found');
	fault(load(late, 'relaxed'), 'came too late');
	let rang: u64 = 0;
	let worst = load(latest[otherIrq], 'relaxed');
	for (let hart: usize = 0; hart < usize(hartCount()); hart += 1) {
		rang += load(timers[hart], 'relaxed');
		const lateness = load(latest[hart], 'relaxed');
		if (hart !== stormedHart && lateness > worst) worst = lateness;
	}
	rest('ticks late at most, on seven harts', worst);
	rest('ticks late at most, the timer of the stormed hart', load(latest[stormedHart], 'relaxed'));
	rest('ticks late at most, the line behind the storm', load(latest[eduIrq], 'relaxed'));
	work('storms', storms);
	work('bogus interrupts', dispatched());
	work('timers', rang);
	work('lines beside it', load(handled[eduIrq], 'relaxed') + load(handled[otherIrq], 'relaxed'));
	return 0;
}
