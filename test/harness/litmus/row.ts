/** A known litmus test on one line: what is asked, and the answer. */

import type { Litmus } from './assemble.ts';

export type Verdict = 'allowed' | 'forbidden';

export interface KnownLitmus extends Litmus {
	readonly verdict: Verdict;
	readonly outcome: string;
}

export type Row = readonly [name: string, verdict: Verdict, outcome: string, ...harts: string[]];

export function named(rows: readonly Row[]): readonly KnownLitmus[] {
	return rows.map(([name, verdict, outcome, ...harts]) => ({ name, verdict, outcome, harts }));
}

/** t3 = the address in `to`, by way of `from`: an address dependency. */
export const address = (from: string, to: string) => `xor t3,${from},${from}; add t3,t3,${to}`;

/** t3 = 1, by way of `from`: a data dependency. */
export const data = (from: string) => `xor t3,${from},${from}; addi t3,t3,1`;
