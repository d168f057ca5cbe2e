'use native';

/** Panics while the console is not free. */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { consoleWrite, lockConsole, unlockConsole } from 'native:console';
import { print } from 'native:format';
import { callHart, hartIsOnline, queueCall, startProgram } from 'native:harts';
import { enable, IrqResult } from 'native:irq';
import { hartCount } from 'native:machine';
import { panic } from 'native:panic';
import { LocalInterrupt } from '../../../../kernel/arch/riscv64/csr.ts';
import {
	disableInterrupts,
	isLocalInterruptPending,
} from '../../../../kernel/arch/riscv64/interrupts.ts';

const step = atomic<u32>(0);
const written = atomic<u32>(0);
const linesBefore = 100;
const line = 20;

/** This hart has the console itself, in the middle of a line. */
export function panicInsideLock(): void {
	lockConsole();
	consoleWrite('half a line');
	panic('inside the lock');
}

/** Has the console until the other hart panics, and a moment longer. */
function holdConsole(): void {
	lockConsole();
	consoleWrite('the holder begins');
	store(step, 1, 'release');
	while (load(step, 'acquire') === 1) {}
	for (let turn: u32 = 0; turn < 100_000; turn += 1) load(step, 'acquire');
	consoleWrite(', and ends\n');
	unlockConsole();
}

export function panicWhileHeld(): void {
	startProgram(1, holdConsole, 0);
	while (load(step, 'acquire') === 0) {}
	store(step, 2, 'release');
	panic('while it is held');
}

function ignore(): void {}

/** Panics as soon as another hart waits for it. */
function panicWhenCalled(): void {
	store(step, 2, 'release');
	while (load(step, 'acquire') === 2) {} // whatever has interrupted it until now is over after this
	disableInterrupts();
	store(step, 4, 'release');
	while (!isLocalInterruptPending(LocalInterrupt.software)) {}
	panic('while it is called');
}

/** Has the console until hart 0 has gone on, and says how. */
function holdForCaller(): void {
	lockConsole();
	store(step, 1, 'release');
	while (load(step, 'acquire') < 5) {}
	consoleWrite(load(step, 'acquire') === 5 ? 'the caller goes on\n' : 'the caller is told wrong\n');
	unlockConsole();
}

/** Hart 1 panics while hart 0 waits for it, and while hart 2 has the console. */
export function panicWhileCalled(): void {
	startProgram(2, holdForCaller, 0);
	while (load(step, 'acquire') !== 1) {}
	startProgram(1, panicWhenCalled, 0);
	while (load(step, 'acquire') !== 2) {}
	callHart(1, ignore, 0);
	store(step, 3, 'release');
	while (load(step, 'acquire') !== 4) {}
	const isRight =
		callHart(1, ignore, 0) === IrqResult.ok && // it has answered, if only to say that it will not
		!hartIsOnline(1) &&
		callHart(1, ignore, 0) === IrqResult.noSuchHart &&
		queueCall(1, ignore, 0) === IrqResult.noSuchHart &&
		startProgram(1, ignore, 0) === IrqResult.noSuchHart &&
		enable(line, 1) === IrqResult.noSuchHart;
	store(step, isRight ? 5 : 6, 'release');
	for (;;) {}
}

/** Has the console for good, and writes as if nothing had happened. */
function keepConsole(): void {
	lockConsole();
	store(step, 1, 'release');
	for (;;) consoleWrite('x');
}

export function panicWhileStuck(): void {
	startProgram(1, keepConsole, 0);
	while (load(step, 'acquire') === 0) {}
	panic('while it is stuck');
}

/** Waits until every hart is here. */
function panicTogether(): void {
	fetchAdd(step, 1, 'acqRel');
	while (load(step, 'acquire') !== hartCount()) {}
	panic('together');
}

export function panicEverywhere(): void {
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) {
		startProgram(hart, panicTogether, 0);
	}
	panicTogether();
}

export function panicInHandlers(): void {
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) queueCall(hart, panicTogether, 0);
	queueCall(0, panicTogether, 0);
	for (;;) {}
}

function writeForever(hart: usize): void {
	for (;;) {
		print('a line of hart {}\n', hart);
		fetchAdd(written, 1, 'relaxed');
	}
}

export function panicWhileWriting(): void {
	for (let hart: usize = 1; hart < usize(hartCount()); hart += 1) {
		startProgram(hart, writeForever, hart);
	}
	while (load(written, 'relaxed') < linesBefore) {}
	panic('while others write');
}
