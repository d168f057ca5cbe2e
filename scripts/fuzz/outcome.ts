/** What an engine saw of one program: the trace at its end, how it panicked, and what it printed. */
export type Seen = string;

/** The text that engines and reference are compared by. */
export const seen = (trace: bigint, panic: string | undefined, printed: string): Seen =>
	[
		`trace ${trace}`,
		...(panic === undefined ? [] : [`panic: ${panic}`]),
		...(printed === '' ? [] : [`printed ${JSON.stringify(printed)}`]),
	].join(', ');

/** `panic: … (main.ts:7)` by the names that the reference uses. */
export const placed = (panic: string): string =>
	panic.replace(/\((?:\w+\/)*main\.ts:(\d+)\)/, '(line $1)').replace(/\((?:\w+\/)+/, '(');

/**
 * Takes apart what a driver writes: for each program what it printed itself, and then a line `= trace` or
 * `= trace panic`. What comes after the last of them is `rest`.
 */
export function answers(output: string): { readonly seen: readonly Seen[]; readonly rest: string } {
	const seenSoFar: Seen[] = [];
	let printed: string[] = [];
	for (const line of output.split('\n')) {
		const [, trace, panic] = /^= (\d+)(?: (.*))?$/.exec(line) ?? [];
		if (trace === undefined) {
			printed.push(line);
			continue;
		}
		const text = printed.map(each => `${each}\n`).join('');
		seenSoFar.push(seen(BigInt(trace), panic === undefined ? undefined : placed(panic), text));
		printed = [];
	}
	return { seen: seenSoFar, rest: printed.join('\n') };
}
