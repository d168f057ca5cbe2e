'use native';

/** A shared line that none of its handlers wants, and one that is wanted often enough; raised from outside. */

import { atomic, fetchAdd, load, store } from 'native:atomic';
import { openConsoleInput, readConsoleByte } from 'native:console-input';
import { nextReadyLine, postEvent, takeEvents, waitForEvent } from 'native:event';
import { print } from 'native:format';
import {
	enable,
	LineKind,
	type LineStatus,
	registerShared,
	status,
	unhandledCount,
} from 'native:irq';
import { zeroed } from 'native:memory';

const never = 0xffff_ffff_ffff_ffff;
const stuckLine = 50;
const noisyLine = 51; // two interrupts in three are wanted

const isWanted = atomic<u32>(0);
const turn = atomic<u32>(0);

function refuse(): boolean {
	return false;
}

function perhaps(irq: usize): boolean {
	if (load(isWanted, 'relaxed') === 0) return false;
	postEvent(irq);
	return true;
}

function mostly(irq: usize): boolean {
	postEvent(irq);
	return fetchAdd(turn, 1, 'relaxed') % 3 !== 0;
}

function report(): void {
	const now = zeroed<LineStatus>();
	status(stuckLine, now);
	print('masked: {}, shared: {}, ', now.isMasked, now.kind === LineKind.shared);
	print('{} handlers, {} unhandled\n', now.handlers, now.unhandled);
}

function obey(command: i32): void {
	switch (command) {
		case 0x77: // w
			store(isWanted, 1, 'relaxed');
			enable(stuckLine, 0);
			print('wanted\n');
			break;
		case 0x73: // s
			report();
			break;
		default:
			break;
	}
}

export function main(): i32 {
	openConsoleInput();
	registerShared(stuckLine, refuse, 0);
	registerShared(stuckLine, perhaps, 0);
	registerShared(noisyLine, mostly, 0);
	enable(stuckLine, 0);
	enable(noisyLine, 0);
	print('ready\n');
	for (;;) {
		waitForEvent(never);
		for (let line = nextReadyLine(); line >= 0; line = nextReadyLine()) {
			if (takeEvents(u32(line)) === 0) continue;
			if (line === stuckLine) print('handled\n');
			if (line === noisyLine) print('noise, {} unhandled\n', unhandledCount(noisyLine));
		}
		for (let byte = readConsoleByte(); byte >= 0; byte = readConsoleByte()) {
			if (byte === 0x71) return 0; // q
			obey(byte);
		}
	}
}
