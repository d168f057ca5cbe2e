#include "handlers.h"

struct uart {
	uint8_t data, interruptEnable, interruptIdentity, lineControl, modemControl, lineStatus;
};

enum { dataReady = 1 << 0, fifoBytes = 16, ringBytes = 256 };

struct ring {
	size_t written;
	size_t taken;
	uint64_t lost;
	uint8_t bytes[ringBytes];
} uartStateC;

static inline bool put(struct ring *ring, uint8_t byte)
{
	size_t at = READ_ONCE(ring->written);

	if (at - READ_ONCE(ring->taken) >= ringBytes) { /* the byte is stored behind this branch: ring.ts */
		WRITE_ONCE(ring->lost, READ_ONCE(ring->lost) + 1);
		return false;
	}
	ring->bytes[at % ringBytes] = byte;
	storeRelease(ring->written, at + 1);
	return true;
}

void uartReceiveC(uint64_t irq)
{
	volatile struct uart *uart = DEVICE(struct uart);

	for (int i = 0; i < fifoBytes && (uart->lineStatus & dataReady); i++)
		put(&uartStateC, uart->data);
}
