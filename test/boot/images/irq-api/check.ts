'use native';

/** Prints a line for each answer that is wrong, and counts them. */

import { atomic, fetchAdd, load } from 'native:atomic';
import { print } from 'native:format';
import type { IrqResult } from 'native:irq';

const wrong = atomic<u32>(0);

export function expect(what: string, actual: IrqResult, wanted: IrqResult): void {
	if (actual === wanted) return;
	fetchAdd(wrong, 1, 'relaxed');
	print('{} gives {}, not {}\n', what, actual, wanted);
}

export function check(what: string, holds: boolean): void {
	if (holds) return;
	fetchAdd(wrong, 1, 'relaxed');
	print('{} does not hold\n', what);
}

/** How many were wrong so far. */
export function wrongAnswers(): u32 {
	return load(wrong, 'relaxed');
}
