declare module 'native:section' {
	/** What `withLock` takes and frees: a `SpinLock`, or a `Locked<T>`, which hands out its value. */
	export interface Lockable<Value> {
		acquire(): Value;
		release(): void;
	}

	/**
	 * Runs `section` with this hart's interrupts masked, and unmasks them after it if they were not masked
	 * before: sections nest. An arrow function that is written as the argument is part of the function
	 * around it: it may use that one's variables, and nothing is called.
	 */
	export function withInterruptsOff<Result>(section: () => Result): Result;

	/**
	 * Masks interrupts, takes `lock`, runs `section` as `withInterruptsOff` does, and frees `lock`. The
	 * same lock inside of itself panics.
	 */
	export function withLock<Value, Result>(
		lock: Lockable<Value>,
		section: (value: Value) => Result,
	): Result;
}
