'use native';

/**
 * Every function with every line and hart that there is not, from inside of every kind of handler, and by a hart that
 * has the console: those that wait are refused, and all others do what they do elsewhere.
 */

import { asm } from 'native:asm';
import { atomic, fetchAdd, load } from 'native:atomic';
import { lockConsole, unlockConsole } from 'native:console';
import {
	callAllHarts,
	callHart,
	callOtherHarts,
	hartIsOnline,
	queueCall,
	sendIpi,
	startProgram,
} from 'native:harts';
import {
	disable,
	enable,
	exceptionFrame,
	handlerAddress,
	IrqResult,
	interruptCount,
	type LineStatus,
	localHandlerAddress,
	localInterruptCount,
	localUnhandledOnHart,
	register,
	registerException,
	registerLocal,
	registerShared,
	registerWithData,
	setAffinity,
	setPriority,
	setThreshold,
	status,
	synchronize,
	unhandledCount,
	unhandledOnHart,
	unregister,
	unregisterException,
	unregisterLocal,
	unregisterShared,
} from 'native:irq';
import { hartCount } from 'native:machine';
import { arrayOf, type FixedArray, zeroed } from 'native:memory';
import { rtc, rtcIrq } from 'native:rtc';
import { monotonicTicks, setTimer, stopTimer } from 'native:time';
import { check, expect } from './check.ts';

const line = 21; // no device raises it
const timerCause = 7;
const breakpoint = 3;
const runs = atomic<u32>(0);

/** Beyond the table; and beyond what the machine has, but not beyond the table. */
const noLines: FixedArray<usize, 4> = arrayOf(0, 1024, 2000, 0xffff_ffff_ffff_ffff);
const farLines: FixedArray<usize, 2> = arrayOf(96, 1023);

function ignore(): void {}
function withData(): void {}
function share(): boolean {
	return false;
}

/** Lines that the table does not have. */
function linesOfNoTable(irq: usize): void {
	expect('register', register(irq, ignore), IrqResult.noSuchLine);
	expect('registerWithData', registerWithData(irq, withData, 1), IrqResult.noSuchLine);
	expect('registerShared', registerShared(irq, share, 1), IrqResult.noSuchLine);
	expect('unregister', unregister(irq), IrqResult.noSuchLine);
	expect('unregisterShared', unregisterShared(irq, share, 1), IrqResult.noSuchLine);
}

/** Lines that the machine does not have. */
function linesOfNoPlic(irq: usize): void {
	const now = zeroed<LineStatus>();
	expect('enable', enable(irq, 0), IrqResult.noSuchLine);
	expect('disable', disable(irq), IrqResult.noSuchLine);
	expect('setPriority', setPriority(irq, 1), IrqResult.noSuchLine);
	expect('setAffinity', setAffinity(irq, 0), IrqResult.noSuchLine);
	expect('status', status(irq, now), IrqResult.noSuchLine);
	if (irq !== 0)
		check('no count', interruptCount(0, u32(irq)) + unhandledOnHart(0, u32(irq)) === 0);
	check('nobody counted', unhandledCount(u32(irq)) === 0);
	check('no handler', handlerAddress(u32(irq), 0) === 0);
}

function harts(hart: usize): void {
	expect('enable on it', enable(line, hart), IrqResult.noSuchHart);
	expect('setThreshold of it', setThreshold(hart, 0), IrqResult.noSuchHart);
	expect('setAffinity to it', setAffinity(line, hart), IrqResult.noSuchHart);
	expect('callHart', callHart(hart, ignore, 0), IrqResult.noSuchHart);
	expect('queueCall', queueCall(hart, ignore, 0), IrqResult.noSuchHart);
	expect('startProgram', startProgram(hart, ignore, 0), IrqResult.noSuchHart);
	check('it is offline', !hartIsOnline(hart));
	const low = u32(hart);
	if (usize(low) !== hart) return;
	check('no interprocessor interrupt', !sendIpi(low));
	check('no count of its', interruptCount(low, rtcIrq) + localInterruptCount(low, 3) === 0);
	check(
		'nobody of its',
		unhandledOnHart(low, rtcIrq) + localUnhandledOnHart(low, timerCause) === 0,
	);
}

