/** What a variable, field or element is at run time. A reference to an object is the object. */
export type Storage =
	| { cell: bigint }
	/** A function by its name; empty for `null`. */
	| { code: string }
	| { readonly fields: ReadonlyMap<string, Storage> }
	/** An array, or the part of one that a slice looks at. */
	| { readonly elements: readonly Storage[] }
	/** A pointer to one of the elements of an array. */
	| { readonly target: readonly Storage[]; readonly at: number };

export type Frame = Map<number, Storage>;

export function elementsOf(storage: Storage): readonly Storage[] {
	if (!('elements' in storage)) throw new Error('no elements');
	return storage.elements;
}

export function present<T>(value: T | undefined): T {
	if (value === undefined) throw new Error('the program is not well formed');
	return value;
}
