'use native';

/** What the kernel does where QEMU is not as the manuals say (docs/qemu.md). A letter from the console says what. */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { print } from 'native:format';
import { callAllHarts, startProgram } from 'native:harts';
import {
	disable,
	enable,
	interruptCount,
	type LineStatus,
	register,
	registerLocal,
	setThreshold,
	status,
	synchronize,
} from 'native:irq';
import { hartCount } from 'native:machine';
import { layout, zeroed } from 'native:memory';
import { mmio, type ReadWrite, type WriteOnly } from 'native:mmio';
import { monotonicTicks } from 'native:time';
import { uartIrq } from 'native:uart';
import { LocalInterrupt } from '../../../../kernel/arch/riscv64/csr.ts';
import { currentHart } from '../../../../kernel/arch/riscv64/hart.ts';
import {
	disableInterrupts,
	disableLocalInterrupt,
	enableLocalInterrupt,
	restoreInterrupts,
} from '../../../../kernel/arch/riscv64/interrupts.ts';
import { machineContext, plic } from '../../../../kernel/platform/qemu-virt.ts';
import { readByte, readNumber } from '../read-console.ts';

const line = 50; // no device raises it
const moment = 20_000; // ticks: 2 ms
const handled = atomic<u64>(0);
const rang = atomic<u64>(0);
const running = atomic<u32>(0);
const seen = atomic<u32>(0); // the threshold that hart 1 sees

function count(): void {
	fetchAdd(handled, 1, 'release');
}

function onTimer(): void {
	disableLocalInterrupt(LocalInterrupt.timer);
	fetchAdd(rang, 1, 'relaxed');
}

/** Prints lines of 62 bytes, numbered. Runs: on every hart. */
function talk(lines: usize): void {
	for (let number: usize = 1; number <= lines; number += 1) {
		print(
			'hart {} line {}: ..............................................\n',
			currentHart(),
			number,
		);
	}
	fetchAdd(running, u32(-1), 'release');
}

function talkTogether(lines: usize): void {
	const harts = usize(hartCount());
	store(running, hartCount(), 'relaxed');
	for (let hart: usize = 1; hart < harts; hart += 1) startProgram(hart, talk, lines);
	talk(lines);
	while (load(running, 'acquire') !== 0) {}
}

/** The line is masked while the test pulses it, and every hart may take it afterwards. */
function latch(): void {
	register(line, count);
	for (let hart: usize = 0; hart < usize(hartCount()); hart += 1) enable(line, hart);
	disable(line);
	print('masked\n');
	readByte();
	const before = load(handled, 'relaxed');
	enable(line, 0);
	while (load(handled, 'acquire') === 0) {}
	synchronize();
	print('{} before, {} after\n', before, load(handled, 'relaxed'));
	print('enabled\n');
	readByte();
	synchronize();
	let dispatched: u64 = 0;
	let empty: u64 = 0;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) {
		dispatched += interruptCount(hart, line);
		empty += interruptCount(hart, 0);
	}
	print('{} dispatched, {} handled\n', dispatched, load(handled, 'relaxed'));
	print('claims that found nothing: {}\n', empty > 0);
}

function listen(): void {
	enableLocalInterrupt(LocalInterrupt.timer);
}

/** Nobody has set a deadline on any hart; then the timer's interrupt is let through. */
function listenToTimers(): void {
	registerLocal(LocalInterrupt.timer, onTimer);
	callAllHarts(listen, 0);
	const end = monotonicTicks() + moment;
	while (monotonicTicks() < end) {}
	synchronize();
	print('{} timers rang\n', load(rang, 'relaxed'));
}

/** Runs: on hart 1, outside of interrupts: it does not answer until it sees how it is held. */
function resist(): void {
	const previous = disableInterrupts();
	store(running, 1, 'release');
	const registers = plic.contextRegisters(machineContext(1));
	while (registers.threshold.read() === 2) {}
	store(seen, registers.threshold.read(), 'relaxed');
	restoreInterrupts(previous);
	store(running, 2, 'release');
}

function hold(): void {
	setThreshold(1, 2);
	startProgram(1, resist, 0);
	while (load(running, 'acquire') === 0) {}
	synchronize();
	while (load(running, 'acquire') !== 2) {}
	const after = plic.contextRegisters(machineContext(1)).threshold.read();
	print('threshold {} while it was waited for, {} after\n', load(seen, 'relaxed'), after);
}

interface UartRegisters {
	data: ReadWrite<u8>;
	interruptEnable: ReadWrite<u8>;
	fifoControl: WriteOnly<u8>;
}

layout<UartRegisters>({ data: 0, interruptEnable: 1, fifoControl: 2 });

const fifo = 0xc1; // on, and an interrupt for each 14 bytes

/** As after a firmware that has left the FIFO on: one interrupt takes out all that it holds. */
function drain(): void {
	disable(uartIrq);
	mmio<UartRegisters>(0x1000_0000).fifoControl.write(fifo);
	const before = interruptCount(0, uartIrq);
	const now = zeroed<LineStatus>();
	print('listening\n');
	do {
		status(uartIrq, now);
	} while (!now.isPending);
	enable(uartIrq, 0);
	const end = monotonicTicks() + moment;
	while (monotonicTicks() < end) {}
	const interrupts = interruptCount(0, uartIrq) - before;
	let bytes: u32 = 0;
	while (readConsoleByte() >= 0) bytes += 1;
	print('{} bytes in {} interrupts\n', bytes, interrupts);
}

export function main(): i32 {
	openConsoleInput();
	print('ready\n');
	const letter = readByte();
	const number = readNumber();
	if (letter === 0x74) talkTogether(number); // t
	if (letter === 0x6c) latch(); // l
	if (letter === 0x6d) listenToTimers(); // m
	if (letter === 0x68) hold(); // h
	if (letter === 0x66) drain(); // f
	print('over\n');
	return 0;
}
