/** `kernel:irq`: interrupts as closures and promises in the event loop. */

import { addListener } from './listeners.ts';
import { clearTimeout, setTimeout } from './timers.ts';

/**
 * Calls `handler` in the event loop when interrupt `irq` has fired, with how often it fired since the
 * last call. The line is enabled; the result takes the handler back.
 */
export function on(irq: number, handler: (count: number) => void): () => void {
	return addListener(irq, handler);
}

/**
 * Waits for interrupt `irq` and gives how often it fired. With a `timeout` in milliseconds, the promise
 * rejects when that much time passes first.
 */
export function once(irq: number, options?: { readonly timeout?: number }): Promise<number> {
	const timeoutMs = options === undefined ? undefined : options.timeout;
	return new Promise((resolve, reject) => {
		let timer: number | undefined;
		const stop = addListener(irq, count => {
			stop();
			clearTimeout(timer);
			resolve(count);
		});
		if (timeoutMs === undefined) return;
		timer = setTimeout(() => {
			stop();
			reject(new Error(`Interrupt ${irq} did not fire within ${timeoutMs} ms`));
		}, timeoutMs);
	});
}

export {
	type LineCount,
	type LineHandler,
	type LineTimes,
	lineCounts,
} from './statistics.ts';
