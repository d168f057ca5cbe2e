import type * as c from '../c/ast.ts';
import { childrenOf, partsOf } from '../c/walk.ts';
import * as d from '../diagnostics.ts';
import { type MachineType, typeName } from '../types/machine-type.ts';

/** Where an address may come from: a variable of the function itself, by name, or one of its parameters. */
type Root = string | number;
type Roots = ReadonlySet<Root>;

/** What a function does with the addresses that it is given, by the number of the parameter. */
interface Summary {
	readonly stores: Set<number>;
	readonly returns: Set<number>;
}

const none: Roots = new Set();

/**
 * Proves that the address of a variable on the stack is handed down only: it is neither returned nor
 * stored where it could outlive its function, not even by a function that it is handed to. Stores into
 * the function's own variables are followed, order aside. An address that was made a number is the
 * program's own business.
 */
export function checkEscapes(program: c.Program): readonly d.Finding[] {
	const check = new EscapeCheck(program);
	return check.run();
}

class EscapeCheck {
	readonly #units: readonly c.FunctionUnit[];
	readonly #bySymbol: ReadonlyMap<string, c.FunctionUnit>;
	readonly #globals: ReadonlySet<string>;
	readonly #summaries = new Map<string, Summary>();
	readonly #findings = new Map<string, d.Finding>();
	/** What the variables of the function at hand may hold. */
	#held = new Map<string, Set<Root>>();
	#summary: Summary = { stores: new Set(), returns: new Set() };
	#position: c.Position = { file: '', line: 0 };
	#hasChanged = false;

	constructor(program: c.Program) {
		this.#units = program.functions;
		this.#bySymbol = new Map(program.functions.map(unit => [unit.symbol, unit]));
		this.#globals = new Set(program.variables.map(variable => variable.symbol));
	}

	run(): readonly d.Finding[] {
		do {
			this.#hasChanged = false;
			for (const unit of this.#units) this.#function(unit);
		} while (this.#hasChanged);
		return [...this.#findings.values()];
	}

	#summaryOf(symbol: string): Summary {
		const known = this.#summaries.get(symbol) ?? { stores: new Set(), returns: new Set() };
		this.#summaries.set(symbol, known);
		return known;
	}

	#function(unit: c.FunctionUnit): void {
		this.#summary = this.#summaryOf(unit.symbol);
		this.#held = new Map(unit.parameters.map(({ name }, i) => [name, new Set([i])]));
		let before = -1;
		for (let size = 0; size !== before; size = this.#size()) {
			before = size;
			for (const statement of unit.body) this.#statement(statement, unit.position);
		}
	}

	#size(): number {
		return [...this.#held.values()].reduce((sum, roots) => sum + roots.size, 0);
	}

	#statement(statement: c.Statement, outer: c.Position): void {
		this.#position = statement.position ?? outer;
		const here = this.#position;
		const { expressions, statements } = partsOf(statement);
		for (const expression of expressions) this.#effects(expression);
		for (const inner of statements) this.#statement(inner, here);
		this.#position = here;
		if (statement.kind === 'declaration' && statement.initial) {
			this.#hold(statement.name, this.#value(statement.initial));
		} else if (
			statement.kind === 'return' &&
			statement.value &&
			carriesAddress(statement.value.type)
		) {
			this.#leave(this.#value(statement.value), this.#summary.returns);
		}
	}

	/** Follows what an expression stores, and what it hands to functions. */
	#effects(node: c.Expression): void {
		const here = this.#position;
		if (node.kind === 'sequence') for (const inner of node.statements) this.#statement(inner, here);
		this.#position = here;
		for (const child of childrenOf(node)) this.#effects(child);
		if (node.kind === 'assign' && carriesAddress(node.value.type)) {
			this.#store(node.place, this.#value(node.value));
		} else if (node.kind === 'call') {
			for (const { roots } of this.#handed(node, summary => summary.stores))
				this.#leave(roots, this.#summary.stores);
		} else if (node.kind === 'asm') {
			const written = node.inputs.filter(({ name }) => name === 'value' || name === 'desired');
			for (const { expression } of written)
				this.#leave(this.#value(expression), this.#summary.stores);
		} else if (node.kind === 'runtime' && node.name.startsWith('__atomic')) {
			// The second operand is what is written, but a compare-exchange has the expected value there.
			const written = node.operands[node.name.includes('compare_exchange') ? 2 : 1];
			if (written && carriesAddress(written.type)) {
				this.#leave(this.#value(written), this.#summary.stores);
			}
		}
	}

