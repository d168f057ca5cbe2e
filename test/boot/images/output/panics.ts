'use native';

/** Panics while the console is not free. */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { consoleWrite, lockConsole, unlockConsole } from 'native:console';
import { print } from 'native:format';
import { queueCall, startProgram } from 'native:harts';
import { hartCount } from 'native:machine';
import { panic } from 'native:panic';

const step = atomic<u32>(0);
const written = atomic<u32>(0);
const linesBefore = 100;

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
