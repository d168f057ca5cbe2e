'use native';

/** The exceptions of `mcause`, by number and by name. [PRIV] "Machine Cause (mcause) Register" */

export enum Exception {
	instructionAccessFault = 1,
	illegalInstruction = 2,
	breakpoint = 3,
	loadAccessFault = 5,
	storeAccessFault = 7,
}

/** Set in `mcause` if the trap is an interrupt. */
export const interruptBit = 0x8000_0000_0000_0000;

/** The name of an exception as the manual has it. */
export function exceptionName(cause: usize): string {
	switch (cause) {
		case 0:
			return 'instruction address misaligned';
		case 1:
			return 'instruction access fault';
		case 2:
			return 'illegal instruction';
		case 3:
			return 'breakpoint';
		case 4:
			return 'load address misaligned';
		case 5:
			return 'load access fault';
		case 6:
			return 'store/AMO address misaligned';
		case 7:
			return 'store/AMO access fault';
		case 8:
			return 'environment call from U-mode';
		case 9:
			return 'environment call from S-mode';
		case 11:
			return 'environment call from M-mode';
		case 12:
			return 'instruction page fault';
		case 13:
			return 'load page fault';
		case 15:
			return 'store/AMO page fault';
		default:
			return 'exception of unknown cause';
	}
}
