/* What the ten handlers share: devices in memory at a fixed address, and accesses with an ordering. */
#ifndef HANDLERS_H
#define HANDLERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DEVICE(type) ((volatile type *)0x86000000)

#define READ_ONCE(x) (*(const volatile __typeof__(x) *)&(x))
#define WRITE_ONCE(x, value) (*(volatile __typeof__(x) *)&(x) = (value))

#define acquireFence() __asm__ volatile("fence r,rw" ::: "memory")

/* gcc 12 compiles an atomic store to an amoswap; a fence and a store are as good, and cheaper. */
#define loadAcquire(x)                                                                             \
	({                                                                                         \
		__typeof__(x) loaded = READ_ONCE(x);                                               \
		acquireFence();                                                                    \
		loaded;                                                                            \
	})
#define storeRelease(x, value)                                                                     \
	do {                                                                                       \
		__asm__ volatile("fence rw,w" ::: "memory");                                       \
		WRITE_ONCE(x, value);                                                              \
	} while (0)

#endif