/** What does not wait may be called anywhere. */
export function callOthers(): void {
	const now = zeroed<LineStatus>();
	expect('register', register(line, ignore), IrqResult.ok);
	expect('register twice', register(line, ignore), IrqResult.taken);
	expect('unregister', unregister(line), IrqResult.ok);
	expect('registerWithData', registerWithData(line, withData, 1), IrqResult.ok);
	expect('its end', unregister(line), IrqResult.ok);
	expect('registerShared', registerShared(line, share, 1), IrqResult.ok);
	expect('unregisterShared', unregisterShared(line, share, 1), IrqResult.ok);
	expect('unregister nobody', unregister(line), IrqResult.notRegistered);
	expect('enable', enable(line, 0), IrqResult.ok);
	expect('setPriority', setPriority(line, 7), IrqResult.ok);
	expect('setPriority of 2^32 - 1', setPriority(line, 0xffff_ffff), IrqResult.outOfRange);
	expect('setThreshold', setThreshold(0, 0), IrqResult.ok);
	expect('setThreshold to 2^32 - 1', setThreshold(0, 0xffff_ffff), IrqResult.outOfRange);
	expect('status', status(line, now), IrqResult.ok);
	check('its priority', now.priority === 7 && !now.isMasked);
	expect('disable', disable(line), IrqResult.ok);
	expect('disable of a masked line', disable(line), IrqResult.ok);
	expect('registerException', registerException(4, ignore), IrqResult.ok);
	expect('unregisterException', unregisterException(4), IrqResult.ok);
	expect('a queued call', queueCall(0, ignore, 0), IrqResult.ok);
}

/** What waits is refused with `why`. */
export function refuseToWait(why: IrqResult): void {
	expect('synchronize', synchronize(), why);
	expect('callHart', callHart(0, ignore, 0), why);
	expect('callAllHarts', callAllHarts(ignore, 0), why);
	expect('callOtherHarts', callOtherHarts(ignore, 0), why);
	expect('setAffinity', setAffinity(line, 0), why);
}

function inHandler(): void {
	refuseToWait(IrqResult.insideHandler);
	callOthers();
	fetchAdd(runs, 1, 'release');
}

function onTimer(): void {
	stopTimer();
	inHandler();
}

function onClock(): void {
	rtc.acknowledge();
	inHandler();
}

function onClockWithData(): void {
	onClock();
}

function onSharedClock(): boolean {
	onClock();
	return true;
}

function onBreakpoint(): void {
	exceptionFrame().mepc += 2; // c.ebreak
	inHandler();
}

function ringClock(): void {
	const before = load(runs, 'relaxed');
	enable(rtcIrq, 0);
	rtc.setAlarm(1);
	while (load(runs, 'acquire') === before) {}
}

function inHandlers(): void {
	expect('a call', callHart(0, inHandler, 0), IrqResult.ok);
	expect('a timer', registerLocal(timerCause, onTimer), IrqResult.ok);
	setTimer(monotonicTicks());
	while (load(runs, 'acquire') !== 2) {}
	expect('its end', unregisterLocal(timerCause), IrqResult.ok);
	check('nobody has it', localHandlerAddress(timerCause) === 0);
	expect('a handler', register(rtcIrq, onClock), IrqResult.ok);
	ringClock();
	expect('its end', unregister(rtcIrq), IrqResult.ok);
	expect('with data', registerWithData(rtcIrq, onClockWithData, 1), IrqResult.ok);
	ringClock();
	expect('its end', unregister(rtcIrq), IrqResult.ok);
	expect('shared', registerShared(rtcIrq, onSharedClock, 1), IrqResult.ok);
	ringClock();
	expect('its end', unregisterShared(rtcIrq, onSharedClock, 1), IrqResult.ok);
	expect('an exception', registerException(breakpoint, onBreakpoint), IrqResult.ok);
	asm('.2byte 0x9002', {}, 'memory'); // c.ebreak
	expect('its end', unregisterException(breakpoint), IrqResult.ok);
	check('each has run', load(runs, 'relaxed') === 6);
}

export function misuses(): void {
	for (const irq of noLines) {
		linesOfNoTable(irq);
		linesOfNoPlic(irq);
	}
	for (const irq of farLines) {
		linesOfNoPlic(irq);
		expect('a line that only the table has', register(irq, ignore), IrqResult.ok);
		expect('and off', unregister(irq), IrqResult.ok);
	}
	const absent: FixedArray<usize, 3> = arrayOf(8, 9, 0xffff_ffff_ffff_ffff);
	for (const hart of absent) harts(hart);
	if (hartCount() < 8) harts(usize(hartCount()));
	callOthers();
	inHandlers();
	lockConsole();
	refuseToWait(IrqResult.holdsConsole);
	callOthers();
	unlockConsole();
	expect('afterwards', synchronize(), IrqResult.ok);
}
