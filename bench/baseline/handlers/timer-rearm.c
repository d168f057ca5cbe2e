#include "handlers.h"

struct timer {
	uint64_t deadline, now;
};

enum { period = 10000 };

struct {
	uint64_t deadline, ticks, missed;
} timerStateC;

void timerRearmC(uint64_t irq)
{
	volatile struct timer *timer = DEVICE(struct timer);
	uint64_t now = timer->now;

	timerStateC.ticks++;
	timerStateC.deadline += period;
	while (timerStateC.deadline <= now) {
		timerStateC.deadline += period;
		timerStateC.missed++;
	}
	timer->deadline = timerStateC.deadline;
}
