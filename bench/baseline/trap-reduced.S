/*
 * The same with the kernel's register convention: native C leaves all but seven registers to the
 * callee, and gcc compiles the dispatchers.
 */

	.macro	eachRegister operation
	\operation	ra, 0(sp)
	\operation	t0, 8(sp)
	\operation	t1, 16(sp)
	\operation	a0, 24(sp)
	\operation	a1, 32(sp)
	\operation	a2, 40(sp)
	\operation	a3, 48(sp)
	.endm

	.macro	interrupt dispatcher
	csrrw	sp, mscratch, sp
	eachRegister sd
	call	\dispatcher
	eachRegister ld
	csrrw	sp, mscratch, sp
	mret
	.endm

#include "vector.h"
	.type	externalEntry, @function
externalEntry:
	interrupt dispatchExternal
	.size	externalEntry, . - externalEntry

	.type	softwareEntry, @function
softwareEntry:
	interrupt dispatchSoftware
	.size	softwareEntry, . - softwareEntry

	.type	timerEntry, @function
timerEntry:
	interrupt dispatchTimer
	.size	timerEntry, . - timerEntry
