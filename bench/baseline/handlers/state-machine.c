#include "handlers.h"

enum { end = 0xc0, escape = 0xdb, escapedEnd = 0xdc, escapedEscape = 0xdd };
enum state { data, escaped, overflow };

struct source {
	uint32_t count;
	uint8_t bytes[64];
};

struct {
	uint32_t state, length, frames, dropped;
	uint8_t buffer[24];
} decoderC;

static inline void append(uint8_t byte)
{
	if (decoderC.length >= sizeof decoderC.buffer) {
		decoderC.state = overflow;
		return;
	}
	decoderC.buffer[decoderC.length++] = byte;
	decoderC.state = data;
}

static inline void endFrame(void)
{
	if (decoderC.state == data)
		decoderC.frames++;
	else
		decoderC.dropped++;
	decoderC.length = 0;
	decoderC.state = data;
}

static inline void decode(uint8_t byte)
{
	if (byte == end) {
		endFrame();
		return;
	}
	switch (decoderC.state) {
	case data:
		if (byte == escape)
			decoderC.state = escaped;
		else
			append(byte);
		break;
	case escaped:
		if (byte == escapedEnd)
			append(end);
		else if (byte == escapedEscape)
			append(escape);
		else
			decoderC.state = overflow;
		break;
	case overflow:
		break;
	}
}

void stateMachineC(uint64_t irq)
{
	struct source *source = (struct source *)DEVICE(struct source);
	uint32_t count = READ_ONCE(source->count);

	if (count > sizeof source->bytes)
		return;
	for (const uint8_t *byte = source->bytes, *end = byte + count; byte < end; byte++)
		decode(*byte);
}
