import ts from 'typescript';
import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { intrinsicName } from '../types/intrinsic-name.ts';
import { asValue, isPlace, type MachineType } from '../types/machine-type.ts';
import { Context } from './context.ts';
import { lowerExpression, lowerValue } from './expression.ts';

type Bindings = Map<ts.Symbol, MachineType | bigint>;

/**
 * What the type parameters of a generic function stand for at one call: written out, or found by
 * holding the declared parameter types against the machine types of the arguments.
 */
export function bindTypeParameters(
	call: ts.CallExpression,
	declaration: ts.SignatureDeclaration,
	context: Context,
): Bindings | undefined {
	const parameters = declaration.typeParameters ?? [];
	const symbols = parameters.map(parameter => context.checker.getSymbolAtLocation(parameter.name));
	const unifier = new Unifier(symbols, context);
	call.typeArguments?.forEach((argument, i) => {
		const type = context.checker.getTypeFromTypeNode(argument);
		const symbol = symbols[i];
		const value =
			symbol && isNumeric(symbol, context)
				? context.resolver.number(type, context.environment, argument)
				: context.resolver.storage(argument, context.environment);
		if (symbol && value !== undefined) unifier.bindings.set(symbol, value);
	});
	declaration.parameters.forEach((parameter, i) => {
		const argument = call.arguments[i];
		if (!argument || !parameter.type || ts.isArrowFunction(argument)) return;
		if (!symbols.some(symbol => symbol && unifier.isOpen(symbol))) return;
		const declared = context.checker.getTypeFromTypeNode(parameter.type);
		unifier.expression(declared, lowerExpression(argument, context));
	});
	declaration.parameters.forEach((parameter, i) => {
		const argument = call.arguments[i];
		if (!argument || !parameter.type || !ts.isArrowFunction(argument)) return;
		unifier.arrow(context.checker.getTypeFromTypeNode(parameter.type), argument);
	});
	const missing = parameters.find((_, i) => {
		const symbol = symbols[i];
		return !symbol || !unifier.bindings.has(symbol);
	});
	if (!missing) return unifier.bindings;
	context.report(d.unboundTypeParameter(call, missing.name.text));
	return undefined;
}

/** Whether a type parameter is a number: `N extends number`. */
function isNumeric(parameter: ts.Symbol, context: Context): boolean {
	const constraint = context.checker.getDeclaredTypeOfSymbol(parameter).getConstraint();
	return ((constraint?.flags ?? 0) & ts.TypeFlags.Number) !== 0;
}

/** Holds declared types against machine types, and notes what the open type parameters must be. */
class Unifier {
	readonly bindings: Bindings = new Map();
	readonly #symbols: readonly (ts.Symbol | undefined)[];
	readonly #context: Context;

	constructor(symbols: readonly (ts.Symbol | undefined)[], context: Context) {
		this.#symbols = symbols;
		this.#context = context;
	}

	isOpen(symbol: ts.Symbol): boolean {
		return this.#symbols.includes(symbol) && !this.bindings.has(symbol);
	}

	/** An argument; a literal may stand for a numeric type parameter. */
	expression(declared: ts.Type, argument: c.Expression): void {
		const isParameter = (declared.flags & ts.TypeFlags.TypeParameter) !== 0;
		if (isParameter && argument.kind === 'literal') this.#bindNumber(declared, argument.value);
		this.#types(declared, argument.type);
	}

	/** An arrow function tells what it gives: tsc may have lost the name of the machine type. */
	arrow(declared: ts.Type, node: ts.ArrowFunction): void {
		const { modules, checker, resolver, environment } = this.#context;
		const wanted = declared.getCallSignatures()[0]?.getReturnType();
		if (!wanted?.symbol || !this.isOpen(wanted.symbol) || ts.isBlock(node.body)) return;
		const inner = new Context(modules, node, environment, undefined, undefined);
		for (const parameter of node.parameters) {
			if (!ts.isIdentifier(parameter.name)) return;
			const type = resolver.of(checker.getTypeAtLocation(parameter), environment, parameter);
			inner.declare(parameter.name, asValue(type), false);
		}
		this.#types(wanted, lowerValue(node.body, inner).type);
	}

	#bindNumber(declared: ts.Type, value: bigint): void {
		const { symbol } = declared;
		if (symbol && this.isOpen(symbol) && isNumeric(symbol, this.#context))
			this.bindings.set(symbol, value);
	}

	#bindType(declared: ts.Type, found: MachineType): void {
		const { symbol } = declared;
		if (!this.isOpen(symbol) || isNumeric(symbol, this.#context)) return;
		if (['constant', 'null', 'error'].includes(found.kind)) return;
		const isReference = found.kind === 'pointer' && found.reference;
		this.bindings.set(symbol, isReference ? found.target : found);
	}

	#types(declared: ts.Type | undefined, found: MachineType | undefined): void {
		if (!declared || !found) return;
		if (declared.flags & ts.TypeFlags.TypeParameter) this.#bindType(declared, found);
		else if (declared.isUnion()) {
			for (const part of declared.types)
				if (!(part.flags & ts.TypeFlags.Null)) this.#types(part, found);
		} else if (intrinsicName(declared.aliasSymbol) === 'native:memory.Ptr') {
			if (found.kind === 'pointer') this.#types(declared.aliasTypeArguments?.[0], found.target);
		} else if (found.kind === 'function') this.#signature(declared, found);
		else
			this.#parts(
				declared,
				found.kind === 'pointer' && isPlace(found.target) ? found.target : found,
			);
	}

	#signature(declared: ts.Type, found: MachineType & { kind: 'function' }): void {
		const signature = declared.getCallSignatures()[0];
		signature?.parameters.forEach((parameter, i) => {
			this.#types(this.#context.checker.getTypeOfSymbol(parameter), found.parameters[i]);
		});
		this.#types(signature?.getReturnType(), found.result);
	}

	/** The type arguments of `FixedArray<T, N>`, `Slice<T>`, `Atomic<T>` and generic structures. */
	#parts(declared: ts.Type, found: MachineType): void {
		const parts = this.#context.checker.getTypeArguments(declared as ts.TypeReference) ?? [];
		const [first, second] = parts;
		if (found.kind === 'array') {
			this.#types(first, found.element);
			if (second) this.#bindNumber(second, found.length);
		} else if (found.kind === 'slice') {
			this.#types(first, found.element);
		} else if (found.kind === 'atomic' || found.kind === 'register') {
			this.#types(first, found.of);
		} else if (found.kind === 'struct') {
			[...found.environment.values()].forEach((value, i) => {
				const part = parts[i];
				if (part && typeof value === 'bigint') this.#bindNumber(part, value);
				else if (typeof value !== 'bigint') this.#types(part, value);
			});
		}
	}
}
