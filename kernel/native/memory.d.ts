declare module 'native:memory' {
	const kind: unique symbol;

	/** `N` elements in place. An index outside `0 … N - 1` panics with the source line. */
	export interface FixedArray<T, N extends number> {
		[index: number]: T;
		readonly length: N;
		/** `for (const element of array)`; the elements of arrays of structures are references. */
		[Symbol.iterator](): Iterator<T>;
		readonly [kind]?: ['array', T, N];
	}

	/**
	 * A view of elements that lie elsewhere: a pointer and a length, handed around by value. An index
	 * outside of the length panics with the source line.
	 */
	export interface Slice<T> {
		[index: number]: T;
		readonly length: usize;
		readonly start: Ptr<T>;
		[Symbol.iterator](): Iterator<T>;
		readonly [kind]?: ['slice', T];
	}

	/** The elements `from … to - 1` of an array or slice, all of them by default; panics if there are none such. */
	export function slice<T>(
		of: FixedArray<T, number> | Slice<T>,
		from?: usize,
		to?: usize,
	): Slice<T>;

	/** `length` elements from `start` on. The caller answers for what lies there. */
	export function sliceAt<T>(start: Target<T>, length: usize): Slice<T>;

	/** The UTF-8 bytes of a string constant. */
	export function bytesOf(text: string): Slice<u8>;

	/** What every pointer has: `p.target` is what it points at. */
	export interface Target<T> {
		target: T;
		readonly [kind]?: ['pointer', T];
	}

	/** `p[i]` is element `i`, unchecked; `p.target` is `p[0]`. */
	export interface Pointer<T> extends Target<T> {
		[index: number]: T;
	}

	/**
	 * The address of a `T`. A pointer to a structure or array is used like that itself: `p.field`, `p[i]`
	 * with the array's own check. Any other pointer is indexed unchecked, which is the one thing in the
	 * dialect that is not checked.
	 */
	export type Ptr<T> = [T] extends [number | ((...parameters: never) => unknown)]
		? Pointer<T>
		: [T] extends [FixedArray<infer Element, infer N>]
			? FixedArray<Element, N> & Target<T>
			: typeof kind extends keyof T
				? Pointer<T>
				: [T] extends [object]
					? T & Pointer<T>
					: Pointer<T>;

	/** The address of a variable, field or element. */
	export function addressOf<T>(place: T): Ptr<T>;

	/** The pointer at a given address. The caller answers for what lies there. */
	export function pointerAt<T>(address: usize): Ptr<T>;

	/** A pointer's address as a number. Works for structures, arrays and functions, too. */
	export function addressFrom(pointer: unknown): usize;

	/** `pointer` moved by `count` elements. */
	export function offset<T>(pointer: Target<T>, count: isize | usize): Ptr<T>;

	/** The size of a type in bytes, a constant. */
	export function sizeOf<T>(): usize;

	/** All bytes zero: the initial value of a module-level or local structure or array. */
	export function zeroed<T>(): T;

	/**
	 * An array of these elements: the initial value of a module-level or local array. Elements that are
	 * structures are written `{ … }`.
	 */
	export function arrayOf<T, N extends number>(...elements: readonly T[]): FixedArray<T, N>;

	/** An array whose element `index` is `element(index)`, computed at build time: the body is one expression. */
	export function arrayFrom<T, N extends number>(element: (index: usize) => T): FixedArray<T, N>;

	/** The alignment of a type in bytes, a constant. */
	export function alignOf<T>(): usize;

	/**
	 * Asserts, at build time, where each field of an interface lies, in bytes from its start, and what it
	 * measures as a whole. Fields follow each other as in C: a field that is not where the device wants it
	 * needs a reserved field before it.
	 */
	export function layout<T>(
		offsets: { readonly [Field in keyof T]: number },
		whole?: { readonly size?: number; readonly alignment?: number },
	): void;

	/** Stops the build with `message` unless `condition`, a constant, is true. At module level or in a function. */
	export function staticAssert(condition: boolean, message: string): void;

	/** The UTF-8 bytes of a string constant; not terminated. */
	export function utf8(text: string): Ptr<u8>;

	/** How many bytes `utf8` points at. */
	export function utf8Length(text: string): usize;
}
