# Switches between two contexts of coroutines (scripts/ordinary/include/ucontext.h has the layout).
#
# A context is what the standard ABI leaves to the callee: sp, ra, s0 to s11 and fs0 to fs11. `pc` is
# apart from `ra`, so that a fresh context starts with no caller and a backtrace ends there.

	.set S, 24
	.set FS, S + 12 * 8

	.section .text.context, "ax"
	.globl swapcontext
	.type swapcontext, @function
swapcontext:
	sd sp, 0(a0)
	sd ra, 8(a0)
	sd ra, 16(a0)
	.irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
	sd s\n, S + 8 * \n(a0)
	fsd fs\n, FS + 8 * \n(a0)
	.endr
	mv a0, a1

	.globl setcontext
	.type setcontext, @function
setcontext:
	ld sp, 0(a0)
	ld ra, 8(a0)
	ld t0, 16(a0)
	.irp n, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11
	ld s\n, S + 8 * \n(a0)
	fld fs\n, FS + 8 * \n(a0)
	.endr
	li a0, 0
	jr t0
