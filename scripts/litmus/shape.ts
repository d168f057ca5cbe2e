/** A litmus shape: functions of an image that run at the same time, and what must not come of it. */

import type { Outcome } from './model/event.ts';

/** A call of a function of the image, by its symbol; an argument may be a symbol's address. */
export interface Call {
	readonly name: string;
	readonly args?: readonly (bigint | string)[];
	/** The symbol where it ends, for code that does not return. */
	readonly until?: string;
}

/** What a hart does before the others begin. */
export interface SetUp extends Call {
	readonly hart: number;
}

/** A word in the end: at an offset from a symbol. */
export interface LastValue {
	readonly symbol: string;
	readonly offset: number;
	readonly value: bigint;
}

export interface Shape {
	readonly name: string;
	/** What it would mean if it happened. */
	readonly wrong: string;
	readonly setUp?: readonly SetUp[];
	/** What hart 0, 1, … do, one function after the other. The outcome is what the last one returns. */
	readonly harts: readonly (readonly Call[])[];
	/** What must not happen. By default that some thread returns `saw.wrong`. */
	readonly isWrong?: (outcomes: readonly Outcome[]) => boolean;
	/** What must be able to happen, or the shape says nothing. By default that every thread returns `saw.right`. */
	readonly isRight?: (outcomes: readonly Outcome[]) => boolean;
	/** What words must hold in the end for it to be wrong. */
	readonly last?: readonly LastValue[];
	/** The source that a claim of the interrupt controller gives. */
	readonly claims?: bigint;
	/**
	 * How often a loop of one call looks at the same word: 1 unless said otherwise. A loop that waits, or tries
	 * again, comes to nothing more by looking more often; one that searches a word of bits does.
	 */
	readonly looks?: number;
	/**
	 * Whether a hart may wait for a `SpinLock`. Without, the ways on which one finds it taken are left out: to
	 * wait comes to nothing that finding it free does not come to, and the shape `lock-wait` follows it.
	 */
	readonly waits?: boolean;
	/** Whether the wrong outcome can happen and may: the shape says what an operation does not promise. */
	readonly promises?: boolean;
}

/** What a thread returns: kept in step with witness.ts of the image. */
export const saw = { nothing: 0n, wrong: 1n, right: 2n } as const;

/** Functions without arguments, one after the other. */
export function calls(...names: readonly string[]): readonly Call[] {
	return names.map(name => ({ name }));
}

/** Functions without arguments, on hart 0. */
export function first(...names: readonly string[]): readonly SetUp[] {
	return names.map(name => ({ name, hart: 0 }));
}
