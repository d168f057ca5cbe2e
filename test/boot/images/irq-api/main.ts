'use native';

/** What each function of `native:irq` and `native:harts` answers to each misuse; a line for each that is wrong. */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { lockConsole, unlockConsole } from 'native:console';
import { print } from 'native:format';
import { callHart, leave, queueCall, startProgram } from 'native:harts';
import {
	disable,
	enable,
	IrqResult,
	LineKind,
	type LineStatus,
	register,
	registerException,
	registerLocal,
	registerShared,
	registerWithData,
	setAffinity,
	setPriority,
	setThreshold,
	status,
	synchronize,
	unregister,
	unregisterException,
	unregisterLocal,
	unregisterShared,
} from 'native:irq';
import { hartCount } from 'native:machine';
import { zeroed } from 'native:memory';
import { uartIrq } from 'native:uart';
import { lowerLine, raiseLine } from '../uart-line.ts';
import { check, expect, wrongAnswers } from './check.ts';
import { misuses } from './misuse.ts';
import { misusesOfOthers } from './other-harts.ts';

const line = 20; // no device raises it
const runs = atomic<u32>(0);
const received = atomic<usize>(0);

function ignore(): void {}
function take(_irq: usize, data: usize): void {
	lowerLine();
	store(received, data, 'relaxed');
	fetchAdd(runs, 1, 'release');
}
function share(_irq: usize, data: usize): boolean {
	return data !== 0;
}

function lines(): void {
	expect('register of 0', register(0, ignore), IrqResult.noSuchLine);
	expect('register of 1024', register(1024, ignore), IrqResult.noSuchLine);
	expect('registerWithData of 1024', registerWithData(1024, take, 1), IrqResult.noSuchLine);
	expect('registerShared of 0', registerShared(0, share, 1), IrqResult.noSuchLine);
	expect('unregister of 0', unregister(0), IrqResult.noSuchLine);
	expect('unregisterShared of 2000', unregisterShared(2000, share, 0), IrqResult.noSuchLine);
	expect('enable of 96', enable(96, 0), IrqResult.noSuchLine);
	expect('enable on hart 8', enable(line, 8), IrqResult.noSuchHart);
	expect('enable on hart 2^64 - 1', enable(line, 0xffff_ffff_ffff_ffff), IrqResult.noSuchHart);
	expect('disable of 96', disable(96), IrqResult.noSuchLine);
	expect('setPriority of 96', setPriority(96, 1), IrqResult.noSuchLine);
	expect('setPriority 0', setPriority(line, 0), IrqResult.outOfRange);
	expect('setPriority 8', setPriority(line, 8), IrqResult.outOfRange);
	expect('setThreshold 8', setThreshold(0, 8), IrqResult.outOfRange);
	expect('setThreshold on hart 8', setThreshold(8, 0), IrqResult.noSuchHart);
	expect('setAffinity of 96', setAffinity(96, 0), IrqResult.noSuchLine);
	expect('setAffinity to hart 8', setAffinity(line, 8), IrqResult.noSuchHart);
}

/** Moving a line does not unmask it. */
function masked(): void {
	const now = zeroed<LineStatus>();
	expect('setAffinity', setAffinity(line, 0), IrqResult.ok);
	expect('its status', status(line, now), IrqResult.ok);
	check('a line that was never enabled stays masked', now.isMasked && now.harts === 1);
	expect('enable', enable(line, 0), IrqResult.ok);
	expect('disable', disable(line), IrqResult.ok);
	expect('setAffinity again', setAffinity(line, 0), IrqResult.ok);
	expect('its status again', status(line, now), IrqResult.ok);
	check('a line that was disabled stays masked', now.isMasked && now.harts === 1);
}

function owners(): void {
	expect('unregister of nobody', unregister(line), IrqResult.notRegistered);
	expect('a handler', register(line, ignore), IrqResult.ok);
	expect('a second handler', register(line, ignore), IrqResult.taken);
	expect('one with data on top', registerWithData(line, take, 1), IrqResult.taken);
	expect('one that shares on top', registerShared(line, share, 1), IrqResult.taken);
	expect(
		'unregisterShared of a handler',
		unregisterShared(line, share, 1),
		IrqResult.notRegistered,
	);
	expect('unregister', unregister(line), IrqResult.ok);

	expect('one with data', registerWithData(line, take, 1), IrqResult.ok);
	expect('another with data', registerWithData(line, take, 2), IrqResult.taken);
	expect('one that shares with data', registerShared(line, share, 1), IrqResult.taken);
	expect('unregister of one with data', unregister(line), IrqResult.ok);

	expect('one that shares', registerShared(line, share, 1), IrqResult.ok);
	expect('another that shares', registerShared(line, share, 2), IrqResult.ok);
	expect('a handler on a shared line', register(line, ignore), IrqResult.taken);
	expect('unregister of a shared line', unregister(line), IrqResult.shared);
	expect('a share that is not there', unregisterShared(line, share, 3), IrqResult.notRegistered);
	expect('the first share', unregisterShared(line, share, 1), IrqResult.ok);
	expect('the same again', unregisterShared(line, share, 1), IrqResult.notRegistered);
	expect('the last share', unregisterShared(line, share, 2), IrqResult.ok);
	expect('a handler after shares', register(line, ignore), IrqResult.ok);
	expect('and its removal', unregister(line), IrqResult.ok);
}

