'use native';

/**
 * What `make bench` counts: each operation of the handler table once, not inlined, and one interrupt
 * of each kind. bench/baseline/kernel.c is the same in C, line for line.
 *
 * Each window between two reads of `minstret` is reported, so that the guest's own count can be
 * compared with that of QEMU's log.
 */

import { asm } from 'native:asm';
import { atomic, load } from 'native:atomic';
import { consoleWrite, writeDecimal } from 'native:console';
import { readCsr, setCsr } from 'native:csr';
import { type Handler, HandlerTable } from 'native:handler-table';
import {
	enable,
	register,
	registerShared,
	registerWithData,
	unregister,
	unregisterShared,
} from 'native:irq';
import { layout } from 'native:memory';
import { mmio, type ReadOnly, type ReadWrite } from 'native:mmio';
import { clint, uartIrq } from '../../../kernel/platform/qemu-virt.ts';
import { localHandlers } from '../../../kernel/trap/tables.ts';

interface UartRegisters {
	data: ReadWrite<u8>;
	interruptEnable: ReadWrite<u8>; // bit 1: interrupt while the transmitter is empty
	interruptIdentity: ReadOnly<u8>; // a read takes the interrupt back
}

layout<UartRegisters>({ data: 0, interruptEnable: 1, interruptIdentity: 2 });

const uart = mmio<UartRegisters>(0x1000_0000);
/** The causes of local interrupts, and their bits in `mie`. */
const software = 3;
const timer = 7;
const external = 11;
const never: u64 = ~0;
const tableSize = 64;
const table = new HandlerTable(64);

function emptyHandler(): void {}

function softwareHandler(): void {
	clint.clearSoftware(0);
}

function timerHandler(): void {
	clint.setDeadline(0, never);
}

function externalHandler(): void {
	uart.interruptEnable.write(0);
	uart.interruptIdentity.read();
}

/** With all other lines registered as well. */
function lonelyHandler(): void {
	uart.interruptIdentity.read();
	uart.interruptEnable.write(0);
}

function dataHandler(_irq: usize, data: usize): void {
	uart.interruptEnable.write(u8(data));
	uart.interruptIdentity.read();
}

// Each has a body of its own, or gcc would make one function of them.
function firstOfTwo(_irq: usize, data: usize): boolean {
	uart.interruptEnable.write(u8(data));
	uart.interruptIdentity.read();
	return true;
}
function secondOfTwo(_irq: usize, data: usize): boolean {
	return data === 2;
}
function firstOfFour(_irq: usize, data: usize): boolean {
	uart.interruptIdentity.read();
	uart.interruptEnable.write(u8(data));
	return true;
}
function secondOfFour(_irq: usize, data: usize): boolean {
	return data === 3;
}
function thirdOfFour(_irq: usize, data: usize): boolean {
	return data === 4;
}
function fourthOfFour(_irq: usize, data: usize): boolean {
	return data === 5;
}

function registerOperation(index: usize, handler: Handler): boolean {
	return table.registerHandler(index, handler);
}

function handleOperation(index: usize): boolean {
	return table.handle(index);
}

function unregisterOperation(index: usize): Handler | null {
	return table.unregisterHandler(index);
}

/** In memory, so that gcc knows nothing of the callee and inlines nothing. */
const registerCell = atomic<(index: usize, handler: Handler) => boolean>(registerOperation);
const handleCell = atomic<(index: usize) => boolean>(handleOperation);
const unregisterCell = atomic<(index: usize) => Handler | null>(unregisterOperation);

function report(id: string, before: usize, after: usize): void {
	consoleWrite(id);
	consoleWrite(' ');
	writeDecimal(u64(after - before));
	consoleWrite('\n');
}

function measureRegister(id: string, index: usize): void {
	const operation = load(registerCell, 'relaxed');
	const before = readCsr('minstret');
	operation(index, emptyHandler);
	report(id, before, readCsr('minstret'));
}

function measureHandle(id: string, index: usize): void {
	const operation = load(handleCell, 'relaxed');
	const before = readCsr('minstret');
	operation(index);
	report(id, before, readCsr('minstret'));
}

function measureUnregister(id: string, index: usize): void {
	const operation = load(unregisterCell, 'relaxed');
	const before = readCsr('minstret');
	operation(index);
	report(id, before, readCsr('minstret'));
}

/** Long enough for the interrupt to be taken inside the window. */
function pause(): void {
	for (let turn: u32 = 0; turn < 32; turn += 1) asm('nop');
}

function measureExternal(id: string): void {
	const before = readCsr('minstret');
	uart.interruptEnable.write(1 << 1);
	pause();
	report(id, before, readCsr('minstret'));
}

function measureTraps(): void {
	localHandlers.unregisterHandler(software); // the kernel's own
	localHandlers.unregisterHandler(timer);
	localHandlers.registerHandler(software, softwareHandler);
	localHandlers.registerHandler(timer, timerHandler);
	register(uartIrq, externalHandler);
	enable(uartIrq, 0);
	clint.setDeadline(0, never);
	setCsr('mie', (1 << software) | (1 << timer) | (1 << external));
	setCsr('mstatus', 1 << 3); // MIE

	let before = readCsr('minstret');
	clint.raiseSoftware(0);
	pause();
	report('trap.software', before, readCsr('minstret'));

	before = readCsr('minstret');
	clint.setDeadline(0, 0);
	pause();
	report('trap.timer', before, readCsr('minstret'));

	measureExternal('trap.external');
	unregister(uartIrq);

	register(uartIrq, lonelyHandler);
	for (let line: usize = 1; line < 1024; line += 1) register(line, emptyHandler); // all others
	measureExternal('trap.lines1023');
	unregister(uartIrq);

	registerWithData(uartIrq, dataHandler, 0);
	measureExternal('trap.data');
	unregister(uartIrq);

	registerShared(uartIrq, firstOfTwo, 0);
	registerShared(uartIrq, secondOfTwo, 0);
	measureExternal('trap.shared2');
	unregisterShared(uartIrq, firstOfTwo, 0);
	unregisterShared(uartIrq, secondOfTwo, 0);

	registerShared(uartIrq, firstOfFour, 0);
	registerShared(uartIrq, secondOfFour, 0);
	registerShared(uartIrq, thirdOfFour, 0);
	registerShared(uartIrq, fourthOfFour, 0);
	measureExternal('trap.shared4');
}

export function main(): i32 {
	report('boot.first-byte', 0, readCsr('minstret'));
	measureRegister('table.register.ok', 1);
	measureRegister('table.register.taken', 1);
	measureHandle('table.handle.hit', 1);
	measureHandle('table.handle.miss', 2);
	measureHandle('table.handle.bounds', tableSize);
	measureUnregister('table.unregister.hit', 1);
	measureUnregister('table.unregister.empty', 1);
	measureTraps();
	return 0;
}
