#include "handlers.h"

enum { hasNext = 1 << 0, isWritten = 1 << 1, tableSize = 32 };

struct descriptor {
	uint64_t address;
	uint32_t length;
	uint16_t flags, next;
};

struct area {
	uint16_t head, reserved[7];
	struct descriptor table[tableSize];
};

struct {
	uint64_t readable, writable, malformed;
} chainStateC;

void descriptorChainC(uint64_t irq)
{
	struct area *area = (struct area *)DEVICE(struct area);
	uint64_t readable = 0, writable = 0;
	uint32_t index = READ_ONCE(area->head);

	for (int links = 0; links < tableSize && index < tableSize; links++) {
		const struct descriptor *descriptor = &area->table[index];

		if (descriptor->flags & isWritten)
			writable += descriptor->length;
		else
			readable += descriptor->length;
		if (!(descriptor->flags & hasNext)) {
			chainStateC.readable += readable;
			chainStateC.writable += writable;
			return;
		}
		index = descriptor->next;
	}
	chainStateC.malformed++;
}
