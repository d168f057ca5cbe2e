import type * as c from '../c/ast.ts';
import { childrenOf, partsOf } from '../c/walk.ts';
import { type MachineType, typeName } from '../types/machine-type.ts';
import { type Variables, variablesOf } from './scopes.ts';

/**
 * Where an address may come from: a variable of the function itself, as `variablesOf` tells them apart,
 * one of its parameters, or a `global`.
 */
export type Root = string | number;
export type Roots = ReadonlySet<Root>;

export const none: Roots = new Set();

/** The root of an address that lies in the module-level variable `symbol`. */
export const globalRoot = (symbol: string): Root => `global ${symbol}`;

/** The module-level variable that a root is, if it is one. */
export const globalOf = (root: Root): string | undefined =>
	typeof root === 'string' && root.startsWith('global ') ? root.slice(7) : undefined;

/**
 * Follows addresses through the variables, parameters and results of all functions, order aside, until
 * nothing new is found. An address that was stored in memory other than a function's own variables is
 * not followed, nor one that is handed around as a number.
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
	readonly #variables: ReadonlyMap<c.FunctionUnit, Variables>;
	/** Those of the function at hand. */
	#own: Variables = new Map();
	/** What the variables of the function at hand may hold. */
	#held = new Map<string, Set<Root>>();

	constructor(program: c.Program) {
		this.units = program.functions;
		this.#bySymbol = new Map(program.functions.map(unit => [unit.symbol, unit]));
		this.#variables = new Map(program.functions.map(unit => [unit, variablesOf(unit)]));
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

	protected follow(): void {
		do {
			this.hasChanged = false;
			for (const unit of this.units) this.#function(unit);
		} while (this.hasChanged);
	}

	#function(unit: c.FunctionUnit): void {
		this.begin(unit);
		this.#own = this.#variables.get(unit) ?? this.#own;
		this.#held = new Map(unit.parameters.map(({ name }, i) => [name, new Set([i])]));
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
		for (const expression of expressions) this.#expression(expression, unit);
		for (const inner of statements) this.#statement(inner, here, unit);
		this.position = here;
		if (statement.kind === 'declaration' && statement.initial) {
			if (!mayHoldAddress(statement.type)) return;
			const variable = this.#own.get(statement) ?? statement.name;
			this.#hold(variable, this.value(statement.initial));
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
			const isOwn = typeof root === 'string' && globalOf(root) === undefined;
			if (isOwn || known.has(root)) continue;
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
		if (node.kind === 'sequence') {
			for (const inner of node.statements) this.#statement(inner, here, unit);
		}
		this.position = here;
		for (const child of childrenOf(node)) this.#expression(child, unit);
		this.effect(node);
		if (node.kind === 'assign' && carriesAddress(node.value.type)) {
			const roots = this.value(node.value);
			for (const owner of this.place(node.place)) {
				if (typeof owner === 'string' && globalOf(owner) === undefined) this.#hold(owner, roots);
			}
		}
	}

	#hold(name: string, roots: Roots): void {
		const known = this.#held.get(name) ?? new Set();
		for (const root of roots) known.add(root);
		this.#held.set(name, known);
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
			const operand = typeof root === 'number' ? node.operands[root] : undefined;
			if (operand) return this.#operand(operand);
			return typeof root === 'number' ? none : new Set([root]);
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
				return this.#contents(node);
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
			case 'asm':
			case 'runtime':
			case 'volatile':
				return none;
			default:
				return union(childrenOf(node).map(child => this.value(child)));
		}
	}

	#contents(node: c.Expression & { kind: 'name' }): Roots {
		const variable = this.#own.get(node);
		if (variable === undefined || !mayHoldAddress(node.type)) return none;
		return this.#held.get(variable) ?? none;
	}

	/** What is read from memory: the contents of an own variable; nothing is known of other memory. */
	#loaded(place: c.Expression): Roots {
		if (!mayHoldAddress(place.type)) return none;
		if (place.kind === 'member' && place.object.type.kind === 'slice')
			return this.value(place.object);
		const owners = [...this.place(place)];
		return union(
			owners.map(owner => (typeof owner === 'string' ? (this.#held.get(owner) ?? none) : none)),
		);
	}

	#named(place: c.Expression & { kind: 'name' }): Roots {
		const variable = this.#own.get(place);
		if (variable !== undefined) return new Set([variable]);
		return this.#globals.has(place.name) ? this.inGlobal(place.name) : none;
	}

	/** Whose memory a place is in. */
	protected place(place: c.Expression): Roots {
		switch (place.kind) {
			case 'name':
				return this.#named(place);
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
			default:
				return none;
		}
	}
}

const union = (sets: readonly Roots[]): Roots => new Set(sets.flatMap(set => [...set]));

const pointerName = (type: MachineType) =>
	type.kind === 'function' ? typeName({ ...type, nullable: false }) : '';

/** Whether values of a type can hold the address of data. */
export const carriesAddress = (type: MachineType) =>
	type.kind === 'pointer' || type.kind === 'slice';

/** Whether there is room for an address of data in a value of a type; a number is none, whatever it was made from. */
const mayHoldAddress = (type: MachineType) =>
	type.kind !== 'integer' && type.kind !== 'boolean' && type.kind !== 'function';
