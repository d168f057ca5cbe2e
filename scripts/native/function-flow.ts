import type * as c from './c/ast.ts';
import { childrenOf, partsOf } from './c/walk.ts';
import { type FunctionType, type MachineType, typeName } from './types/machine-type.ts';

/**
 * Which functions a function pointer may hold. A pointer reaches the functions whose address flows to
 * it: through variables, parameters, results, and fields, which are told apart by structure and not by
 * object. `HandlerTable<8>` and `HandlerTable<1024>` are two structures.
 *
 * Whatever this does not follow, a conversion to an integer or memory behind a `Ptr`, falls back on
 * the type: the pointer may then hold every function of its type that went such a way.
 */
export class FunctionFlow {
	readonly #units: ReadonlyMap<string, c.FunctionUnit>;
	readonly #globals: ReadonlySet<string>;
	readonly #held = new Map<string, Set<string>>();
	readonly #edges = new Map<string, Set<string>>();
	readonly #calls: { readonly callee: string; readonly node: Call; readonly caller: string }[] = [];
	readonly #visited = new Map<c.Expression, string | undefined>();

	/** The fields with functions of the structures whose addresses were made of numbers, and into numbers. */
	readonly #found = new Map<string, string>();
	readonly #numbered = new Map<string, string>();

	constructor(program: c.Program) {
		this.#units = new Map(program.functions.map(unit => [unit.symbol, unit]));
		this.#globals = new Set(program.variables.map(variable => variable.symbol));
		for (const { symbol, initial } of program.variables) {
			this.#flow(this.#value(initial, ''), `global ${symbol}`);
		}
		for (const unit of program.functions) {
			if (unit.isExternal) this.#expose(unit);
			for (const statement of unit.body) this.#statement(statement, unit.symbol);
		}
		this.#connectPunned();
		while (this.#spread());
	}

	/** The functions that a call through a pointer may reach, by their C symbols. */
	targets(call: Call): ReadonlySet<string> {
		return this.#set(this.#visited.get(call.callee) ?? byType(call.callee.type));
	}

	/** Code that is not in the tree may call the function with anything. */
	#expose({ symbol, parameters, type }: c.FunctionUnit): void {
		for (const parameter of parameters) {
			if (held(parameter.type)) this.#flow(byType(parameter.type), local(symbol, parameter.name));
		}
		this.#flow(`result ${symbol}`, byType(type.result));
	}

