/* The handler table as a C programmer writes it: C11 atomics, one word per slot. */
#ifndef TABLE_H
#define TABLE_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef void (*Handler)(uint64_t irq);
typedef _Atomic(Handler) Slot;

static inline bool slotRegister(Slot *slots, size_t size, size_t index, Handler handler)
{
	Handler empty = NULL;

	if (index >= size)
		return false;
	return atomic_compare_exchange_strong_explicit(&slots[index], &empty, handler,
						       memory_order_acq_rel, memory_order_relaxed);
}

static inline bool slotHandle(Slot *slots, size_t size, size_t index)
{
	Handler handler;

	if (index >= size)
		return false;
	handler = atomic_load_explicit(&slots[index], memory_order_acquire);
	if (!handler)
		return false;
	handler(index);
	return true;
}

static inline Handler slotUnregister(Slot *slots, size_t size, size_t index)
{
	if (index >= size)
		return NULL;
	return atomic_exchange_explicit(&slots[index], NULL, memory_order_acq_rel);
}

#endif
