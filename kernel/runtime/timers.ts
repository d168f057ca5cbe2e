import { monotonicTicks, ticksPerSecond } from '../event/time.ts';

/** One call that is due later. */
interface Entry {
	readonly id: number;
	readonly callback: (...parameters: unknown[]) => void;
	readonly parameters: unknown[];
	/** In ticks of mtime; 0 for a timer that fires once. */
	readonly intervalTicks: number;
	deadlineTicks: number;
}

/** Sorted by deadline; of two equal ones the older stands first. */
let entries: Entry[] = [];
let lastId = 0;

const ticksPerMs = ticksPerSecond() / 1000;
/** The time as of the running task: two timers that it starts come in the order of their delays. */
let taskTicks = monotonicTicks();
const longestDelayMs = 2147483647;

/** Calls `callback` once, `delayMs` from now at the earliest. */
export function setTimeout(
	callback: (...parameters: unknown[]) => void,
	delayMs?: number,
	...parameters: unknown[]
): number {
	return start(callback, delayMs, parameters, false);
}

/** Calls `callback` every `delayMs`. */
export function setInterval(
	callback: (...parameters: unknown[]) => void,
	delayMs?: number,
	...parameters: unknown[]
): number {
	return start(callback, delayMs, parameters, true);
}

/** Calls `callback` as the next task, before any timer. */
export function setImmediate(
	callback: (...parameters: unknown[]) => void,
	...parameters: unknown[]
): number {
	if (typeof callback !== 'function') throw new TypeError('The callback is no function');
	lastId += 1;
	const deadlineTicks = taskTicks;
	insert({ id: lastId, callback, parameters, intervalTicks: 0, deadlineTicks });
	return lastId;
}

/** Takes a timer back; a timer that has fired, or never was, is left alone. */
export function clearTimeout(id: number | undefined): void {
	const kept: Entry[] = [];
	for (let i = 0; i < entries.length; i++) {
		const entry = entries[i];
		if (entry.id !== id) kept.push(entry);
	}
	entries = kept;
}

export const clearInterval: typeof clearTimeout = clearTimeout;
export const clearImmediate: typeof clearTimeout = clearTimeout;

/** Milliseconds since the machine was switched on. */
export function now(): number {
	return monotonicTicks() / ticksPerMs;
}

/** A new task begins. */
export function readClock(): number {
	taskTicks = monotonicTicks();
	return taskTicks;
}

/** Whether a timer is still to fire. */
export function hasTimers(): boolean {
	return entries.length > 0;
}

/** When the next timer is due, in ticks of mtime, or `none`. */
export function nextDeadline(none: number): number {
	return entries.length === 0 ? none : entries[0].deadlineTicks;
}

/** Takes the next timer that was due at `atTicks`, ready to be called, or undefined. */
export function takeDue(atTicks: number): (() => void) | undefined {
	if (entries.length === 0) return undefined;
	const entry = entries[0];
	if (entry.deadlineTicks > atTicks) return undefined;
	entries = entries.slice(1);
	if (entry.intervalTicks > 0) {
		// From now and not from the old deadline: a late timer does not fire in a burst.
		entry.deadlineTicks = readClock() + entry.intervalTicks;
		insert(entry);
	}
	const callback = entry.callback;
	const parameters = entry.parameters;
	return parameters.length === 0 ? () => callback() : () => callback.apply(undefined, parameters);
}

function start(
	callback: (...parameters: unknown[]) => void,
	delayMs: number | undefined,
	parameters: unknown[],
	isRepeated: boolean,
): number {
	if (typeof callback !== 'function') throw new TypeError('The callback of a timer is no function');
	let delay = delayMs === undefined ? 1 : Math.floor(delayMs);
	if (!(delay >= 1 && delay <= longestDelayMs)) delay = 1;
	lastId += 1;
	const delayTicks = delay * ticksPerMs;
	insert({
		id: lastId,
		callback,
		parameters,
		intervalTicks: isRepeated ? delayTicks : 0,
		deadlineTicks: taskTicks + delayTicks,
	});
	return lastId;
}

function insert(entry: Entry): void {
	let index = entries.length;
	while (index > 0 && entries[index - 1].deadlineTicks > entry.deadlineTicks) index -= 1;
	const before = entries.slice(0, index);
	const after = entries.slice(index);
	before.push(entry);
	for (let i = 0; i < after.length; i++) before.push(after[i]);
	entries = before;
}