	#statement(statement: c.Statement, unit: string): void {
		const { expressions, statements } = partsOf(statement);
		for (const expression of expressions) this.#value(expression, unit);
		for (const inner of statements) this.#statement(inner, unit);
		if (statement.kind === 'declaration' && statement.initial) {
			this.#flow(this.#value(statement.initial, unit), local(unit, statement.name));
		} else if (statement.kind === 'return' && statement.value) {
			this.#flow(this.#value(statement.value, unit), `result ${unit}`);
		}
	}

	/** Where what an expression holds is kept, if it can be a function at all; if unknown, by its type. */
	#value(node: c.Expression, unit: string): string | undefined {
		if (!this.#visited.has(node)) {
			this.#visited.set(node, undefined);
			const isNothing = node.kind === 'null' || node.kind === 'zero';
			const fallback = held(node.type) && !isNothing ? byType(node.type) : undefined;
			this.#visited.set(node, this.#visit(node, unit) ?? fallback);
		}
		return this.#visited.get(node);
	}

	#visit(node: c.Expression, unit: string): string | undefined {
		if (node.kind === 'sequence') {
			for (const statement of node.statements) this.#statement(statement, unit);
		}
		if (node.kind === 'asm') return this.#asm(node, unit);
		if (node.kind === 'address' && held(node.place.type)) {
			// What is behind an address may be read and written by way of any pointer.
			const place = this.#value(node.place, unit);
			this.#flow(place, byType(node.place.type));
			this.#flow(byType(node.place.type), place);
			return undefined;
		}
		const children = childrenOf(node).map(child => this.#value(child, unit));
		switch (node.kind) {
			case 'function':
				this.#set(`function ${node.name}`).add(node.name);
				return `function ${node.name}`;
			case 'name':
				if (!held(node.type)) return undefined;
				return this.#globals.has(node.name) ? `global ${node.name}` : local(unit, node.name);
			case 'member': {
				const { type } = node.object;
				return held(node.type) && type.kind === 'struct' ? field(type.tag, node.field) : undefined;
			}
			case 'element':
			case 'volatile':
			case 'sequence':
				return children[0];
			case 'conditional':
				return this.#join(children.slice(1));
			case 'assign':
				this.#flow(children[1], children[0]);
				return children[0];
			case 'initializer':
				if (node.type.kind !== 'struct') return this.#join(children);
				for (const [i, [name]] of node.fields.entries()) {
					this.#flow(children[i], field(node.type.tag, name));
				}
				return undefined;
			case 'elements':
				return this.#join(children);
			case 'call':
				return this.#call(node, children, unit);
			case 'binary': // a comparison: the functions go no further
			case 'unary':
				return undefined;
			case 'cast':
				if (node.operand.type.kind === 'integer') this.#addFields(node.type, this.#found);
				if (node.type.kind === 'integer') this.#addFields(node.operand.type, this.#numbered);
				this.#leave(node, children);
				return undefined;
			case 'dereference':
			case 'runtime':
			case 'address':
				this.#leave(node, children);
				return undefined;
			case 'literal':
			case 'null':
			case 'string':
			case 'symbol':
			case 'zero':
				return undefined;
		}
	}

	/** Adds the fields with functions, and their types, of the structure that a pointer points at. */
	#addFields(pointer: MachineType, to: Map<string, string>): void {
		const within = (type: MachineType): void => {
			if (type.kind === 'array') within(type.element);
			if (type.kind !== 'struct') return;
			for (const { name, type: of } of type.fields()) {
				within(of);
				if (held(of)) to.set(field(type.tag, name), byType(of));
			}
		};
		if (pointer.kind === 'pointer') within(pointer.target);
	}

	/**
	 * Where a number became the address of a structure with functions, this may be any other structure with
	 * such functions whose address became a number.
	 */
	#connectPunned(): void {
		const types = new Set(this.#found.values());
		for (const [place, type] of [...this.#found, ...this.#numbered]) {
			if (!types.has(type)) continue;
			this.#flow(place, type);
			this.#flow(type, place);
		}
	}

	/** A use that is not followed: what goes in may come out wherever the type is right. */
	#leave(node: c.Expression, children: readonly (string | undefined)[]): void {
		for (const [i, child] of childrenOf(node).entries()) {
			if (held(child.type)) this.#flow(children[i], byType(child.type));
		}
	}

	#call(node: Call, children: readonly (string | undefined)[], unit: string): string | undefined {
		const [callee] = children;
		if (callee === undefined) {
			this.#leave(node, children);
			return undefined;
		}
		this.#calls.push({ callee, node, caller: unit });
		return held(node.type) ? `answer ${this.#calls.length} ${unit}` : undefined;
	}

	/** Assembly: what goes in, by value or by address, may come out anywhere. */
	#asm(node: c.Asm, unit: string): string | undefined {
		const places = [...node.outputs, ...node.inputs].map(({ expression }) => {
			if (held(expression.type)) return this.#value(expression, unit);
			if (expression.type.kind !== 'pointer' || !held(expression.type.target)) {
				this.#value(expression, unit);
				return undefined;
			}
			if (expression.kind === 'address') return this.#value(expression.place, unit);
			this.#value(expression, unit);
			return byType(expression.type.target);
		});
		const all = this.#join(places);
		for (const place of places) if (!place?.startsWith('function ')) this.#flow(all, place);
		return all;
	}

	#join(places: readonly (string | undefined)[]): string | undefined {
		const known = places.filter(place => place !== undefined);
		if (known.length < 2) return known[0];
		const all = `join ${this.#edges.size} ${known.join(' ')}`;
		for (const place of known) this.#flow(place, all);
		return all;
	}

	#flow(from: string | undefined, to: string | undefined): boolean {
		if (from === undefined || to === undefined || from === to) return false;
		const edges = this.#edges.get(from) ?? new Set();
		if (edges.has(to)) return false;
		this.#edges.set(from, edges.add(to));
		return true;
	}

	#set(place: string): Set<string> {
		const known = this.#held.get(place) ?? new Set();
		this.#held.set(place, known);
		return known;
	}

	/** One round: along every edge, and through every call of what is known to be called. */
	#spread(): boolean {
		let isMore = false;
		for (const [from, edges] of this.#edges) {
			for (const to of edges) {
				const target = this.#set(to);
				const before = target.size;
				for (const name of this.#set(from)) target.add(name);
				isMore ||= target.size > before;
			}
		}
		for (const [index, { callee, node, caller }] of this.#calls.entries()) {
			const answer = `answer ${index + 1} ${caller}`;
			for (const name of this.#set(callee)) {
				isMore = this.#connect(node, name, answer, caller) || isMore;
			}
		}
		return isMore;
	}

	#connect(node: Call, name: string, answer: string, caller: string): boolean {
		const unit = this.#units.get(name);
		let isMore = false;
		for (const [i, operand] of node.operands.entries()) {
			if (!held(operand.type)) continue;
			const parameter = unit?.parameters[i];
			const to = parameter ? local(name, parameter.name) : byType(operand.type);
			isMore = this.#flow(this.#value(operand, caller), to) || isMore;
		}
		if (!held(node.type)) return isMore;
		return this.#flow(unit ? `result ${name}` : byType(node.type), answer) || isMore;
	}
}

export type Call = c.Expression & { readonly kind: 'call' };

/** The type of function that a value or place of a type holds. */
function held(type: MachineType): FunctionType | undefined {
	if (type.kind === 'function') return type;
	if (type.kind === 'array') return held(type.element);
	return type.kind === 'atomic' ? held(type.of) : undefined;
}

const local = (unit: string, name: string) => `local ${unit} ${name}`;
const field = (tag: string, name: string) => `field ${tag} ${name}`;

function byType(type: MachineType): string {
	const of = held(type);
	return of ? `type ${typeName({ ...of, nullable: false })}` : '';
}
