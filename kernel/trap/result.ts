'use native';

/** What the functions of `native:irq` and `native:harts` answer. Each says which of these it may give. */
export enum IrqResult {
	ok,
	/** The line is 0 or beyond the last one, or the machine has no such line. */
	noSuchLine,
	/** There is no such hart, or it is not online. */
	noSuchHart,
	/** There is no such cause, or it is not for apps. */
	noSuchCause,
	/** A priority or threshold beyond 7. */
	outOfRange,
	/** The line has a handler that does not share, or the hart has something to run. */
	taken,
	/** Nobody is registered, or not that handler with that data. */
	notRegistered,
	/** The line is shared: it takes the handler and its data to say who is meant. */
	shared,
	/** All 128 records are in use. */
	outOfRecords,
	/** All 64 places for calls that nobody waits for are in use. */
	queueFull,
	/** Other harts must not be waited for inside a handler, of an exception either. */
	insideHandler,
	/** Nor by whoever holds the console, for which they may be waiting. */
	holdsConsole,
}
