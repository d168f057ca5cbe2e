#include "handlers.h"

enum { entries = 16 };

struct {
	size_t tail;
	uint64_t lost;
	struct {
		size_t sequence;
		size_t event;
	} entries[entries];
} eventQueueC;

void ringEnqueueC(uint64_t irq)
{
	for (;;) {
		size_t at = READ_ONCE(eventQueueC.tail);
		__typeof__(&eventQueueC.entries[0]) entry = &eventQueueC.entries[at % entries];
		intptr_t distance = loadAcquire(entry->sequence) - at;

		if (distance < 0) {
			WRITE_ONCE(eventQueueC.lost, READ_ONCE(eventQueueC.lost) + 1);
			return;
		}
		if (distance > 0 ||
		    !__atomic_compare_exchange_n(&eventQueueC.tail, &at, at + 1, false,
						 __ATOMIC_RELAXED, __ATOMIC_RELAXED))
			continue;
		entry->event = irq;
		storeRelease(entry->sequence, at + 1);
		return;
	}
}
