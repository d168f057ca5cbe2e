import type * as c from '../c/ast.ts';
import { childrenOf, partsOf } from '../c/walk.ts';
import { type MachineType, typeName } from '../types/machine-type.ts';
import { Blocks } from './blocks.ts';

/**
 * Where an address may come from: a variable of the function itself, by its key, one of its parameters,
 * memory that a parameter leads to, or a `global`.
 */
export type Root = string | number;
export type Roots = ReadonlySet<Root>;

export const none: Roots = new Set();

/** The root of an address that lies in the module-level variable `symbol`. */
export const globalRoot = (symbol: string): Root => `global ${symbol}`;

/** The root of an address that was read from the memory that parameter `i` leads to; of that itself, too. */
export const within = (root: number): number => (root < 0 ? root : -1 - root);

/** The parameter whose own address, or an address behind it, a root is. */
export const parameterOf = (root: number): number => (root < 0 ? -1 - root : root);

/** The module-level variable that a root is, if it is one. */
export const globalOf = (root: Root): string | undefined =>
	typeof root === 'string' && root.startsWith('global ') ? root.slice(7) : undefined;

/**
 * Follows addresses through the variables, parameters and results of all functions, order aside, until
 * nothing new is found, also through what lies in those variables and behind those parameters. An address
 * that was stored in other memory is not followed, nor one that is handed around as a number.
 */
export abstract class AddressFlow {
	protected readonly units: readonly c.FunctionUnit[];
	/** Where the walk is: the innermost statement. */
	protected position: c.Position = { file: '', line: 0 };
	protected hasChanged = false;
	readonly #bySymbol: ReadonlyMap<string, c.FunctionUnit>;
	readonly #globals: ReadonlySet<string>;
	/** The roots that a function's result may have, but for its own variables. */
	readonly #returned = new Map<string, Set<Root>>();
	/** What the variables of the function at hand may hold. */
	#held = new Map<string, Set<Root>>();
	#blocks = new Blocks();

	constructor(program: c.Program) {
		this.units = program.functions;
		this.#bySymbol = new Map(program.functions.map(unit => [unit.symbol, unit]));
		this.#globals = new Set(program.variables.map(variable => variable.symbol));
	}

	/** The roots of an address within a module-level variable. */
	protected abstract inGlobal(symbol: string): Roots;
	/** Whether an address within this field is not followed any further. */
	protected abstract isOpaque(member: c.Expression & { kind: 'member' }): boolean;
	/** A function is about to be walked through, perhaps again. */
	protected abstract begin(unit: c.FunctionUnit): void;
	/** What one expression does; those in it have come before. */
	protected abstract effect(node: c.Expression): void;
	/** An address leaves the function as its result. */
	protected abstract leave(roots: Roots): void;
	/** The address of a variable is kept where its block has ended. */
	protected abstract outlive(key: string): void;

	protected follow(): void {
		do {
			this.hasChanged = false;
			for (const unit of this.units) this.#function(unit);
		} while (this.hasChanged);
	}

	#function(unit: c.FunctionUnit): void {
		this.begin(unit);
		this.#blocks = new Blocks();
		this.#held = new Map(
			unit.parameters.map(({ name }, i) => [this.#blocks.declare(name), new Set([i])]),
		);
		let before = -1;
		for (let size = 0; size !== before; size = this.#size()) {
			before = size;
			for (const statement of unit.body) this.#statement(statement, unit.position, unit);
		}
	}

	#size(): number {
		return [...this.#held.values()].reduce((sum, roots) => sum + roots.size, 0);
	}

