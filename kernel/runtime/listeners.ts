import { listen, unlisten } from '../event/event.ts';

type Listener = (count: number) => void;

/** A closure that waits for an interrupt line. */
interface Entry {
	readonly line: number;
	readonly listener: Listener;
	readonly keepsAlive: boolean;
	isActive: boolean;
}

let entries: Entry[] = [];

/**
 * Calls `listener` in the event loop whenever `line` has fired; the result takes it back. The loop goes
 * on as long as there is a listener that `keepsAlive`.
 */
export function addListener(line: number, listener: Listener, keepsAlive = true): () => void {
	if (typeof listener !== 'function') throw new TypeError('The listener is no function');
	if (!hasLine(line) && !listen(line)) {
		throw new RangeError(`There is no interrupt ${line} to listen to`);
	}
	const entry: Entry = { line, listener, keepsAlive, isActive: true };
	entries.push(entry);
	return () => removeEntry(entry);
}

/** Whether a closure waits for an interrupt, other than in the background. */
export function hasListeners(): boolean {
	for (let i = 0; i < entries.length; i++) {
		if (entries[i].keepsAlive) return true;
	}
	return false;
}

/** Gives `run` a task for each listener of `line`. One that is removed meanwhile is not called. */
export function deliver(line: number, count: number, run: (task: () => void) => void): void {
	const present = entries;
	for (let i = 0; i < present.length; i++) {
		const entry = present[i];
		if (entry.line === line && entry.isActive) run(taskOf(entry, count));
	}
}

function taskOf(entry: Entry, count: number): () => void {
	const listener = entry.listener;
	return () => listener(count);
}

function removeEntry(removed: Entry): void {
	if (!removed.isActive) return;
	removed.isActive = false;
	const kept: Entry[] = [];
	for (let i = 0; i < entries.length; i++) {
		const entry = entries[i];
		if (entry.isActive) kept.push(entry);
	}
	entries = kept;
	if (!hasLine(removed.line)) unlisten(removed.line);
}

function hasLine(line: number): boolean {
	for (let i = 0; i < entries.length; i++) {
		if (entries[i].line === line) return true;
	}
	return false;
}
