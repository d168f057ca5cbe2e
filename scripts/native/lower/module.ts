import ts from 'typescript';
import * as c from '../c/ast.ts';
import { isStaticInitial } from '../c/effects.ts';
import { isLinkName, SymbolNames } from '../c/names.ts';
import * as d from '../diagnostics.ts';
import { isOrdinary } from '../program.ts';
import {
	type Environment,
	errorType,
	type FunctionType,
	type MachineType,
	type StructType,
	typeKey,
} from '../types/machine-type.ts';
import { TypeResolver } from '../types/resolve.ts';
import { lowerAdapter } from './adapter.ts';
import { lowerConstant, lowerEnumMember, lowerStatic } from './constant.ts';
import { broken } from './context.ts';
import { functionType, lowerFunction } from './function.ts';
import { functionName, instanceKey, type NamedFunction } from './instance.ts';
import { isLowerable } from './lowerable.ts';
import type { Visitors } from './visitors.ts';

const nothing: Environment = new Map();

/** Everything at module level, found on demand: a name is lowered when something first mentions it. */
export class ModuleLowering {
	readonly checker: ts.TypeChecker;
	readonly resolver: TypeResolver;
	readonly target: 'riscv64' | 'host';
	readonly visitors: Visitors;
	readonly externals = new Map<string, MachineType>();
	/** C symbols that are not of our making: no local variable has such a name. */
	readonly linkNames = new Set<string>();
	readonly functions: c.FunctionUnit[] = [];
	/** Functions whose own type is a mistake: for telling how an interrupt comes to them. */
	readonly mistaken: c.FunctionUnit[] = [];
	/** The C symbols of a function: several if it is generic or stands in a generic class. */
	readonly symbolsOf = new Map<ts.Node, string[]>();
	readonly variables: c.VariableUnit[] = [];
	/** The nodes that are no part of the language, and have been reported. */
	readonly refused = new Set<ts.Node>();
	readonly #names = new SymbolNames();
	readonly #hartLocals = new Set<string>();
	readonly #display: (file: string) => string;
	readonly #mistakes = new Map<string, d.Mistake>();
	readonly #known = new Map<ts.Node, Map<string, c.Expression>>();
	readonly #adapters = new Map<string, c.Expression>();
	/** C symbols that the program chose itself, by what they name. */
	readonly #chosen = new Map<ts.Node, string>();
	/** Where the program names the symbols that others define, or that it chose itself. */
	readonly symbols = new Map<string, ts.Node>();
	readonly #queue: (() => void)[] = [];

	constructor(
		checker: ts.TypeChecker,
		visitors: Visitors,
		target: 'riscv64' | 'host',
		display: (file: string) => string,
	) {
		this.visitors = visitors;
		this.checker = checker;
		this.target = target;
		this.#display = display;
		this.resolver = new TypeResolver(
			checker,
			this.report,
			(file, name) => this.#names.symbol(file, name),
			member => {
				const value = this.enumMember(member);
				return value.kind === 'literal' ? value.value : undefined;
			},
		);
	}

	get mistakes(): readonly d.Mistake[] {
		return [...this.#mistakes.values()];
	}

	/** One mistake at one place counts once, however many instances of a generic class repeat it. */
	report = (mistake: d.Mistake): void => {
		const { code, node, message } = mistake;
		if (isOrdinary(node.getSourceFile())) return; // its import is the mistake
		this.#mistakes.set(`${code} ${node.getSourceFile().fileName} ${node.pos} ${message}`, mistake);
	};

	position(node: ts.Node): c.Position {
		const file = node.getSourceFile();
		const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
		return { file: this.#display(file.fileName), line: line + 1 };
	}

	/** Gives what `declaration` declares a C symbol that others can link to. */
	choose(declaration: ts.Node, symbol: string, node: ts.Node): void {
		const isTaken = [...this.#chosen.values()].includes(symbol) || this.#chosen.has(declaration);
		if (!isLinkName(symbol)) this.report(d.wrongSymbol(node, symbol));
		else if (isTaken) this.report(d.duplicateSymbol(node, symbol));
		else {
			this.#chosen.set(declaration, symbol);
			this.symbols.set(symbol, node);
		}
	}

	/** The symbol of an exported function, made visible to the linker. */
	expose(declaration: ts.FunctionDeclaration): string {
		const known = this.#chosen.get(declaration);
		if (known) return known;
		const symbol = this.#names.symbol(
			declaration.getSourceFile().fileName,
			declaration.name?.text ?? 'default',
		);
		this.#chosen.set(declaration, symbol);
		return symbol;
	}

	/** A function, or a method of `self`; `own` says what its own type parameters stand for. */
	functionOf(
		node: NamedFunction,
		self: StructType | undefined,
		own: Environment = nothing,
	): c.Expression {
		return this.#once(node, `${self?.tag ?? ''} ${instanceKey(own)}`, () => {
			if (isOrdinary(node.getSourceFile())) return broken;
			if (!isLowerable(node, own, this.report)) return broken;
			const environment = new Map([...(self?.environment ?? nothing), ...own]);
			const type = functionType(node, environment, self, this);
			const name = functionName(node, self, own);
			const chosen = this.#chosen.get(node);
			const symbol = chosen ?? this.#names.symbol(node.getSourceFile().fileName, name);
			const isExternal = chosen !== undefined;
			this.#note(node, symbol);
			const lower = () =>
				lowerFunction(node, symbol, name, type, environment, self, isExternal, this);
			if (isBroken(type)) {
				this.#queue.push(() => void this.mistaken.push(lower())); // its body has mistakes of its own
				return broken;
			}
			this.#queue.push(() => void this.functions.push(lower()));
			return { kind: 'function', name: symbol, type };
		});
	}

