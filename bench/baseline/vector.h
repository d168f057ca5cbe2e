/*
 * The vector itself: mcause picks the slot, so that no instruction asks which interrupt it is. The
 * including file puts `externalEntry` first, which is where the vector's slot 11 lies.
 */
	.section .text, "ax"
	.globl	exception
exception:
	li	t0, 0x100000
	li	t1, 101 << 16 | 0x3333
	sw	t1, 0(t0)
	j	exception

	.section .text.trap, "ax"
	.balign	256
	.globl	trapVector, softwareEntry, timerEntry, externalEntry
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
	.option	pop				/* 11, the last one, begins right here */
