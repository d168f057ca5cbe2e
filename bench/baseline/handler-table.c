/* The C twin of examples/handler-table: the smallest native image, written by hand. */
#include "table.h"

#define UART(offset) (*(volatile uint8_t *)(0x10000000 + (offset)))

enum { tableSize = 8 };

Slot localHandlers[16];
Slot externalHandlers[1024];
static Slot table[tableSize];

static void putText(const char *text)
{
	for (; *text; text++) {
		while (!(UART(5) & 0x20))
			;
		UART(0) = *text;
	}
}

static void event0(uint64_t irq) { putText("Hello, event 0!\n"); }

static void event1(uint64_t irq) { putText("Hello, event 1!\n"); }

int main(void)
{
	Handler handler;

	slotRegister(table, tableSize, 0, event0);
	slotRegister(table, tableSize, 1, event1);
	if (!slotHandle(table, tableSize, 0) || slotHandle(table, tableSize, 2))
		return 1;
	if (slotUnregister(table, tableSize, 2))
		return 1;
	handler = slotUnregister(table, tableSize, 1);
	if (!handler)
		return 1;
	handler(1);
	return slotHandle(table, tableSize, 1);
}
