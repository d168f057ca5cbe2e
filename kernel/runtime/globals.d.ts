/** The globals of the ordinary world beyond ECMAScript's own. They mean what they mean in node. */

interface Console {
	/** Writes its arguments, formatted, as one line. */
	log(...values: readonly unknown[]): void;
	info(...values: readonly unknown[]): void;
	debug(...values: readonly unknown[]): void;
	/** The same: the machine has one console. */
	warn(...values: readonly unknown[]): void;
	error(...values: readonly unknown[]): void;
	/** Writes a line if `isTrue` is not. */
	assert(isTrue?: unknown, ...values: readonly unknown[]): void;
	/** Writes how often it was called with this label. */
	count(label?: string): void;
	countReset(label?: string): void;
	dir(value?: unknown, options?: { readonly depth?: number | null }): void;
	/** Indents what follows by two columns, up to `groupEnd`. */
	group(...values: readonly unknown[]): void;
	groupCollapsed(...values: readonly unknown[]): void;
	groupEnd(): void;
	table(data?: unknown, columns?: readonly string[]): void;
	time(label?: string): void;
	timeLog(label?: string, ...values: readonly unknown[]): void;
	timeEnd(label?: string): void;
	trace(...values: readonly unknown[]): void;
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

declare function setImmediate<Parameters extends unknown[]>(
	callback: (...parameters: Parameters) => void,
	...parameters: Parameters
): Timer;
declare function clearImmediate(timer: Timer | undefined): void;

/** A copy of `value` that shares nothing with it. */
declare function structuredClone<T>(value: T): T;

declare class TextEncoder {
	readonly encoding: string;
	encode(text?: string): Uint8Array<ArrayBuffer>;
}

declare class TextDecoder {
	readonly encoding: string;
	decode(bytes?: Uint8Array): string;
}

declare class Event {
	readonly type: string;
	readonly cancelable: boolean;
	readonly defaultPrevented: boolean;
	readonly target: EventTarget | null;
	constructor(type: string, options?: { readonly cancelable?: boolean });
	preventDefault(): void;
	stopImmediatePropagation(): void;
}

declare type EventListener = ((event: Event) => void) | { handleEvent(event: Event): void };

declare class EventTarget {
	addEventListener(
		type: string,
		listener: EventListener | null,
		options?: { readonly once?: boolean },
	): void;
	removeEventListener(type: string, listener: EventListener | null): void;
	dispatchEvent(event: Event): boolean;
}

declare class AbortSignal extends EventTarget {
	readonly aborted: boolean;
	readonly reason: unknown;
	onabort: ((event: Event) => void) | null;
	throwIfAborted(): void;
}

declare class AbortController {
	readonly signal: AbortSignal;
	abort(reason?: unknown): void;
}
