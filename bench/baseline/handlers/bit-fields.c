#include "handlers.h"

#define DONE (1u << 0)
#define FAILED (1u << 1)
#define KIND(status) ((status) >> 4 & 0x3)
#define LENGTH(status) ((status) >> 8 & 0x3fff)
#define URGENT (1u << 31)

enum { descriptors = 8 };

struct {
	uint64_t bytes;
	uint32_t failed, urgent;
	uint32_t byKind[4];
} frameCountsC;

void bitFieldDecodeC(uint64_t irq)
{
	volatile uint32_t *word = DEVICE(uint32_t);

	for (int i = 0; i < descriptors; i++, word++) {
		uint32_t status = *word;

		if (!(status & DONE))
			return;
		*word = 0;
		if (status & FAILED) {
			frameCountsC.failed++;
			continue;
		}
		if (status & URGENT)
			frameCountsC.urgent++;
		frameCountsC.byKind[KIND(status)]++;
		frameCountsC.bytes += LENGTH(status);
	}
}