	/** An arrow function as a code pointer. */
	arrow(
		node: ts.ArrowFunction,
		contextual: FunctionType | undefined,
		environment: Environment,
	): c.Expression {
		return this.#once(node, instanceKey(environment), () => {
			const type = functionType(node, environment, undefined, this, contextual);
			if (isBroken(type)) return broken;
			const { parent } = node;
			const isNamed = ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name);
			const name = isNamed ? parent.name.getText() : `arrow_${this.position(node).line}`;
			const symbol = this.#names.symbol(node.getSourceFile().fileName, name);
			this.#note(node, symbol);
			this.#queue.push(() => {
				this.functions.push(
					lowerFunction(node, symbol, name, type, environment, undefined, false, this),
				);
			});
			return { kind: 'function', name: symbol, type };
		});
	}

	/** `target` behind a pointer of another type: see `lowerAdapter`. */
	adapter(target: string, type: FunctionType, expected: FunctionType, node: ts.Node): c.Expression {
		const key = `${target} as ${typeKey({ ...expected, nullable: false })}`;
		const known = this.#adapters.get(key);
		if (known) return known;
		const symbol = `${target}__as${this.#adapters.size}`;
		const adapted: c.Expression = {
			kind: 'function',
			name: symbol,
			type: { ...expected, nullable: false },
		};
		this.#adapters.set(key, adapted);
		// Behind the target, whose place it has: that is what a report of the handler is to name.
		this.#queue.push(() => {
			const declared = this.functions.find(unit => unit.symbol === target);
			const position = declared?.position ?? this.position(node);
			this.functions.push(lowerAdapter(symbol, target, type, expected, position));
		});
		return adapted;
	}

	/** A module-level constant: its value where that is a constant of C, else the variable that holds it. */
	variableOf(node: ts.VariableDeclaration, symbol: ts.Symbol): c.Expression {
		return this.#once(
			node,
			'',
			() => lowerConstant(node, symbol.name, this),
			d.notConstant(node.name, symbol.name),
		);
	}

	/** `static readonly` of a class. */
	staticOf(node: ts.PropertyDeclaration): c.Expression {
		const name = `${node.parent.name?.text ?? 'default'}.${node.name.getText()}`;
		return this.#once(
			node,
			'',
			() => lowerStatic(node, name, this),
			d.notConstant(node.name, name),
		);
	}

	/** An enum member, as a constant. */
	enumMember(node: ts.EnumMember): c.Expression {
		return this.#once(node, '', () => lowerEnumMember(node, this));
	}

	/** Keeps a variable in static storage, under the symbol that the program chose for it or one of ours. */
	store(
		node: ts.VariableDeclaration | ts.PropertyDeclaration,
		name: string,
		variable: Omit<c.VariableUnit, 'symbol' | 'name' | 'position' | 'isExternal'>,
	): c.Expression {
		if (!isStaticInitial(variable.initial, symbol => this.isHartLocal(symbol))) {
			this.report(d.notConstant(node.initializer ?? node, name));
			return broken;
		}
		const chosen = this.#chosen.get(node);
		const symbol = chosen ?? this.#names.symbol(node.getSourceFile().fileName, name);
		const isExternal = chosen !== undefined;
		const isConstant = variable.isConstant && !isExternal;
		if (variable.isHartLocal) this.#hartLocals.add(symbol);
		this.variables.push({
			...variable,
			symbol,
			name,
			position: this.position(node),
			isExternal,
			isConstant,
		});
		return c.name(symbol, variable.type);
	}

	/** Whether a variable, by its C symbol, is one for each hart. */
	isHartLocal(symbol: string): boolean {
		return this.#hartLocals.has(symbol);
	}

	/** Whether native code itself defines this C symbol. */
	defines(symbol: string): boolean {
		return [...this.#chosen.values()].includes(symbol);
	}

	/** Lowers all that has been mentioned but not lowered yet. */
	drain(): void {
		for (let next = this.#queue.shift(); next; next = this.#queue.shift()) next();
	}

	/** Reports the chosen symbols of what turned out to have no address, when all has been lowered. */
	checkChoices(): void {
		const made = new Set([...this.functions, ...this.variables].map(({ symbol }) => symbol));
		for (const symbol of this.#chosen.values()) {
			const node = this.symbols.get(symbol);
			if (node && !made.has(symbol)) this.report(d.nothingToExport(node, symbol));
		}
	}

	#note(node: ts.Node, symbol: string): void {
		this.symbolsOf.set(node, [...(this.symbolsOf.get(node) ?? []), symbol]);
	}

	#once(node: ts.Node, key: string, make: () => c.Expression, cycle?: d.Mistake): c.Expression {
		let byKey = this.#known.get(node);
		if (!byKey) {
			byKey = new Map();
			this.#known.set(node, byKey);
		}
		const known = byKey.get(key);
		if (known === unfinished && cycle) this.report(cycle);
		if (known) return known === unfinished ? broken : known;
		byKey.set(key, unfinished);
		const made = make();
		byKey.set(key, made);
		return made;
	}
}

const unfinished: c.Expression = { kind: 'zero', type: errorType };

const isBroken = (type: FunctionType) =>
	type.result.kind === 'error' || type.parameters.some(parameter => parameter.kind === 'error');
