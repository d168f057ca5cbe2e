/*
 * The trap vector. An interrupt saves the seven registers that native code may clobber
 * (docs/decisions/0001-register-convention.md) on the hart's interrupt stack and calls the native
 * dispatcher; an exception saves everything on the hart's exception stack.
 *
 * Outside of interrupts mscratch holds the address of the hart's interrupt frame, within one the
 * interrupted sp: one csrrw is the whole switch of stacks, in both directions.
 * mepc and mstatus are not saved: handlers run with interrupts masked, and an exception inside of
 * one never returns.
 *
 * [PRIV] "Machine Trap-Vector Base-Address (mtvec) Register", "Machine Scratch (mscratch) Register".
 */
	.equ	frameSize, 288			/* TrapFrame of kernel/trap/frame.ts, to 16 bytes */
	.equ	frameMcause, 256
	.equ	frameMtval, 264
	.equ	frameMstatus, 272
	.equ	softwareCount, localCounts + 8 * 3
	.equ	timerCount, localCounts + 8 * 7

	/* The interrupt frame: 64 bytes, interruptFrameSize in kernel/arch/riscv64/stacks.ts. */
	.macro	enterInterrupt
	csrrw	sp, mscratch, sp
	.cfi_startproc
	.cfi_signal_frame			/* a backtrace goes on in the interrupted code */
	.cfi_def_cfa sp, 64
	.cfi_register ra, mepc
	.cfi_register sp, mscratch
	sd	ra, 0(sp)			/* kernel/trap/backtrace.ts finds it here */
	sd	t0, 8(sp)
	sd	t1, 16(sp)
	sd	a0, 24(sp)
	sd	a1, 32(sp)
	sd	a2, 40(sp)
	sd	a3, 48(sp)
	.endm

	.macro	leaveInterrupt
	ld	ra, 0(sp)
	ld	t0, 8(sp)
	ld	t1, 16(sp)
	ld	a0, 24(sp)
	ld	a1, 32(sp)
	ld	a2, 40(sp)
	ld	a3, 48(sp)
	csrrw	sp, mscratch, sp
	mret
	.cfi_endproc
	.endm

	/* One more in a hart-local count. Expect: ld, addi, sd, since linker.ld keeps tp in reach. */
	.macro	count cell
	ld	t0, %tprel_lo(\cell)(tp)
	addi	t0, t0, 1
	sd	t0, %tprel_lo(\cell)(tp)
	.endm

	.cfi_sections .debug_frame
	.section .text.trap, "ax"
	.balign	256
	.globl	trapVector
	.option	push
	.option	norvc
trapVector:
	j	exceptionVector			/* 0: exceptions */
	j	exceptionVector			/* 1, 2: not enabled; mcause tells, and it panics */
	j	exceptionVector
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

	.globl	softwareEntry, timerEntry, externalEntry
	.type	softwareEntry, @function
softwareEntry:
	enterInterrupt
	call	dispatchSoftware
	count	softwareCount
	leaveInterrupt
	.size	softwareEntry, . - softwareEntry

	.type	timerEntry, @function
timerEntry:
	enterInterrupt
	call	dispatchTimer
	count	timerCount
	leaveInterrupt
	.size	timerEntry, . - timerEntry

	.type	externalEntry, @function
externalEntry:
	enterInterrupt
	call	dispatchExternal
	call	completeExternal
	leaveInterrupt
	.size	externalEntry, . - externalEntry

	/* No register is free yet, so the first sp goes to a hart-local word. */
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
	sd	t0, 8 * 2(sp)
	csrr	t0, mepc
	sd	t0, 0(sp)
	csrr	t0, mcause
	sd	t0, frameMcause(sp)
	csrr	t0, mtval
	sd	t0, frameMtval(sp)
	csrr	t0, mstatus
	sd	t0, frameMstatus(sp)
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
