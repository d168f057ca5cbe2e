'use native';

/**
 * All that can interrupt, on all harts at the same time: every hart calls others and sets its timer; harts 1, 2 and
 * 3 raise the clock, the UART and the PCI device, which any hart may take; and the test pulses line 40 from
 * outside. What was raised is what was handled, each once. How many rounds, and
 * the seed, command.ts says.
 */

import { type Atomic, atomic, fetchAdd, load, store } from 'native:atomic';
import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { waitForEvent } from 'native:event';
import { print } from 'native:format';
import { queueCall, startProgram } from 'native:harts';
import {
	disable,
	enable,
	IrqResult,
	interruptCount,
	localInterruptCount,
	register,
	registerLocal,
	synchronize,
	unregister,
} from 'native:irq';
import { hartCount } from 'native:machine';
import { type FixedArray, zeroed } from 'native:memory';
import { rtcIrq } from 'native:rtc';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';
import { uartIrq } from 'native:uart';
import { currentHart } from '../../../../kernel/arch/riscv64/hart.ts';
import { fault, work } from '../account.ts';
import { wantedRounds, wantedSeed } from '../command.ts';
import { chooseSeed, lowerLine, raiseLine, random, relax } from '../irq-races/line.ts';
import { lowerLine as lowerUart, raiseLine as raiseUart } from '../uart-line.ts';
import { edu, eduIrq } from './edu.ts';

const pulseIrq = 40; // no device raises it
const softwareCause = 3;
const timerCause = 7;
/** QEMU 7.2 that counts instructions may stop for good when input comes to a machine that waits for nothing else. */
const pollTicks = 10_000; // 1 ms
const longestDelay = 4; // ticks of a timer

const handled = zeroed<FixedArray<Atomic<u64>, 64>>(); // [line]
const raised = zeroed<FixedArray<Atomic<u64>, 64>>(); // [line]
const timers = zeroed<FixedArray<Atomic<u64>, 8>>(); // [hart]: that rang
const accepted = atomic<u64>(0);
const refused = atomic<u64>(0);
const carriedOut = atomic<u64>(0);
const early = atomic<u64>(0); // timers that rang before their time
const spurious = atomic<u64>(0); // the PCI device's line was up, and it had not asked
const running = atomic<u32>(0);
const deadlines = zeroed<FixedArray<Atomic<u64>, 8>>(); // [hart]

function count(irq: usize): void {
	fetchAdd(handled[irq % 64], 1, 'release');
}

function onClock(irq: usize): void {
	lowerLine();
	count(irq);
}

function onUart(irq: usize): void {
	lowerUart();
	count(irq);
}

function onEdu(irq: usize): void {
	if (!edu.lower()) fetchAdd(spurious, 1, 'relaxed');
	count(irq);
}

function onTimer(): void {
	const hart = currentHart();
	if (load(deadlines[hart], 'relaxed') > monotonicTicks()) fetchAdd(early, 1, 'relaxed');
	stopTimer();
	fetchAdd(timers[hart], 1, 'release');
}

function onCall(): void {
	fetchAdd(carriedOut, 1, 'relaxed');
}

/** Raises the line that this hart looks after, if it has one, unless it is still up. */
function raiseOwnLine(hart: usize): void {
	const irq: usize = hart === 1 ? rtcIrq : hart === 2 ? uartIrq : eduIrq;
	if (hart === 0 || hart > 3 || load(handled[irq], 'acquire') !== load(raised[irq], 'relaxed'))
		return;
	fetchAdd(raised[irq], 1, 'relaxed');
	if (hart === 1) raiseLine();
	else if (hart === 2) raiseUart();
	else edu.raise();
}

