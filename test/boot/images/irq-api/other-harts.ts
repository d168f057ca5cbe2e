'use native';

/** What harts other than hart 0 may not do, and that two wait for each other, whatever they have masked. */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { lockConsole, unlockConsole } from 'native:console';
import { callHart, callOtherHarts, hartIsOnline, leave, startProgram } from 'native:harts';
import {
	enable,
	IrqResult,
	registerLocal,
	setAffinity,
	setThreshold,
	synchronize,
	unregisterLocal,
} from 'native:irq';
import { withInterruptsOff } from 'native:section';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';
import { check, expect } from './check.ts';
import { callOthers, refuseToWait } from './misuse.ts';

const line = 21;
const timerCause = 7;
const rounds = 100;
const step = atomic<u32>(0);

function ignore(): void {}

/** Runs: on hart 1, in its software interrupt. */
function inHandler(): void {
	refuseToWait(IrqResult.insideHandler);
	callOthers();
}

/** Runs: on hart 1, in its timer interrupt. In a call, the build refuses it: it would call itself. */
function leaveInHandler(): void {
	stopTimer();
	expect('leave in a handler', leave(), IrqResult.insideHandler);
	store(step, 1, 'release');
}

function startTimer(): void {
	setTimer(monotonicTicks());
}

/** Runs: on hart 1. */
function hold(): void {
	lockConsole();
	expect('leave with the console', leave(), IrqResult.holdsConsole);
	refuseToWait(IrqResult.holdsConsole);
	unlockConsole();
	store(step, 2, 'release');
	while (load(step, 'acquire') === 2) {}
}

/** Both harts do this at the same time. */
function waitWithInterruptsOff(): void {
	for (let round: u32 = 0; round < rounds; round += 1) {
		const waited = withInterruptsOff(() => synchronize());
		expect('synchronize with interrupts off', waited, IrqResult.ok);
		const called = withInterruptsOff(() => callOtherHarts(ignore, 0));
		expect('a call with interrupts off', called, IrqResult.ok);
		expect('synchronize', synchronize(), IrqResult.ok);
	}
	fetchAdd(step, 1, 'release');
}

function leaveNow(): void {
	leave();
}

function start(program: (argument: usize) => void): void {
	while (startProgram(1, program, 0) === IrqResult.taken) {}
}

export function misusesOfOthers(): void {
	expect('a call to hart 1', callHart(1, inHandler, 0), IrqResult.ok);
	expect('a timer', registerLocal(timerCause, leaveInHandler), IrqResult.ok);
	expect('a call that sets it', callHart(1, startTimer, 0), IrqResult.ok);
	while (load(step, 'acquire') !== 1) {}
	expect('its end', unregisterLocal(timerCause), IrqResult.ok);
	start(hold);
	while (load(step, 'acquire') !== 2) {}
	expect('a second program', startProgram(1, ignore, 0), IrqResult.taken);
	store(step, 3, 'release');
	start(waitWithInterruptsOff);
	waitWithInterruptsOff();
	while (load(step, 'acquire') !== 5) {}
	start(leaveNow);
	while (hartIsOnline(1)) {}
	expect('enable on a hart that has left', enable(line, 1), IrqResult.noSuchHart);
	expect('its threshold', setThreshold(1, 0), IrqResult.noSuchHart);
	expect('setAffinity to it', setAffinity(line, 1), IrqResult.noSuchHart);
	expect('a call to it', callHart(1, ignore, 0), IrqResult.noSuchHart);
	expect('a program for it', startProgram(1, ignore, 0), IrqResult.noSuchHart);
	expect('synchronize without it', synchronize(), IrqResult.ok);
	check('it stays away', !hartIsOnline(1));
}
