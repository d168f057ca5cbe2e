/** What a thread did to memory, on one of the ways that it can go. */

import type { Size } from '../machine/instruction.ts';

/** A set of events of one thread: bit i is event i. */
export type EventSet = bigint;

/**
 * One memory operation. An AMO reads and writes in one; an SC that fails is none.
 * [UNPRIV] "RVWMO Memory Consistency Model", "Memory Model Primitives".
 */
export interface Event {
	readonly pc: number;
	readonly address: number;
	readonly size: Size;
	readonly read: ReadValue | undefined;
	readonly written: bigint | undefined;
	/** What comes before it in preserved program order, transitively, whatever other threads do. */
	readonly before: EventSet;
	/** For the store of an SC: its LR. */
	readonly paired: number | undefined;
}

export interface ReadValue {
	readonly value: bigint;
	/** The event of this thread whose store the load returns; undefined if the store is another thread's, or none. */
	readonly own: number | undefined;
}

/** One way that a thread can go, up to its end. */
export interface Trace {
	readonly events: readonly Event[];
	readonly outcome: Outcome;
}

/** What a thread returned, in the end; or how it went wrong. */
export type Outcome = bigint | 'panic' | 'trap' | 'fault';