	/** A store to one of the function's own variables is remembered; any other may outlive the function. */
	#store(place: c.Expression, roots: Roots): void {
		const owners = this.#place(place);
		const isOwn = owners.size > 0 && [...owners].every(owner => typeof owner === 'string');
		if (!isOwn) this.#leave(roots, this.#summary.stores);
		for (const owner of owners) if (typeof owner === 'string') this.#hold(owner, roots);
	}

	#hold(name: string, roots: Roots): void {
		const known = this.#held.get(name) ?? new Set();
		for (const root of roots) known.add(root);
		this.#held.set(name, known);
	}

	#leave(roots: Roots, given: Set<number>): void {
		for (const root of roots) {
			if (typeof root === 'number') {
				if (!given.has(root)) this.#hasChanged = true;
				given.add(root);
				continue;
			}
			const { file, line } = this.#position;
			const name = root.startsWith('_t') ? 'a value without a name' : `'${root}'`;
			this.#findings.set(`${file}:${line} ${root}`, d.escapingAddress(this.#position, [], name));
		}
	}

	/** The arguments of a call that its target, or one of its targets, stores or returns. */
	#handed(node: c.Expression & { kind: 'call' }, which: (summary: Summary) => Set<number>) {
		const targets = this.#targets(node.callee);
		return node.operands.flatMap((operand, i) => {
			const isTaken =
				targets === undefined ||
				targets.some(target => which(this.#summaryOf(target.symbol)).has(i));
			return isTaken && carriesAddress(operand.type) ? [{ roots: this.#value(operand) }] : [];
		});
	}

	/** The functions that a call may reach, through a pointer all of its type; undefined for imported ones. */
	#targets(callee: c.Expression): readonly c.FunctionUnit[] | undefined {
		if (callee.kind === 'function') {
			const unit = this.#bySymbol.get(callee.name);
			return unit && [unit];
		}
		const type = pointerName(callee.type);
		return this.#units.filter(unit => pointerName(unit.type) === type);
	}

	/** Where the addresses in a value may come from. */
	#value(node: c.Expression): Roots {
		switch (node.kind) {
			case 'name':
				return this.#globals.has(node.name) ? none : (this.#held.get(node.name) ?? none);
			case 'address':
				return this.#place(node.place);
			case 'member':
			case 'element':
			case 'dereference':
				return this.#loaded(node);
			case 'call': {
				const handed = this.#handed(node, summary => summary.returns);
				return union(handed.map(({ roots }) => roots));
			}
			case 'conditional':
				return union([this.#value(node.whenTrue), this.#value(node.whenFalse)]);
			case 'assign':
				return this.#value(node.value);
			case 'asm':
			case 'runtime':
			case 'volatile':
				return none;
			default:
				return union(childrenOf(node).map(child => this.#value(child)));
		}
	}

	/** What is read from memory: the contents of an own variable; nothing is known of other memory. */
	#loaded(place: c.Expression): Roots {
		if (place.kind === 'member' && place.object.type.kind === 'slice')
			return this.#value(place.object);
		const owners = [...this.#place(place)];
		return union(
			owners.map(owner => (typeof owner === 'string' ? (this.#held.get(owner) ?? none) : none)),
		);
	}

	/** Whose memory a place is in. */
	#place(place: c.Expression): Roots {
		switch (place.kind) {
			case 'name':
				return this.#globals.has(place.name) ? none : new Set([place.name]);
			case 'member':
				return this.#place(place.object);
			case 'element':
				return place.array.type.kind === 'array'
					? this.#place(place.array)
					: this.#value(place.array);
			case 'dereference':
				return this.#value(place.pointer);
			case 'volatile':
				return this.#place(place.place);
			default:
				return none;
		}
	}
}

const union = (sets: readonly Roots[]): Roots => new Set(sets.flatMap(set => [...set]));

const pointerName = (type: MachineType) =>
	type.kind === 'function' ? typeName({ ...type, nullable: false }) : '';

/** Whether values of a type can hold the address of data. */
const carriesAddress = (type: MachineType) => type.kind === 'pointer' || type.kind === 'slice';
