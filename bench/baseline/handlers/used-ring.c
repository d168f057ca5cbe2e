#include "handlers.h"

enum { queueSize = 16 };

struct usedRing {
	uint16_t flags, index;
	struct {
		uint32_t id, length;
	} elements[queueSize];
};

struct {
	uint16_t lastUsed, freeHead, freeCount, broken;
	uint64_t bytes;
	uint16_t next[queueSize];
} queueC;

void usedRingWalkC(uint64_t irq)
{
	struct usedRing *used = (struct usedRing *)DEVICE(struct usedRing);

	while (queueC.lastUsed != READ_ONCE(used->index)) {
		uint32_t slot = queueC.lastUsed % queueSize;
		uint32_t id;

		acquireFence();
		id = used->elements[slot].id;
		if (id >= queueSize) {
			queueC.broken++;
			return;
		}
		queueC.bytes += used->elements[slot].length;
		queueC.next[id] = queueC.freeHead;
		queueC.freeHead = id;
		queueC.freeCount++;
		queueC.lastUsed++;
	}
}
