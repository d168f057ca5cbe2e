#include "handlers.h"

struct clock {
	uint64_t now;
};

enum { lines = 32 };

static _Thread_local struct {
	uint64_t total, lastSeen, longestGap;
	uint32_t byLine[lines];
} counters;

size_t countersAddressC(void) { return (size_t)&counters; }

void hartCountersC(uint64_t irq)
{
	uint64_t now = DEVICE(struct clock)->now;
	uint64_t gap = now - counters.lastSeen;

	if (gap > counters.longestGap)
		counters.longestGap = gap;
	counters.lastSeen = now;
	counters.total++;
	if (irq < lines)
		counters.byLine[irq]++;
}
