/** The half that runs in the event loop: ordinary TypeScript, woken by the handler in clock.ts. */

import { on } from 'kernel:irq';
import { clockLine, ringCount, startClock } from './clock.ts';

if (!startClock()) throw new Error('Another handler has the interrupt of the clock');

const stop = on(clockLine(), () => {
	console.log(`the clock rang, ${ringCount()} times so far`);
	// Nothing is left to wait for after this, so the machine powers off with status 0.
	if (ringCount() >= 5) stop();
});
