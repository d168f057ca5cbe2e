/*
 * The trap vector. An interrupt saves the seven registers that native code may clobber
 * (docs/decisions/0001-register-convention.md) on the hart's interrupt stack and calls the native
 * dispatcher; an exception saves everything on the hart's exception stack.
 *
 * Outside of interrupts mscratch holds the address of the hart's interrupt frame, within one the
 * interrupted sp: one csrrw switches stacks, both ways. mepc and mstatus are not saved: interrupts
 * do not nest, and an exception inside of one never returns.
 *
 * [PRIV] "Machine Trap-Vector Base-Address (mtvec) Register", "Machine Scratch (mscratch) Register".
 */
	/* The interrupt frame: interruptFrameSize in kernel/arch/riscv64/stacks.ts. */
	.macro	transfer op, base
	\op	ra, 0\base
	\op	t0, 8\base
	\op	t1, 16\base
	\op	a0, 24\base
	\op	a1, 32\base
	\op	a2, 40\base
	\op	a3, 48\base
	.endm

	.macro	enterInterrupt name
	.globl	\name
	.type	\name, @function
\name:
	.cfi_startproc
	.cfi_signal_frame			/* the caller is the interrupted code: kernel/trap/unwind.ts */
	.cfi_return_column mepc			/* this and the rest is for gdb */
	csrrw	sp, mscratch, sp
	.cfi_register sp, mscratch
	transfer sd, (sp)
	transfer .cfi_offset
	.endm

	.macro	leaveInterrupt name
	transfer ld, (sp)
	csrrw	sp, mscratch, sp
	mret
	.cfi_endproc
	.size	\name, . - \name
	.endm

	.cfi_sections .debug_frame
	.section .text.trap, "ax"
	.balign	256
	.globl	trapVector
	.option	push
	.option	norvc				/* each entry has four bytes */
trapVector:
	.rept	3				/* 0: exceptions; the rest is not enabled, and panics */
	j	exceptionVector
	.endr
	j	softwareEntry			/* 3: machine software interrupt */
	.rept	3
	j	exceptionVector
	.endr
	j	timerEntry			/* 7: machine timer interrupt */
	.rept	3
	j	exceptionVector
	.endr
	j	externalEntry			/* 11: machine external interrupt */
	.rept	4
	j	exceptionVector
	.endr
	.option	pop

	enterInterrupt softwareEntry
	call	dispatchSoftware
	ld	t0, %tprel_lo(localCounts + 8 * 3)(tp)
	addi	t0, t0, 1
	sd	t0, %tprel_lo(localCounts + 8 * 3)(tp)
	leaveInterrupt softwareEntry

	enterInterrupt timerEntry
	call	dispatchTimer
	ld	t0, %tprel_lo(localCounts + 8 * 7)(tp)
	addi	t0, t0, 1
	sd	t0, %tprel_lo(localCounts + 8 * 7)(tp)
	leaveInterrupt timerEntry

	enterInterrupt externalEntry
	call	dispatchExternal
	call	completeExternal
	leaveInterrupt externalEntry

	/* No register is free yet, so sp waits in a hart-local word. TrapFrame: kernel/trap/frame.ts. */
	.type	exceptionVector, @function
exceptionVector:
	.cfi_startproc
	.cfi_undefined ra			/* the panic's backtrace begins at the frame's mepc */
	sd	sp, %tprel_lo(interruptedSp)(tp)
	ld	sp, %tprel_lo(exceptionFrame)(tp)
	.irp	n, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31
	sd	x\n, 8 * \n(sp)
	.endr
	ld	t0, %tprel_lo(interruptedSp)(tp)
	csrr	t1, mepc
	csrr	t2, mcause
	csrr	t3, mtval
	csrr	t4, mstatus
	sd	t0, 8 * 2(sp)
	sd	t1, 0(sp)
	sd	t2, 256(sp)
	sd	t3, 264(sp)
	sd	t4, 272(sp)
	mv	a0, sp
	call	exceptionEntry
	ld	t0, 0(sp)			/* the handler may have moved mepc, and any register */
	csrw	mepc, t0
	.irp	n, 1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 2
	ld	x\n, 8 * \n(sp)
	.endr
	mret
	.cfi_endproc
	.size	exceptionVector, . - exceptionVector
