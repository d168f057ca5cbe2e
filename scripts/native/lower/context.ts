import ts from 'typescript';
import * as c from '../c/ast.ts';
import { inOrder } from '../c/effects.ts';
import { localName } from '../c/names.ts';
import type * as d from '../diagnostics.ts';
import {
	type Environment,
	errorType,
	integers,
	isPlace,
	type MachineType,
	pointerTo,
	referenceTo,
	type StructType,
	stringType,
} from '../types/machine-type.ts';
import type { TypeResolver } from '../types/resolve.ts';
import type { ModuleLowering } from './module.ts';

/** What stands for an expression that has been reported already. */
export const broken: c.Expression = { kind: 'zero', type: errorType };

/** What a name of a function's own scope stands for. */
export interface Local {
	readonly expression: c.Expression;
	/** The storage is this function's own stack. */
	readonly isOwnStorage: boolean;
}

/** What every visitor needs while one function, or one initialiser, is being lowered. */
export class Context {
	readonly modules: ModuleLowering;
	readonly checker: ts.TypeChecker;
	readonly resolver: TypeResolver;
	readonly environment: Environment;
	readonly self: StructType | undefined;
	readonly result: MachineType | undefined;
	readonly locals = new Map<ts.Symbol, Local>();
	/** The node whose scope `locals` is: a name declared outside of it would be a capture. */
	readonly owner: ts.Node;
	/** The labels of enclosing statements, innermost last. */
	readonly labels: { readonly name: string; readonly isLoop: boolean; used: Set<string> }[] = [];
	/** The sections in place that enclose a statement, innermost last: what `return` ends there. */
	readonly sections: {
		readonly type: MachineType;
		readonly result: c.Expression | undefined;
		readonly end: string; // a label
	}[] = [];
	/** While a constructor runs at build time: what the fields of `this` hold so far. */
	building: ReadonlyMap<string, c.Expression> | undefined;
	#temporaries = 0;

	constructor(
		modules: ModuleLowering,
		owner: ts.Node,
		environment: Environment,
		self: StructType | undefined,
		result: MachineType | undefined,
	) {
		this.modules = modules;
		this.checker = modules.checker;
		this.resolver = modules.resolver;
		this.owner = owner;
		this.environment = environment;
		this.self = self;
		this.result = result;
	}

	/** Reports a mistake and gives the placeholder to go on with. */
	report(mistake: d.Mistake): c.Expression {
		this.modules.report(mistake);
		return broken;
	}

	/** A name that no user can write. */
	temporary = (): string => `_t${++this.#temporaries}`;

	inOrder(
		operands: readonly c.Expression[],
		build: (operands: readonly c.Expression[]) => c.Expression,
	): c.Expression {
		if (operands.some(operand => operand.type.kind === 'error')) return broken;
		return inOrder(operands, build, this.temporary);
	}

	/** Declares a parameter or variable and gives its C name. */
	declare(
		identifier: ts.Identifier,
		type: MachineType,
		isOwnStorage: boolean,
		isStable = false,
	): string {
		const name = localName(identifier.text, this.modules.linkNames);
		const symbol = this.checker.getSymbolAtLocation(identifier);
		if (symbol) this.locals.set(symbol, { expression: c.name(name, type, isStable), isOwnStorage });
		return name;
	}

	/** Lets a parameter of a constructor stand for its argument. */
	bind(identifier: ts.Identifier, expression: c.Expression): void {
		const symbol = this.checker.getSymbolAtLocation(identifier);
		if (symbol) this.locals.set(symbol, { expression, isOwnStorage: false });
	}

	/** Whether tsc found nothing that a node could be, and has said so. */
	isBroken(node: ts.Node): boolean {
		const type = this.checker.getTypeAtLocation(node);
		return (type as { readonly intrinsicName?: string }).intrinsicName === 'error';
	}

	/** The symbol behind a name, through imports. */
	symbolOf(node: ts.Node): ts.Symbol | undefined {
		// In `{ value }` the name stands for the variable, not for the property.
		const symbol = ts.isShorthandPropertyAssignment(node.parent)
			? this.checker.getShorthandAssignmentValueSymbol(node.parent)
			: this.checker.getSymbolAtLocation(node);
		return symbol && symbol.flags & ts.SymbolFlags.Alias
			? this.checker.getAliasedSymbol(symbol)
			: symbol;
	}

	/** The machine type of an expression that is a member of an enum to tsc. */
	enumOf(node: ts.Expression): MachineType | undefined {
		const type = this.checker.getBaseTypeOfLiteralType(this.checker.getTypeAtLocation(node));
		return type.flags & ts.TypeFlags.EnumLike
			? this.resolver.of(type, this.environment, node)
			: undefined;
	}

	/** File and line of a node, as `#line` and panics show them. */
	position(node: ts.Node): c.Position {
		return this.modules.position(node);
	}

	/** The operands `file, line` that the panic path takes. */
	place(node: ts.Node): readonly [c.Expression, c.Expression] {
		const { file, line } = this.position(node);
		const text: c.Expression = {
			kind: 'symbol',
			name: `POSITION(${JSON.stringify(file)})`,
			type: stringType,
		};
		return [text, { kind: 'symbol', name: `${line}`, type: integers.u32 }];
	}

	/** A place as a reference to it; a value as itself. */
	asValue(expression: c.Expression): c.Expression {
		return isPlace(expression.type)
			? c.address(expression, referenceTo(expression.type))
			: expression;
	}

	/** What a pointer to a place points at; anything else as itself. */
	asPlace(expression: c.Expression): c.Expression {
		const { type } = expression;
		return type.kind === 'pointer' && isPlace(type.target)
			? c.dereference(expression, type.target)
			: expression;
	}

	/** `this`, inside a method. */
	get thisPlace(): c.Expression | undefined {
		if (!this.self || this.building) return undefined;
		return c.dereference(c.name('self', pointerTo(this.self), true), this.self);
	}
}

/** Lowers one kind of expression. `expected` is the type that the surroundings want, for literals. */
export type ExpressionVisitor<Node extends ts.Node> = (
	node: Node,
	context: Context,
	expected: MachineType | undefined,
) => c.Expression;

/** Lowers one kind of statement. */
export type StatementVisitor<Node extends ts.Node> = (
	node: Node,
	context: Context,
) => readonly c.Statement[];
