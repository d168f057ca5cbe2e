#include "../table.h"
#include "handlers.h"

struct context {
	uint32_t claim, complete;
};

enum { sources = 16 };

struct {
	Slot handlers[sources];
	uint64_t unhandled;
} claimStateC;

void claimLoopC(uint64_t irq)
{
	volatile struct context *context = DEVICE(struct context);
	uint32_t source;

	while ((source = context->claim)) {
		if (!slotHandle(claimStateC.handlers, sources, source))
			claimStateC.unhandled++;
		context->complete = source;
	}
}
