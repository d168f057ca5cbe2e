/* Reset: hart 0 alone; sets up what the C needs and calls it. */
	.section .text.boot, "ax"
	.globl	_start
	.type	_start, @function
_start:
	csrr	t0, mhartid
	bnez	t0, 2f
	.option	push
	.option	norelax
	la	gp, __global_pointer$
	.option	pop
	la	sp, stackTop
	la	t0, interruptStackTop - 144	/* room for one frame */
	csrw	mscratch, t0
	la	t0, trapVector
	ori	t0, t0, 1			/* vectored */
	csrw	mtvec, t0
	la	t0, bssStart
	la	t1, bssEnd
1:	sd	zero, 0(t0)
	addi	t0, t0, 8
	bltu	t0, t1, 1b
	call	main
	li	t0, 0x100000
	li	t1, 0x5555
	sw	t1, 0(t0)
2:	wfi
	j	2b
	.size	_start, . - _start
