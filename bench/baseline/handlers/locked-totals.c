#include "handlers.h"

enum { mie = 1 << 3, patience = 64 };

_Thread_local uint64_t hart; /* visible, or gcc takes it for 0 */

struct {
	uint32_t holder, waiting;
	uint64_t packets, bytes;
} totalsC;

static inline bool tryLock(void)
{
	uint32_t nobody = 0;

	if (!__atomic_compare_exchange_n(&totalsC.holder, &nobody, (uint32_t)hart + 1, false,
					 __ATOMIC_RELAXED, __ATOMIC_RELAXED))
		return false;
	__asm__ volatile("fence r,iorw" ::: "memory");
	return true;
}

static __attribute__((noinline)) void waitForLock(void)
{
	if (READ_ONCE(totalsC.holder) == (uint32_t)hart + 1)
		__builtin_trap();
	for (int looks = patience; READ_ONCE(totalsC.waiting) && looks;)
		looks -= !READ_ONCE(totalsC.holder);
	__atomic_fetch_or(&totalsC.waiting, 1u << hart, __ATOMIC_RELAXED);
	while (READ_ONCE(totalsC.holder) || !tryLock())
		;
	__atomic_fetch_and(&totalsC.waiting, ~(1u << hart), __ATOMIC_RELAXED);
}

void lockedTotalsC(uint64_t irq)
{
	uint64_t status;

	__asm__ volatile("csrrci %0,mstatus,%1" : "=r"(status) : "K"(mie) : "memory");
	if (READ_ONCE(totalsC.waiting) || !tryLock())
		waitForLock();
	totalsC.packets++;
	totalsC.bytes += irq;
	__asm__ volatile("fence iorw,w" ::: "memory");
	WRITE_ONCE(totalsC.holder, 0);
	__asm__ volatile("csrs mstatus,%0" : : "r"(status & mie) : "memory");
}
