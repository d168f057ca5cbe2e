'use native';

/**
 * From boot/start.S to the app: what each hart does before anything of the app runs, in order.
 *
 * Hart 0 runs `kernelMain`, then the app's `main`, then `kernelExit` with its status. The other harts
 * run `hartMain`, and after that what interrupts and other harts ask of them.
 */

import { exportSymbol } from 'native:link';
import { LocalInterrupt } from './arch/riscv64/csr.ts';
import { nameHart } from './arch/riscv64/hart.ts';
import { enableInterrupts, enableLocalInterrupt } from './arch/riscv64/interrupts.ts';
import { protectMemory } from './arch/riscv64/protection.ts';
import { installTrapVector } from './arch/riscv64/trap-state.ts';
import './platform/check-machine.ts';
import './platform/format.ts';
import { memoryEnd, poweroff } from './platform/machine.ts';
import { clint, lastSource, machineContext, plic } from './platform/qemu-virt.ts';
import { serveCalls } from './trap/calls.ts';
import { plicContext } from './trap/dispatch.ts';
import './trap/exception.ts';
import { goOnline, runPrograms, startHarts } from './trap/harts.ts';
import { initialiseTables, localHandlers } from './trap/tables.ts';

/** Makes this hart ready to take traps. Interrupts stay masked. */
function initialiseHart(hart: usize): void {
	nameHart(hart);
	installTrapVector(hart);
	protectMemory(hart, usize(memoryEnd()));
	initialiseTables();
	plic.resetContext(machineContext(hart), lastSource);
	plicContext.value = plic.contextRegisters(machineContext(hart));
	clint.setDeadline(hart, 0xffff_ffff_ffff_ffff); // it starts as 0, which is always due
	enableLocalInterrupt(LocalInterrupt.software);
	enableLocalInterrupt(LocalInterrupt.external);
}

function kernelMain(hart: usize): void {
	initialiseHart(hart);
	localHandlers.registerHandler(LocalInterrupt.software, serveCalls);
	startHarts();
	enableInterrupts();
}
exportSymbol('kernelMain', kernelMain);

function hartMain(hart: usize): never {
	initialiseHart(hart);
	goOnline();
	runPrograms();
}
exportSymbol('hartMain', hartMain);

function kernelExit(status: i32): never {
	poweroff(u32(status));
}
exportSymbol('kernelExit', kernelExit);
