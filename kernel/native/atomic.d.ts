declare module 'native:atomic' {
	const value: unique symbol;

	/**
	 * A machine word that several harts, or a handler and other code, may use: `u32`, `i32`, `u64`,
	 * `i64`, `usize`, `isize`, a pointer or a function, the last two also `| null`. RISC-V has no 8- and
	 * 16-bit atomics.
	 */
	export interface Atomic<T> {
		readonly [value]?: T;
	}

	/** The initial value of a module-level atomic. A field starts as zero. */
	export function atomic<T>(initial: T): Atomic<T>;

	/**
	 * A `T` that is neither atomic nor hart-local although several harts, or a handler and other code, reach
	 * it: `_Protocol` says in words what keeps them apart, a lock or an order of accesses. The mark stands
	 * around the whole type of a field or of a module-level constant, and costs nothing.
	 *
	 * `private readonly bytes: Guarded<FixedArray<u8, 64>, 'written before the index is published'>;`
	 */
	export type Guarded<T, _Protocol extends string> = T;

	/** Orders later accesses after this one. [UNPRIV] "RVWMO Memory Consistency Model" */
	export type LoadOrdering = 'relaxed' | 'acquire';
	/** Orders earlier accesses before this one. */
	export type StoreOrdering = 'relaxed' | 'release';
	export type Ordering = 'relaxed' | 'acquire' | 'release' | 'acqRel';

	/** One load; `acquire` adds `fence r,rw` behind it. */
	export function load<T>(cell: Atomic<T>, ordering: LoadOrdering): T;
	/** One store; `release` puts `fence rw,w` before it. */
	export function store<T>(cell: Atomic<T>, desired: T, ordering: StoreOrdering): void;
	/** One `amoswap`; the old value. */
	export function swap<T>(cell: Atomic<T>, desired: T, ordering: Ordering): T;
	/** One `lr`/`sc` loop: stores `desired` if the cell holds `expected`, and says whether it did. */
	export function compareExchange<T>(
		cell: Atomic<T>,
		expected: T,
		desired: T,
		ordering: Ordering,
	): boolean;
	/** One `amoadd`; the old value. */
	export function fetchAdd<T>(cell: Atomic<T>, operand: T, ordering: Ordering): T;
	/** One `amoand`; the old value. */
	export function fetchAnd<T>(cell: Atomic<T>, operand: T, ordering: Ordering): T;
	/** One `amoor`; the old value. */
	export function fetchOr<T>(cell: Atomic<T>, operand: T, ordering: Ordering): T;
	/** One `amoxor`; the old value. */
	export function fetchXor<T>(cell: Atomic<T>, operand: T, ordering: Ordering): T;
	/**
	 * One `fence predecessor,successor`, each a set of the letters i, o, r and w: device input, device
	 * output, memory reads, memory writes. [UNPRIV] "Memory Ordering Instructions"
	 */
	export function fence(predecessor: FenceSet, successor: FenceSet): void;
	export type FenceSet = 'r' | 'w' | 'rw' | 'i' | 'o' | 'io' | 'ir' | 'ow' | 'iorw';
}
