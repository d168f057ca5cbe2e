/** Waits three times for the alarm of the real-time clock, as for any other promise. */

import { once } from 'kernel:irq';
import { alarmIrq, openAlarm, setAlarm } from './alarm.ts';

async function main(): Promise<void> {
	if (!openAlarm()) throw new Error('Another handler has the interrupt of the clock');

	for (let delayMs = 50; delayMs <= 200; delayMs *= 2) {
		const startMs = performance.now();
		setAlarm(delayMs);
		await once(alarmIrq(), { timeout: 5000 });
		const passedMs = Math.round(performance.now() - startMs);
		console.log(`the alarm of ${delayMs} ms rang after ${passedMs} ms`);
	}
}

main();
