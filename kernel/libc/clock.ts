'use native';

/** The clocks behind `Date` and the C library: the time of day, and the time since power-on. */

import { exportSymbol } from 'native:link';
import { layout, type Ptr } from 'native:memory';
import { monotonicTicks, ticksPerSecond } from '../event/time.ts';
import { rtc } from '../platform/qemu-virt.ts';

interface TimeSpec {
	seconds: i64;
	nanoseconds: i64;
}

layout<TimeSpec>({ seconds: 0, nanoseconds: 8 });

const realTime = 1; // CLOCK_REALTIME
const nanosecondsPerSecond = 1_000_000_000;

/** [POSIX] "clock_getres". */
function clock_gettime(clock: i32, time: Ptr<TimeSpec>): i32 {
	if (clock === realTime) {
		const now = rtc.readNanoseconds();
		time.seconds = i64(now / nanosecondsPerSecond);
		time.nanoseconds = i64(now % nanosecondsPerSecond);
		return 0;
	}
	const ticks = monotonicTicks();
	time.seconds = i64(ticks / ticksPerSecond());
	time.nanoseconds = i64((ticks % ticksPerSecond()) * (nanosecondsPerSecond / ticksPerSecond()));
	return 0;
}
exportSymbol('clock_gettime', clock_gettime);
