/**
 * The checks of the bridge: every call of a native function from ordinary code goes through them, so
 * that a value either arrives as it is or throws.
 */

/** `value`, which must be an integer from `low` to `high`. */
export function integer(
	value: unknown,
	low: number,
	high: number,
	what: string,
	type: string,
): number {
	if (typeof value !== 'number') throw new TypeError(`${what} is a ${typeof value}, not a number`);
	if (value >= low && value <= high && Math.floor(value) === value) return value;
	throw new RangeError(`${what} is ${value}, which does not fit ${type}`);
}

/** A boolean as 0 or 1. */
export function truth(value: unknown, what: string): number {
	if (typeof value !== 'boolean') {
		throw new TypeError(`${what} is a ${typeof value}, not a boolean`);
	}
	return value ? 1 : 0;
}

/** `value`, which must be a string; the native side sees it as UTF-8. */
export function text(value: unknown, what: string): string {
	if (typeof value !== 'string') throw new TypeError(`${what} is a ${typeof value}, not a string`);
	return value;
}

/** A native integer, or NaN for one beyond 2⁵³. */
export function exactResult(value: number, what: string): number {
	if (value >= -9007199254740992) return value;
	throw new RangeError(`${what} is beyond 2^53, where a number is no longer exact`);
}

/** A native boolean, which arrives as 0 or 1. */
export function truthResult(value: number): boolean {
	return value > 0;
}
