interface Block {
	readonly index: number;
	readonly outer: Block | undefined;
	/** The variables that are declared in it, by their names in C. */
	readonly variables: Set<string>;
}

/**
 * The blocks of one function and their variables, while a walk goes through it, any number of times.
 * Blocks may have variables of one name, so each variable has a key: its name and the index of its block.
 */
export class Blocks {
	readonly #known = new Map<object, Block>();
	readonly #blockOf = new Map<string, Block>();
	#current: Block = { index: 0, outer: undefined, variables: new Set() };

	/** Does `walk` in the block that `node` opens. */
	within<Result>(node: object, walk: () => Result): Result {
		const outer = this.#current;
		const known = this.#known.get(node);
		this.#current = known ?? { index: this.#known.size + 1, outer, variables: new Set() };
		this.#known.set(node, this.#current);
		const result = walk();
		this.#current = outer;
		return result;
	}

	/** The key of a variable that is declared here. */
	declare(name: string): string {
		this.#current.variables.add(name);
		const key = keyOf(name, this.#current);
		this.#blockOf.set(key, this.#current);
		return key;
	}

	/** The key of the variable that a name means here. */
	find(name: string): string {
		let block: Block | undefined = this.#current;
		while (block && !block.variables.has(name)) block = block.outer;
		return block ? keyOf(name, block) : this.declare(name);
	}

	/** Whether one variable's block is left before the other's. */
	endsBefore(key: string, other: string): boolean {
		const block = this.#blockOf.get(key);
		let inner = this.#blockOf.get(other);
		while (inner && inner !== block) inner = inner.outer;
		return inner === undefined;
	}

	/** Whether a variable is declared in the current block or one around it. */
	isAlive(key: string): boolean {
		// By the block itself: another variable of the name may hide it here.
		const block = this.#blockOf.get(key);
		let inner: Block | undefined = this.#current;
		while (inner && inner !== block) inner = inner.outer;
		return inner !== undefined;
	}
}

const keyOf = (name: string, block: Block) => `${name}@${block.index}`;

/** The name of a variable in C. */
export const nameOf = (key: string) => key.slice(0, key.lastIndexOf('@'));
