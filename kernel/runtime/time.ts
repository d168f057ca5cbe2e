/** `kernel:time`: the machine's clock. */

import { setTimeout } from './timers.ts';

export { monotonicTicks, ticksPerSecond } from '../event/time.ts';
export { now as uptimeMs } from './timers.ts';

/** Resolves `delayMs` from now. */
export function sleep(delayMs: number): Promise<void> {
	return new Promise(resolve => {
		setTimeout(() => resolve(), delayMs);
	});
}
