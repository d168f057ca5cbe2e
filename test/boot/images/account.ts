'use native';

/** What a race says at its end, line by line; test/soak/account.ts reads it. */

import { print } from 'native:format';

/** So often something happened that must not happen: `0 lost`. */
export function fault(count: u64, what: string): void {
	print('{} {}\n', count, what);
}

/** So much was done, and it must be something: `interrupts: 10000`. */
export function work(what: string, count: u64): void {
	print('{}: {}\n', what, count);
}

/** So much of it was counted otherwise, which may be nothing: `refused = 3`. */
export function rest(what: string, count: u64): void {
	print('{} = {}\n', what, count);
}
