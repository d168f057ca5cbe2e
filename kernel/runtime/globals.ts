/** What the bundler puts in place of the globals that Porffor lacks, or prints differently from node. */

import { formatLine } from './format.ts';
import { writeLine } from './output.ts';
import { now } from './timers.ts';

function log(...values: readonly unknown[]): void {
	writeLine(formatLine(values));
}

const consoleObject = { log, info: log, debug: log, warn: log, error: log };
const performanceObject = { now };

function queueMicrotask(callback: () => void): void {
	if (typeof callback !== 'function') throw new TypeError('The callback is no function');
	const done = Promise.resolve();
	done.then(() => callback());
}

export { clearInterval, clearTimeout, setInterval, setTimeout } from './timers.ts';
export { consoleObject as console, performanceObject as performance, queueMicrotask };
