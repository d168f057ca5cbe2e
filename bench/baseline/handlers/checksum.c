#include "handlers.h"

struct descriptor {
	uint64_t address;
	uint32_t length;
};

enum { longest = 256 };

struct {
	uint32_t checksum, malformed;
} checksumStateC;

void packetChecksumC(uint64_t irq)
{
	volatile struct descriptor *received = DEVICE(struct descriptor);
	const uint8_t *packet = (const uint8_t *)received->address;
	uint32_t length = received->length;
	uint32_t hash = 0x811c9dc5;

	if (length > longest) {
		checksumStateC.malformed++;
		return;
	}
	for (const uint8_t *byte = packet, *end = byte + length; byte < end; byte++)
		hash = (hash ^ *byte) * 0x01000193;
	checksumStateC.checksum = hash;
}
