/* The vector itself: mcause picks the slot, so that no instruction asks which interrupt it is. */
	.section .text.trap, "ax"
	.balign	256
	.globl	trapVector
	.option	push
	.option	norvc
trapVector:
	.rept	3
	j	exception
	.endr
	j	softwareEntry
	.rept	3
	j	exception
	.endr
	j	timerEntry
	.rept	3
	j	exception
	.endr
	j	externalEntry
	.option	pop

	.globl	exception
exception:
	li	t0, 0x100000
	li	t1, 101 << 16 | 0x3333
	sw	t1, 0(t0)
	j	exception