function takePart(rounds: usize): void {
	const self = currentHart();
	for (let round: usize = 0; round < rounds; round += 1) {
		const before = load(timers[self], 'relaxed');
		const deadline = monotonicTicks() + random(longestDelay);
		store(deadlines[self], deadline, 'relaxed');
		setTimer(deadline);
		const callee = usize(random(u64(hartCount())));
		if (queueCall(callee, onCall, 0) === IrqResult.ok) fetchAdd(accepted, 1, 'relaxed');
		else fetchAdd(refused, 1, 'relaxed');
		raiseOwnLine(self);
		while (load(timers[self], 'acquire') === before) {}
		if (round % 16 === 0) relax();
	}
	fetchAdd(running, u32(-1), 'release');
}

/** Waits until `irq` has been handled as often as it was raised. */
function settle(irq: usize): void {
	while (load(handled[irq], 'acquire') < load(raised[irq], 'relaxed')) relax();
}

function dispatched(irq: u32): u64 {
	let sum: u64 = 0;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) sum += interruptCount(hart, irq);
	return sum;
}

function dispatchedLocally(cause: u32): u64 {
	let sum: u64 = 0;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) sum += localInterruptCount(hart, cause);
	return sum;
}

/** Says what became of a line that was dispatched so often. */
function report(name: string, irq: usize, times: u64): void {
	const runs = load(handled[irq], 'relaxed');
	fault(runs - load(raised[irq], 'relaxed'), name);
	fault(times - runs, 'dispatched in vain');
	work(name, runs);
}

function openLines(): void {
	register(rtcIrq, onClock);
	register(uartIrq, onUart);
	register(eduIrq, onEdu);
	register(pulseIrq, count);
	registerLocal(timerCause, onTimer);
	for (let hart: usize = 0; hart < usize(hartCount()); hart += 1) {
		enable(rtcIrq, hart);
		enable(uartIrq, hart);
		enable(eduIrq, hart);
		enable(pulseIrq, hart);
	}
}

export function main(): i32 {
	openConsoleInput();
	if (!edu.open()) return 2;
	const rounds = wantedRounds();
	chooseSeed(wantedSeed());
	disable(uartIrq);
	unregister(uartIrq);
	lowerUart();
	synchronize();
	const uartBefore = dispatched(uartIrq);
	const harts = usize(hartCount());
	openLines();
	store(running, hartCount(), 'relaxed');
	for (let hart: usize = 1; hart < harts; hart += 1) startProgram(hart, takePart, rounds);
	takePart(rounds);
	while (load(running, 'acquire') !== 0) relax();
	while (load(carriedOut, 'relaxed') < load(accepted, 'relaxed')) relax();
	settle(rtcIrq);
	settle(uartIrq);
	settle(eduIrq);
	const uartRuns = dispatched(uartIrq) - uartBefore;
	disable(uartIrq);
	unregister(uartIrq);
	lowerUart();
	openConsoleInput();
	print('done\n'); // no pulse comes after the answer
	while (readConsoleByte() < 0) waitForEvent(monotonicTicks() + pollTicks);
	synchronize(); // no hart is on its way to count one
	report('clock', rtcIrq, dispatched(rtcIrq));
	report('UART', uartIrq, uartRuns);
	report('PCI device', eduIrq, dispatched(eduIrq));
	let rang: u64 = 0;
	for (let hart: usize = 0; hart < harts; hart += 1) rang += load(timers[hart], 'relaxed');
	fault(rang - u64(rounds * harts), 'timers lost or twice');
	fault(load(early, 'relaxed'), 'timers early');
	work('timers', rang);
	const queued = load(accepted, 'relaxed');
	fault(load(carriedOut, 'relaxed') - queued, 'calls lost or twice');
	fault(
		u64(rounds * harts) - queued - load(refused, 'relaxed'),
		'calls neither queued nor refused',
	);
	work('calls', queued);
	fault(load(spurious, 'relaxed'), 'spurious');
	const pulses = load(handled[pulseIrq], 'relaxed');
	fault(dispatched(pulseIrq) - pulses, 'pulses dispatched in vain');
	work('pulses', pulses);
	const devices = dispatched(rtcIrq) + uartRuns + dispatched(eduIrq) + pulses;
	const local = dispatchedLocally(softwareCause) + dispatchedLocally(timerCause);
	work('dispatches', devices + local);
	return 0;
}