function others(): void {
	expect('registerLocal of 3', registerLocal(3, ignore), IrqResult.noSuchCause);
	expect('registerLocal of 7', registerLocal(7, ignore), IrqResult.ok);
	expect('registerLocal twice', registerLocal(7, ignore), IrqResult.taken);
	expect('unregisterLocal of 11', unregisterLocal(11), IrqResult.noSuchCause);
	expect('unregisterLocal', unregisterLocal(7), IrqResult.ok);
	expect('unregisterLocal twice', unregisterLocal(7), IrqResult.notRegistered);
	expect('registerException of 24', registerException(24, ignore), IrqResult.noSuchCause);
	expect('registerException', registerException(8, ignore), IrqResult.ok);
	expect('registerException twice', registerException(8, ignore), IrqResult.taken);
	expect('unregisterException', unregisterException(8), IrqResult.ok);
	expect('unregisterException twice', unregisterException(8), IrqResult.notRegistered);
	expect('callHart of 8', callHart(8, ignore, 0), IrqResult.noSuchHart);
	expect('queueCall of 8', queueCall(8, ignore, 0), IrqResult.noSuchHart);
	expect('startProgram on hart 0', startProgram(0, ignore, 0), IrqResult.noSuchHart);
	expect('leave on hart 0', leave(), IrqResult.noSuchHart);
	lockConsole();
	const whileLocked = synchronize();
	unlockConsole();
	expect('synchronize with the console', whileLocked, IrqResult.holdsConsole);
	expect('synchronize', synchronize(), IrqResult.ok);
}

/** Runs: in the software interrupt of this hart. */
function insideHandler(): void {
	expect('synchronize in a handler', synchronize(), IrqResult.insideHandler);
	expect('callHart in a handler', callHart(0, ignore, 0), IrqResult.insideHandler);
	expect('setAffinity in a handler', setAffinity(line, 0), IrqResult.insideHandler);
	expect('register in a handler', register(line, ignore), IrqResult.ok);
	expect('unregister in a handler', unregister(line), IrqResult.ok);
	expect('queueCall in a handler', queueCall(0, countRun, 0), IrqResult.ok);
}

function countRun(): void {
	fetchAdd(runs, 1, 'release');
}

/** 128 records; a grace period gives back those of handlers that are gone. */
function records(): void {
	for (let round: u32 = 0; round < 3; round += 1) {
		let count: usize = 0;
		while (registerShared(line, share, count) === IrqResult.ok) count += 1;
		check('128 records', count === 128);
		expect('one more share', registerShared(line, share, 999), IrqResult.outOfRecords);
		expect('one with data then', registerWithData(line + 1, take, 1), IrqResult.outOfRecords);
		expect('a plain one then', register(line + 1, ignore), IrqResult.ok);
		expect('and off', unregister(line + 1), IrqResult.ok);
		for (let data: usize = 0; data < count; data += 1) unregisterShared(line, share, data);
		expect('before a grace period', registerShared(line, share, 1), IrqResult.outOfRecords);
		expect('the grace period', synchronize(), IrqResult.ok);
	}
}

/** 64 calls that nobody waits for. They are run when this hart takes its software interrupt. */
function queue(): void {
	let count: u32 = 0;
	const before = load(runs, 'relaxed');
	lockConsole(); // masks interrupts
	while (queueCall(0, countRun, 0) === IrqResult.ok) count += 1;
	const full = queueCall(0, countRun, 0);
	unlockConsole();
	expect('queueCall when full', full, IrqResult.queueFull);
	check('64 calls queued', count === 64);
	while (load(runs, 'acquire') !== before + 64) {}
	expect('queueCall again', queueCall(0, countRun, 0), IrqResult.ok);
}

function data(): void {
	const before = load(runs, 'relaxed');
	const now = zeroed<LineStatus>();
	expect('status of 96', status(96, now), IrqResult.noSuchLine);
	expect('data for the UART', registerWithData(uartIrq, take, 0x1234_5678_9abc), IrqResult.ok);
	expect('its priority', setPriority(uartIrq, 3), IrqResult.ok);
	expect('its status', status(uartIrq, now), IrqResult.ok);
	check('it has data', now.kind === LineKind.withData && now.handlers === 1);
	check('it is masked', now.isMasked && now.harts === 0 && now.priority === 3);
	expect('enable', enable(uartIrq, 0), IrqResult.ok);
	raiseLine();
	while (load(runs, 'acquire') === before) {}
	check('the handler got its data', load(received, 'relaxed') === 0x1234_5678_9abc);
	expect('threshold 3', setThreshold(0, 3), IrqResult.ok);
	raiseLine();
	expect('a call meanwhile', callHart(0, ignore, 0), IrqResult.ok);
	check('the threshold masks', load(runs, 'relaxed') === before + 1);
	status(uartIrq, now);
	check('it is pending', now.isPending && !now.isMasked && now.harts === 1);
	expect('threshold 2', setThreshold(0, 2), IrqResult.ok);
	while (load(runs, 'acquire') === before + 1) {}
	expect('off', unregister(uartIrq), IrqResult.ok);
}

export function main(): i32 {
	lines();
	masked();
	owners();
	others();
	expect('a call to this hart', callHart(0, insideHandler, 0), IrqResult.ok);
	records();
	queue();
	data();
	misuses();
	if (hartCount() > 1) misusesOfOthers();
	const count = wrongAnswers();
	print('{} wrong answers\n', count);
	return i32(count);
}
