import { nextReadyLine, takeEvents, waitForEvent } from '../event/event.ts';
import { poweroff } from '../platform/machine.ts';
import { deliver, hasListeners } from './listeners.ts';
import { writeLine } from './output.ts';
import { hasTimers, nextDeadline, readClock, takeDue } from './timers.ts';
import { describe } from './uncaught.ts';

/** A deadline that never comes: 2⁵³ ticks are 28 years. */
const never = 9007199254740992;

let pendingCount = 0;
let exitStatus = 0;

/** Keeps the loop alive, besides timers and listeners, until `release` is called as often. */
export function hold(): void {
	pendingCount += 1;
}

export function release(): void {
	pendingCount -= 1;
}

/** The status with which the machine powers off when nothing is left to wait for. */
export function setExitStatus(status: number): void {
	exitStatus = status;
}

/**
 * Runs what timers and interrupts bring until there is nothing left to wait for; then the machine
 * powers off. Microtasks run after each task, and the hart sleeps when there is no task.
 */
export function runEventLoop(): void {
	runMicrotasks();
	while (hasTimers() || hasListeners() || pendingCount > 0) {
		runDueTimers();
		runEvents();
		if (hasTimers() || hasListeners() || pendingCount > 0) waitForEvent(nextDeadline(never));
	}
	poweroff(exitStatus);
}

function runDueTimers(): void {
	const atTicks = readClock();
	let task = takeDue(atTicks);
	while (task !== undefined) {
		runTask(task);
		task = takeDue(atTicks);
	}
}

function runEvents(): void {
	let line = nextReadyLine();
	while (line >= 0) {
		const ready: number = line;
		const count = takeEvents(ready);
		if (count > 0) deliver(ready, count, runTask);
		line = nextReadyLine();
	}
}

/** Runs one task and the microtasks that it leaves. */
function runTask(task: () => void): void {
	readClock();
	try {
		task();
	} catch (error) {
		endWithUncaught(error);
	}
	runMicrotasks();
}

function runMicrotasks(): void {
	try {
		Porffor.promise.runJobs();
	} catch (error) {
		endWithUncaught(error);
	}
}

function endWithUncaught(error: unknown): void {
	writeLine(`Uncaught ${describe(error)}`);
	poweroff(1);
}
