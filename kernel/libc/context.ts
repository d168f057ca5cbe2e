'use native';

/**
 * Contexts for Porffor's coroutines: what swapcontext and setcontext in boot/context.S switch between.
 *
 * [POSIX] "makecontext".
 */

import { exportSymbol } from 'native:link';
import { type FixedArray, layout, type Ptr } from 'native:memory';
import { panic } from 'native:panic';

interface Context {
	sp: u64;
	ra: u64;
	pc: u64;
	s: FixedArray<u64, 12>;
	fs: FixedArray<u64, 12>;
	stackStart: u64;
	stackSize: u64;
	next: u64; // uc_link, which nothing uses
}

layout<Context>({
	sp: 0,
	ra: 8,
	pc: 16,
	s: 24,
	fs: 120,
	stackStart: 216,
	stackSize: 224,
	next: 232,
});

/** There is nothing to fetch: `makecontext` and `swapcontext` write all that is ever read. */
function getcontext(_context: Ptr<Context>): i32 {
	return 0;
}
exportSymbol('getcontext', getcontext);

/** Lets a context begin with `entry`, at the top of its stack and with no caller. */
function makecontext(context: Ptr<Context>, entry: u64): void {
	context.sp = (context.stackStart + context.stackSize) & ~15;
	context.ra = 0;
	context.pc = entry;
	context.s[0] = 0;
}
exportSymbol('makecontext', makecontext);

/** Called on a coroutine's stack when little of it is left. */
function coroutineOverflow(): never {
	panic('an async function or generator ran out of its 64 KiB of stack');
}
exportSymbol('coroutineOverflow', coroutineOverflow);
