/* The C twin of bench/apps/hello: printf of the same C library that ordinary code is linked with. */
#include "table.h"
#include <stdio.h>

#define UART(offset) (*(volatile uint8_t *)(0x10000000 + (offset)))

Slot localHandlers[16];
Slot externalHandlers[1024];

static int put(char byte, FILE *file)
{
	(void)file;
	while (!(UART(5) & 0x20))
		;
	UART(0) = byte;
	return byte;
}

static FILE uart = FDEV_SETUP_STREAM(put, NULL, NULL, _FDEV_SETUP_WRITE);
FILE *const stdout = &uart;

int main(void)
{
	printf("%s\n", "hello");
	return 0;
}
