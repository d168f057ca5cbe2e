/*
 * What the best engineer gets with the standard ABI: vectored, sixteen registers, dispatched in
 * assembly: acquire load, null check, and for a device interrupt claim, bounds check and complete.
 */
	.equ	sourceCount, 1024
	.equ	plicContext, 0xc200000		/* context 0: hart 0 in M-mode */
	.equ	claimComplete, 4

	.macro	eachRegister operation
	\operation	ra, 0(sp)
	\operation	t0, 8(sp)
	\operation	t1, 16(sp)
	\operation	t2, 24(sp)
	\operation	a0, 32(sp)
	\operation	a1, 40(sp)
	\operation	a2, 48(sp)
	\operation	a3, 56(sp)
	\operation	a4, 64(sp)
	\operation	a5, 72(sp)
	\operation	a6, 80(sp)
	\operation	a7, 88(sp)
	\operation	t3, 96(sp)
	\operation	t4, 104(sp)
	\operation	t5, 112(sp)
	\operation	t6, 120(sp)
	.endm

	/* mscratch points at the frame itself, so that the stack is switched by one instruction. */
	.macro	enterInterrupt
	csrrw	sp, mscratch, sp
	eachRegister sd
	.endm

	.macro	leaveInterrupt
	eachRegister ld
	csrrw	sp, mscratch, sp
	mret
	.endm

	.macro	localInterrupt cause
	enterInterrupt
	ld	t1, localHandlers + 8 * \cause
	fence	r, rw				/* acquire: what the registering hart wrote is visible */
	beqz	t1, 1f
	li	a0, \cause
	jalr	t1
1:	leaveInterrupt
	.endm

#include "vector.h"
	.type	externalEntry, @function
externalEntry:
	enterInterrupt
	lui	t0, plicContext >> 12
	lwu	a0, claimComplete(t0)
	sd	a0, 128(sp)			/* the source, over the call */
	sltiu	t1, a0, sourceCount
	beqz	t1, 2f
1:	auipc	t1, %pcrel_hi(externalHandlers)
	slli	t2, a0, 3
	add	t1, t1, t2
	ld	t1, %pcrel_lo(1b)(t1)
	fence	r, rw
	beqz	t1, 2f
	jalr	t1
2:	lui	t0, plicContext >> 12
	ld	a0, 128(sp)
	sw	a0, claimComplete(t0)
	leaveInterrupt
	.size	externalEntry, . - externalEntry

	.type	softwareEntry, @function
softwareEntry:
	localInterrupt 3
	.size	softwareEntry, . - softwareEntry

	.type	timerEntry, @function
timerEntry:
	localInterrupt 7
	.size	timerEntry, . - timerEntry
