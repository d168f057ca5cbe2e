'use native';

import { type Atomic, load, store } from 'native:atomic';
import { postEvent } from 'native:event';
import { enable, IrqResult, register } from 'native:irq';
import { uart, uartIrq } from 'native:uart';

/** What the handler tells the event loop. It is the one writer. */
class Tally {
	private readonly count: Atomic<u64>;
	private readonly newest: Atomic<u32>;

	/** Ordering: release and acquire, so that whoever sees the count sees the byte, too. */
	add(byte: u32): void {
		store(this.newest, byte, 'relaxed');
		store(this.count, load(this.count, 'relaxed') + 1, 'release');
	}

	total(): u64 {
		return load(this.count, 'acquire');
	}

	last(): u32 {
		return load(this.newest, 'relaxed');
	}
}

const tally = new Tally();

/** Runs in the interrupt: sends back what has come, until the receiver is empty. */
function echoBytes(irq: usize): void {
	let byte = uart.readByte();
	while (byte >= 0) {
		uart.writeByte(u8(byte));
		tally.add(u32(byte));
		byte = uart.readByte();
	}
	postEvent(irq);
}

/** Starts to echo; `false` if somebody else has the interrupt. */
export function startEcho(): boolean {
	if (register(uartIrq, echoBytes) !== IrqResult.ok) return false;
	uart.enableReceiveInterrupt();
	return enable(uartIrq, 0) === IrqResult.ok;
}

export function echoIrq(): u32 {
	return uartIrq;
}

/** How many bytes were echoed so far. */
export function echoedCount(): u64 {
	return tally.total();
}

/** The byte that was echoed last. */
export function lastByte(): u32 {
	return tally.last();
}