	#statement(statement: c.Statement, outer: c.Position, unit: c.FunctionUnit): void {
		this.position = statement.position ?? outer;
		const here = this.position;
		const { expressions, statements } = partsOf(statement);
		const walk = () => {
			// What a 'for' declares stands in its condition and step.
			for (const inner of statements) this.#statement(inner, here, unit);
			for (const expression of expressions) this.#expression(expression, unit);
		};
		if (statements.length > 0) this.#blocks.within(statement, walk);
		else walk();
		this.position = here;
		if (statement.kind === 'declaration') {
			const key = this.#blocks.declare(statement.name);
			if (statement.initial && mayHoldAddress(statement.type)) {
				this.#hold(key, this.value(statement.initial));
			}
		} else if (statement.kind === 'return' && statement.value) {
			if (!carriesAddress(statement.value.type)) return;
			const roots = this.value(statement.value);
			this.leave(roots);
			this.#return(unit.symbol, roots);
		}
	}

	#return(symbol: string, roots: Roots): void {
		const known = this.#returnedBy(symbol);
		for (const root of roots) {
			if (isOwn(root) || known.has(root)) continue;
			known.add(root);
			this.hasChanged = true;
		}
	}

	#returnedBy(symbol: string): Set<Root> {
		const known = this.#returned.get(symbol) ?? new Set();
		this.#returned.set(symbol, known);
		return known;
	}

	#expression(node: c.Expression, unit: c.FunctionUnit): void {
		const here = this.position;
		const walk = () => {
			if (node.kind === 'sequence') {
				for (const inner of node.statements) this.#statement(inner, here, unit);
			}
			this.position = here;
			for (const child of childrenOf(node)) this.#expression(child, unit);
		};
		if (node.kind === 'sequence') this.#blocks.within(node, walk);
		else walk();
		this.effect(node);
		if (node.kind === 'sequence') {
			for (const root of this.value(node)) {
				if (isOwn(root) && !this.#blocks.isAlive(root)) this.outlive(root);
			}
		}
		if (node.kind === 'assign' && carriesAddress(node.value.type)) {
			const roots = this.value(node.value);
			for (const owner of this.place(node.place)) if (isOwn(owner)) this.#hold(owner, roots);
		}
	}

	#hold(key: string, roots: Roots): void {
		const known = this.#held.get(key) ?? new Set();
		for (const root of roots) {
			known.add(root);
			if (isOwn(root) && this.#blocks.endsBefore(root, key)) this.outlive(root);
		}
		this.#held.set(key, known);
	}

	/** The functions that a call may reach, through a pointer all of its type; undefined for imported ones. */
	protected targets(callee: c.Expression): readonly c.FunctionUnit[] | undefined {
		if (callee.kind === 'function') {
			const unit = this.#bySymbol.get(callee.name);
			return unit && [unit];
		}
		const type = pointerName(callee.type);
		return this.units.filter(unit => pointerName(unit.type) === type);
	}

	/** The result of a call has the roots of what its targets return, of all operands if nothing is known of them. */
	#result(node: c.Expression & { kind: 'call' }): Roots {
		const targets = this.targets(node.callee);
		if (targets === undefined) return union(node.operands.map(operand => this.#operand(operand)));
		const returned = union(targets.map(({ symbol }) => this.#returnedBy(symbol)));
		const parts = [...returned].map(root => {
			if (typeof root === 'string') return new Set([root]);
			const operand = node.operands[parameterOf(root)];
			if (!operand) return none;
			return root < 0 ? this.contents(this.#operand(operand)) : this.#operand(operand);
		});
		return union(parts);
	}

	#operand(operand: c.Expression): Roots {
		return carriesAddress(operand.type) ? this.value(operand) : none;
	}

	/** Where the addresses in a value may come from; a number that is read from memory is none. */
	protected value(node: c.Expression): Roots {
		switch (node.kind) {
			case 'name':
				if (this.#globals.has(node.name) || !mayHoldAddress(node.type)) return none;
				return this.#held.get(this.#blocks.find(node.name)) ?? none;
			case 'address':
				return this.place(node.place);
			case 'member':
			case 'element':
			case 'dereference':
				return this.#loaded(node);
			case 'call':
				return this.#result(node);
			case 'conditional':
				return union([this.value(node.whenTrue), this.value(node.whenFalse)]);
			case 'assign':
				return this.value(node.value);
			case 'sequence': {
				const { result } = node;
				return result ? this.#blocks.within(node, () => this.value(result)) : none;
			}
			case 'asm':
			case 'runtime':
			case 'volatile':
				return none;
			default:
				return union(childrenOf(node).map(child => this.value(child)));
		}
	}

	/** Where the addresses come from that lie in the memory that some addresses lead to, however far. */
	protected contents(roots: Roots): Roots {
		const found = new Set<Root>();
		const visited = new Set<Root>();
		const ways = [...roots];
		for (const root of ways) {
			if (visited.has(root)) continue;
			visited.add(root);
			if (typeof root === 'number') found.add(within(root));
			else {
				for (const inner of this.#held.get(root) ?? none) {
					found.add(inner);
					ways.push(inner);
				}
			}
		}
		return found;
	}

	/** What is read from memory: the contents of an own variable, or of what a parameter leads to. */
	#loaded(place: c.Expression): Roots {
		if (place.kind === 'member' && place.object.type.kind === 'slice')
			return this.value(place.object);
		if (!mayHoldAddress(place.type)) return none;
		const owners = [...this.place(place)];
		return union(
			owners.map(owner =>
				typeof owner === 'string' ? (this.#held.get(owner) ?? none) : new Set([within(owner)]),
			),
		);
	}

	/** Whose memory a place is in. */
	protected place(place: c.Expression): Roots {
		switch (place.kind) {
			case 'name':
				if (this.#globals.has(place.name)) return this.inGlobal(place.name);
				return new Set([this.#blocks.find(place.name)]);
			case 'member':
				return this.isOpaque(place) ? none : this.place(place.object);
			case 'element':
				return place.array.type.kind === 'array'
					? this.place(place.array)
					: this.value(place.array);
			case 'dereference':
				return this.value(place.pointer);
			case 'volatile':
				return this.place(place.place);
			case 'sequence': {
				const { result } = place;
				return result ? this.#blocks.within(place, () => this.place(result)) : none;
			}
			default:
				return none;
		}
	}
}

/** Whether a root is a variable of the function itself. */
const isOwn = (root: Root): root is string =>
	typeof root === 'string' && globalOf(root) === undefined;

const union = (sets: readonly Roots[]): Roots => new Set(sets.flatMap(set => [...set]));

const pointerName = (type: MachineType) =>
	type.kind === 'function' ? typeName({ ...type, nullable: false }) : '';

/** Whether values of a type can hold the address of data. */
export const carriesAddress = (type: MachineType) =>
	type.kind === 'pointer' || type.kind === 'slice';

const mayHoldAddress = (type: MachineType) => type.kind !== 'integer' && type.kind !== 'boolean';
