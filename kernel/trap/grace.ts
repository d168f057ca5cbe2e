'use native';

/**
 * Waiting until no hart runs a handler that was taken out, at no cost to dispatch: handlers run with
 * interrupts masked, so a hart that answers a call has left every handler that it was in
 * (docs/interrupts.md has the argument).
 */

import { type FixedArray, zeroed } from 'native:memory';
import { currentHart } from '../arch/riscv64/hart.ts';
import { callHarts, onlineHarts } from './calls.ts';
import { IrqResult } from './result.ts';
import { externalRecords } from './tables.ts';

function answer(): void {}

/**
 * Returns when no hart runs a handler that was unregistered before this was called, and none ever will
 * again; other handlers may go on at any rate. Then the records of those handlers are free again.
 *
 * Ordering: a slot was changed by a swap that acquires, and a record that was taken out is retired, which `collect`
 * acquires; so `onlineHarts` looks after the handler was taken out, and a hart that comes online meanwhile is either
 * seen, or sees that (`openInbox`).
 *
 * This hart is in no handler, or it could not be here, so it does not ask itself. Gives `insideHandler`, in
 * any handler, since two that wait for each other would never end; and `holdsConsole`. Runs: without any other lock,
 * too, for which a hart may be waiting that is to answer.
 */
export function synchronize(): IrqResult {
	const set: FixedArray<u64, 2> = zeroed();
	externalRecords.collect(set);
	const others = onlineHarts() & ~(u32(1) << u32(currentHart()));
	const result = callHarts(others, answer, 0, true);
	if (result === IrqResult.ok) externalRecords.giveBack(set);
	else externalRecords.keep(set);
	return result;
}
