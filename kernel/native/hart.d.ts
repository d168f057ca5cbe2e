declare module 'native:hart' {
	/** One `T` for each hart, at a fixed offset from `tp`; `value` is the running hart's own. */
	export interface HartLocal<T> {
		value: T;
	}

	/** A hart-local variable at module level. `initial` is a constant; without it every byte is zero. */
	export function hartLocal<T>(initial?: T): HartLocal<T>;
}
