/** What the bundler puts in place of the globals that Porffor lacks, or prints differently from node. */

import { now } from './timers.ts';

const performanceObject = { now };

function queueMicrotask(callback: () => void): void {
	if (typeof callback !== 'function') throw new TypeError('The callback is no function');
	const done = Promise.resolve();
	done.then(() => callback());
}

// One name for each part: a program that only logs has no tables in its image.
export {
	assert as 'console.assert',
	consoleObject as console,
	count as 'console.count',
	countReset as 'console.countReset',
	dir as 'console.dir',
	group as 'console.group',
	group as 'console.groupCollapsed',
	groupEnd as 'console.groupEnd',
	log as 'console.debug',
	log as 'console.error',
	log as 'console.info',
	log as 'console.log',
	log as 'console.warn',
	logText as 'console.logText',
	table as 'console.table',
	time as 'console.time',
	timeEnd as 'console.timeEnd',
	timeLog as 'console.timeLog',
	trace as 'console.trace',
} from './console-object.ts';
export { AbortController, AbortSignal, Event, EventTarget } from './events.ts';
export { structuredClone } from './structured-clone.ts';
export { TextDecoder, TextEncoder } from './text-codec.ts';
export {
	clearImmediate,
	clearInterval,
	clearTimeout,
	setImmediate,
	setInterval,
	setTimeout,
} from './timers.ts';
export { performanceObject as performance, queueMicrotask };
