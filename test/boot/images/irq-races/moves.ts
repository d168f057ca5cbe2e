'use native';

/** A firing line moves from hart to hart: each interrupt is handled, and once. */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { print } from 'native:format';
import { startProgram } from 'native:harts';
import { enable, IrqResult, interruptCount, register, setAffinity } from 'native:irq';
import { hartCount } from 'native:machine';
import { rtcIrq } from 'native:rtc';
import { dispatched, lowerLine, raiseLine, relax } from './line.ts';

const handled = atomic<u64>(0);
const moved = atomic<u64>(0);
const failures = atomic<u64>(0);

function count(): void {
	lowerLine();
	fetchAdd(handled, 1, 'release');
}

/** Runs: on hart 1, outside of interrupts. */
function move(times: usize): void {
	for (let time: usize = 1; time <= times; time += 1) {
		if (setAffinity(rtcIrq, (time / 4) % usize(hartCount())) !== IrqResult.ok) {
			fetchAdd(failures, 1, 'relaxed');
		}
		const before = load(handled, 'relaxed');
		while (time % 4 === 0 && load(handled, 'relaxed') === before) relax();
		store(moved, u64(time), 'release');
	}
}

export function moveWhileFiring(times: usize): void {
	register(rtcIrq, count);
	enable(rtcIrq, 0);
	startProgram(1, move, times);
	const start = dispatched();
	let raised: u64 = 0;
	while (load(moved, 'acquire') < u64(times)) {
		relax();
		raiseLine();
		raised += 1;
		while (load(handled, 'acquire') < raised) relax();
	}
	while (dispatched() - start < raised) relax();
	print('{} lost or twice, ', load(handled, 'relaxed') - raised);
	print('{} dispatched in vain, ', dispatched() - start - raised);
	print('{} failures\n', load(failures, 'relaxed'));
	let harts: u32 = 0;
	for (let hart: u32 = 0; hart < hartCount(); hart += 1) {
		if (interruptCount(hart, rtcIrq) > 0) harts += 1;
	}
	print('harts that handled it: {}\n', harts);
}
