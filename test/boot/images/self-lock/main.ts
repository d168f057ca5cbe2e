'use native';

/** Takes a lock inside of itself: it could wait for ever. */

import { SpinLock } from 'native:lock';
import { withLock } from 'native:section';

const lock = new SpinLock();

function takeAgain(): i32 {
	return withLock(lock, () => 1); // here: again
}

export function main(): i32 {
	return withLock(lock, takeAgain);
}
