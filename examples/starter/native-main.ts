'use native';

/** All of the app without a runtime: `main` sleeps until the handler in clock.ts has posted an event. */

import { nextReadyLine, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import { never } from 'native:time';
import { ringCount, startClock } from './clock.ts';

/** The result is the machine's exit status. */
export function main(): i32 {
	if (!startClock()) return 1;
	while (ringCount() < 5) {
		waitForEvent(never);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) {
			if (takeEvents(u32(line)) > 0) print('the clock rang, {} times so far\n', ringCount());
		}
	}
	return 0;
}
