/**
 * Sends back every byte it gets, whatever it is. The interrupt handler in echo.ts does it; a closure in
 * the event loop counts, and prints nothing while bytes may still come.
 *
 * An EOT (Ctrl-D) with silence behind it is the end: a byte like any other in the midst of others.
 */

import { on } from 'kernel:irq';
import { poweroff } from 'kernel:machine';
import { echoedCount, echoIrq, lastByte, startEcho } from './echo.ts';

const endOfTransmission = 4;
const silenceMs = 500;

let interrupts = 0;
let silence: Timer | undefined;

function end(): void {
	console.log(`\nuart-echo: ${echoedCount()} bytes, events of ${interrupts} interrupts`);
	poweroff(0);
}

console.log('uart-echo: ready');
if (!startEcho()) throw new Error('Another handler has the interrupt of the UART');

on(echoIrq(), count => {
	interrupts += count;
	clearTimeout(silence);
	silence = lastByte() === endOfTransmission ? setTimeout(end, silenceMs) : undefined;
});
