/** The globals of the ordinary world beyond ECMAScript's own. They mean what they mean in node. */

interface Console {
	/** Writes its arguments, formatted, as one line. */
	log(...values: readonly unknown[]): void;
	info(...values: readonly unknown[]): void;
	debug(...values: readonly unknown[]): void;
	/** The same: the machine has one console. */
	warn(...values: readonly unknown[]): void;
	error(...values: readonly unknown[]): void;
}

declare const console: Console;

/** Names a timer for `clearTimeout` and `clearInterval`. */
type Timer = number;

/** Also the `resolve` of a promise of nothing: `new Promise(resolve => setTimeout(resolve, 5))`. */
declare function setTimeout(callback: (nothing: undefined) => void, delayMs?: number): Timer;
declare function setTimeout<Parameters extends unknown[]>(
	callback: (...parameters: Parameters) => void,
	delayMs?: number,
	...parameters: Parameters
): Timer;
declare function setInterval<Parameters extends unknown[]>(
	callback: (...parameters: Parameters) => void,
	delayMs?: number,
	...parameters: Parameters
): Timer;
declare function clearTimeout(timer: Timer | undefined): void;
declare function clearInterval(timer: Timer | undefined): void;
declare function queueMicrotask(callback: () => void): void;

declare const performance: {
	/** Milliseconds since the machine was switched on, with a resolution of 100 ns. */
	now(): number;
};
