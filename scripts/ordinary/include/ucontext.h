/* Contexts of coroutines: kernel/libc/context.ts fills one, boot/context.S switches between two. */
#pragma once
#include <stddef.h>

typedef struct {
	unsigned long sp, ra, pc; /* boot/context.S knows these offsets */
	unsigned long s[12];
	double fs[12];
	struct {
		void *ss_sp;
		size_t ss_size;
	} uc_stack;
	void *uc_link;
} ucontext_t;

int getcontext(ucontext_t *context);
void makecontext(ucontext_t *context, void (*entry)(void), int count, ...);
int swapcontext(ucontext_t *from, const ucontext_t *to);
int setcontext(const ucontext_t *to);
