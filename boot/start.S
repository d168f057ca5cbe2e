/*
 * Reset: every hart enters here at once, in M-mode, with the device tree's address in a1; hart 0
 * boots, the others wait for `hartsReleased`. Whatever traps before a hart owns its stacks ends the
 * machine in `earlyTrap`: nothing here hangs in silence.
 *
 * [PRIV] "Reset", [PSABI] "Register Convention".
 */
	.equ	maxHarts, 8

	.section .text.boot, "ax"
	.globl	_start
_start:
	la	t0, earlyTrap
	csrw	mtvec, t0
	csrw	mie, zero
	.option	push
	.option	norelax				/* gp cannot be found by way of itself */
	la	gp, __global_pointer$
	.option	pop
	csrr	s0, mhartid
	li	t0, maxHarts
	bgeu	s0, t0, park			/* hart 0 sees it in the device tree, and says so */
	bnez	s0, waitForRelease

	la	sp, bootStackTop		/* early in the image: there even if memory is small */
	mv	a0, a1
	call	checkMachine			/* before anything else is written to memory */
	la	a0, bssStart
	la	a1, bssEnd
	call	clearMemory
	j	enterKernel

park:	wfi
	j	park

waitForRelease:
	csrwi	mie, 1 << 3			/* MSIE: a software interrupt ends wfi; MIE stays 0 */
	la	t1, hartsReleased
1:	wfi
	lw	t0, 0(t1)
	beqz	t0, 1b
	fence	r, rw				/* pairs with the release in kernel/sync/gate.ts */

enterKernel:
	la	tp, tlsBlocks
	la	t0, tlsBlocksEnd
	sub	t0, t0, tp
	srli	t0, t0, 3			/* by maxHarts */
	mul	t0, t0, s0
	add	tp, tp, t0
	la	t0, tlsDataStart
	la	t1, tlsDataEnd
	mv	t2, tp
	j	2f
1:	ld	t3, 0(t0)
	sd	t3, 0(t2)
	addi	t0, t0, 8
	addi	t2, t2, 8
2:	bltu	t0, t1, 1b

	la	sp, stacksStart			/* ordinary stacks: those of high harts lie low */
	li	t0, maxHarts
	sub	t0, t0, s0
	la	t1, secondStacks
	sub	t1, t1, sp
	mul	t0, t0, t1
	add	sp, sp, t0
	call	clearHartLocals
	mv	a0, s0
	beqz	s0, 1f
	call	hartMain			/* never returns */

1:	la	sp, ordinaryStackTop
	call	kernelMain
	li	t0, 1 << 13			/* mstatus.FS: hart 0 alone has floating point */
	csrs	mstatus, t0
	fscsr	zero
	call	main
	call	kernelExit			/* never returns */

	.balign	4
earlyTrap:
	la	t0, 1f
	csrw	mtvec, t0
	la	sp, bootStackTop
	call	reportEarlyTrap			/* never returns */
	.balign	4
1:	li	t0, 0x100000			/* not even that works: the test finisher, status 101 */
	li	t1, 101 << 16 | 0x3333
	sw	t1, 0(t0)
	j	1b
