/** What an engine saw of one program: the trace at its end, and how it panicked. */
export type Seen = string;

/** The text that engines and reference are compared by. */
export const seen = (trace: bigint, panic?: string): Seen =>
	panic === undefined ? `trace ${trace}` : `trace ${trace}, panic: ${panic}`;
