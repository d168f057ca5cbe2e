'use native';

/** Shapes of the kernel's own functions: hart 0 registers and takes out, hart 1 takes interrupts. */

import { load, store } from 'native:atomic';
import {
	IrqResult,
	register,
	registerShared,
	registerWithData,
	synchronize,
	unregister,
	unregisterShared,
} from 'native:irq';
import { exportSymbol } from 'native:link';
import { addressFrom } from 'native:memory';
import { nameHart } from '../../../../kernel/arch/riscv64/hart.ts';
import { installTrapVector } from '../../../../kernel/arch/riscv64/trap-state.ts';
import { machineContext, plic } from '../../../../kernel/platform/qemu-virt.ts';
import { openInbox, serveCalls } from '../../../../kernel/trap/calls.ts';
import { plicContext } from '../../../../kernel/trap/dispatch.ts';
import { initialiseTables } from '../../../../kernel/trap/tables.ts';
import { handler, keep, look, prepare, saw, secondState, state } from './witness.ts';

const line = 9;
const data: usize = 5;

/** As `initialiseHart` of kernel/main.ts, without the devices. */
function kernelHart(hart: usize): u64 {
	nameHart(hart);
	installTrapVector(hart);
	initialiseTables();
	plicContext.value = plic.contextRegisters(machineContext(hart));
	return 0;
}
exportSymbol('kernelHart', kernelHart);

function kernelOpen(): u64 {
	openInbox();
	return 0;
}
exportSymbol('kernelOpen', kernelOpen);

function kernelServe(): u64 {
	serveCalls();
	return saw.value;
}
exportSymbol('kernelServe', kernelServe);

function kernelSaw(): u64 {
	return saw.value;
}
exportSymbol('kernelSaw', kernelSaw);

function dataHandler(_irq: usize, given: usize): void {
	saw.value = given === data ? look() : 1;
}

/** Its memory is its own until `synchronize` has returned; what it writes is there after that. */
function guest(): void {
	store(secondState, 1, 'relaxed');
	saw.value = load(state, 'relaxed') === 0 ? 2 : 1;
}

function sharedGuest(): boolean {
	guest();
	return true;
}

function kernelRegister(): u64 {
	prepare();
	return register(line, handler) === IrqResult.ok ? 2 : 1;
}
exportSymbol('kernelRegister', kernelRegister);

function kernelRegisterWithData(): u64 {
	prepare();
	return registerWithData(line, dataHandler, data) === IrqResult.ok ? 2 : 1;
}
exportSymbol('kernelRegisterWithData', kernelRegisterWithData);

function kernelGuest(): u64 {
	return register(line, guest) === IrqResult.ok ? 2 : 1;
}
exportSymbol('kernelGuest', kernelGuest);

function kernelSharedGuest(): u64 {
	return registerShared(line, sharedGuest, data) === IrqResult.ok ? 2 : 1;
}
exportSymbol('kernelSharedGuest', kernelSharedGuest);

/** Another one on the shared line, newer. */
function kernelSharedOther(): u64 {
	return registerShared(line, otherGuest, data) === IrqResult.ok ? 2 : 1;
}
exportSymbol('kernelSharedOther', kernelSharedOther);

function otherGuest(): boolean {
	return true;
}

/** Uses the handler's memory for something else, after `synchronize`. */
function reuse(): u64 {
	if (synchronize() !== IrqResult.ok) return 1;
	store(state, 1, 'relaxed');
	return load(secondState, 'relaxed');
}

function kernelRemove(): u64 {
	if (unregister(line) !== IrqResult.ok) return 9;
	return reuse();
}
exportSymbol('kernelRemove', kernelRemove);

function kernelRemoveShared(): u64 {
	if (unregisterShared(line, sharedGuest, data) !== IrqResult.ok) return 9;
	return reuse();
}
exportSymbol('kernelRemoveShared', kernelRemoveShared);

export function keepKernel(): void {
	keep(addressFrom(kernelHart));
	keep(addressFrom(kernelOpen));
	keep(addressFrom(kernelServe));
	keep(addressFrom(kernelSaw));
	keep(addressFrom(kernelRegister));
	keep(addressFrom(kernelRegisterWithData));
	keep(addressFrom(kernelGuest));
	keep(addressFrom(kernelSharedGuest));
	keep(addressFrom(kernelSharedOther));
	keep(addressFrom(kernelRemove));
	keep(addressFrom(kernelRemoveShared));
}
