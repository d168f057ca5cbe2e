'use native';

/**
 * What `make bench` counts for ten handlers: each runs once in TypeScript, and once as C by hand
 * (bench/baseline/handlers), in the same image and over the same memory. What the two leave behind is
 * compared byte by byte: it is the same work.
 */

import { atomic, load, store } from 'native:atomic';
import { consoleWrite, writeDecimal } from 'native:console';
import { readCsr } from 'native:csr';
import type { Handler } from 'native:handler-table';
import { importFunction, symbolAddress } from 'native:link';
import { addressFrom, sizeOf } from 'native:memory';
import { panic } from 'native:panic';
import {
	clearArea,
	copyMemory,
	exchangeArea,
	isAreaAsLeft,
	isSameMemory,
	saveGiven,
} from './area.ts';
import { bitFieldDecode, bitFieldsPrepare, type FrameCounts, frameCounts } from './bit-fields.ts';
import { type ChecksumState, checksumPrepare, checksumState, packetChecksum } from './checksum.ts';
import { type ChainState, chainPrepare, chainState, descriptorChain } from './descriptor-chain.ts';
import { type Counters, countersAddress, countersPrepare, hartCounters } from './hart-counters.ts';
import { type LockedTotals, lockedTotals, totals } from './locked-totals.ts';
import { type ClaimState, claimLoop, claimPrepare, claimState } from './plic-claim.ts';
import { type EventQueue, enqueuePrepare, eventQueue, ringEnqueue } from './ring-enqueue.ts';
import { type Decoder, decoder, decoderPrepare, stateMachine } from './state-machine.ts';
import { type TimerState, timerPrepare, timerRearm, timerState } from './timer-rearm.ts';
import { type UartState, uartPrepare, uartReceive, uartState } from './uart-receive.ts';
import { type Queue, queue, usedPrepare, usedRingWalk } from './used-ring.ts';

const line = 10; // the interrupt that each handler is called for

const uartReceiveC = importFunction<Handler>('uartReceiveC');
const claimLoopC = importFunction<Handler>('claimLoopC');
const usedRingWalkC = importFunction<Handler>('usedRingWalkC');
const timerRearmC = importFunction<Handler>('timerRearmC');
const packetChecksumC = importFunction<Handler>('packetChecksumC');
const bitFieldDecodeC = importFunction<Handler>('bitFieldDecodeC');
const ringEnqueueC = importFunction<Handler>('ringEnqueueC');
const hartCountersC = importFunction<Handler>('hartCountersC');
const descriptorChainC = importFunction<Handler>('descriptorChainC');
const stateMachineC = importFunction<Handler>('stateMachineC');
const lockedTotalsC = importFunction<Handler>('lockedTotalsC');
const countersAddressC = importFunction<() => usize>('countersAddressC');

function ignore(): void {}

/** In memory, so that gcc knows nothing of the callee and inlines nothing. */
const current = atomic<Handler>(ignore);

function count(handler: Handler): u64 {
	store(current, handler, 'relaxed');
	const operation = load(current, 'relaxed');
	const before = readCsr('minstret');
	operation(line);
	return u64(readCsr('minstret') - before);
}

function report(id: string, suffix: string, instructions: u64): void {
	consoleWrite(id);
	consoleWrite(suffix);
	consoleWrite(' ');
	writeDecimal(instructions);
	consoleWrite('\n');
}

/** Both handlers, from the same memory; `state` is what they keep, which was prepared. */
function compare(
	id: string,
	handler: Handler,
	handlerC: Handler,
	state: usize,
	stateC: usize,
	stateBytes: usize,
): void {
	copyMemory(stateC, state, stateBytes);
	saveGiven();
	report(id, '', count(handler));
	exchangeArea();
	report(id, '.c', count(handlerC));
	if (!isAreaAsLeft()) panic('The handlers leave different devices.');
	if (!isSameMemory(state, stateC, stateBytes)) panic('The handlers leave different states.');
	clearArea();
}

export function main(): i32 {
	clearArea();

	uartPrepare();
	compare(
		'handler.uart',
		uartReceive,
		uartReceiveC,
		addressFrom(uartState),
		symbolAddress('uartStateC'),
		sizeOf<UartState>(),
	);

	claimPrepare();
	compare(
		'handler.plic',
		claimLoop,
		claimLoopC,
		addressFrom(claimState),
		symbolAddress('claimStateC'),
		sizeOf<ClaimState>(),
	);

	usedPrepare();
	compare(
		'handler.used-ring',
		usedRingWalk,
		usedRingWalkC,
		addressFrom(queue),
		symbolAddress('queueC'),
		sizeOf<Queue>(),
	);

	timerPrepare();
	compare(
		'handler.timer',
		timerRearm,
		timerRearmC,
		addressFrom(timerState),
		symbolAddress('timerStateC'),
		sizeOf<TimerState>(),
	);

	checksumPrepare();
	compare(
		'handler.checksum',
		packetChecksum,
		packetChecksumC,
		addressFrom(checksumState),
		symbolAddress('checksumStateC'),
		sizeOf<ChecksumState>(),
	);

	bitFieldsPrepare();
	compare(
		'handler.bit-fields',
		bitFieldDecode,
		bitFieldDecodeC,
		addressFrom(frameCounts),
		symbolAddress('frameCountsC'),
		sizeOf<FrameCounts>(),
	);

	enqueuePrepare();
	compare(
		'handler.enqueue',
		ringEnqueue,
		ringEnqueueC,
		addressFrom(eventQueue),
		symbolAddress('eventQueueC'),
		sizeOf<EventQueue>(),
	);

	countersPrepare();
	compare(
		'handler.counters',
		hartCounters,
		hartCountersC,
		countersAddress(),
		countersAddressC(),
		sizeOf<Counters>(),
	);

	chainPrepare();
	compare(
		'handler.descriptors',
		descriptorChain,
		descriptorChainC,
		addressFrom(chainState),
		symbolAddress('chainStateC'),
		sizeOf<ChainState>(),
	);

	decoderPrepare();
	compare(
		'handler.state-machine',
		stateMachine,
		stateMachineC,
		addressFrom(decoder),
		symbolAddress('decoderC'),
		sizeOf<Decoder>(),
	);
	compare(
		'section.lock',
		lockedTotals,
		lockedTotalsC,
		addressFrom(totals),
		symbolAddress('totalsC'),
		sizeOf<LockedTotals>(),
	);
	return 0;
}
