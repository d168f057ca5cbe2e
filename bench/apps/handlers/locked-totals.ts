'use native';

/** Two counts that belong together, under a lock that is free. */

import { Locked } from 'native:lock';
import { withLock } from 'native:section';

interface Totals {
	packets: u64;
	bytes: u64;
}

export type LockedTotals = Locked<Totals>;

export const totals = new Locked<Totals>();

export function lockedTotals(irq: usize): void {
	withLock(totals, sum => {
		sum.packets += 1;
		sum.bytes += u64(irq);
	});
}
