import ts from 'typescript';
import * as c from '../c/ast.ts';
import {
	asValue,
	type Environment,
	errorType,
	type FunctionType,
	type MachineType,
	referenceTo,
	type StructType,
	voidType,
} from '../types/machine-type.ts';
import { broken, Context, type ExpressionVisitor } from './context.ts';
import { discarded } from './discard.ts';
import { lowerAs, lowerExpression } from './expression.ts';
import type { ModuleLowering } from './module.ts';
import { giveUp } from './pattern.ts';
import { lowerStatements } from './statement.ts';

export type FunctionNode =
	| ts.FunctionDeclaration
	| ts.MethodDeclaration
	| ts.GetAccessorDeclaration
	| ts.SetAccessorDeclaration
	| ts.ArrowFunction;

/** The machine type of a function, with the object first if it is a method. */
export function functionType(
	node: FunctionNode,
	environment: Environment,
	self: StructType | undefined,
	modules: ModuleLowering,
	contextual?: FunctionType,
): FunctionType {
	const parameters = node.parameters.map((parameter, i): MachineType => {
		if (parameter.dotDotDotToken) return errorType; // refused as a form
		if (parameter.type) {
			const of = modules.resolver.value(parameter.type, environment);
			return modules.resolver.isNothing(of, parameter.type) ? errorType : of;
		}
		const known = contextual?.parameters[i];
		if (known) return known;
		const type = modules.checker.getTypeAtLocation(parameter);
		return asValue(modules.resolver.of(type, environment, parameter));
	});
	const extra = ts.isArrowFunction(node)
		? (contextual?.parameters.slice(parameters.length) ?? [])
		: [];
	const all = [...(self ? [referenceTo(self)] : []), ...parameters, ...extra];
	return {
		kind: 'function',
		parameters: all,
		result: resultType(node, environment, modules, contextual),
		nullable: false,
	};
}

function resultType(
	node: FunctionNode,
	environment: Environment,
	modules: ModuleLowering,
	contextual: FunctionType | undefined,
): MachineType {
	if (ts.isSetAccessor(node)) return voidType;
	if (modules.refused.has(node)) return errorType;
	if (node.type) return modules.resolver.value(node.type, environment);
	if (contextual) return contextual.result;
	const signature = modules.checker.getSignatureFromDeclaration(node);
	if (!signature) return broken.type;
	return asValue(modules.resolver.of(signature.getReturnType(), environment, node.name ?? node));
}

/** Lowers the body of a function, method or arrow function. */
export function lowerFunction(
	node: FunctionNode,
	symbol: string,
	name: string,
	type: FunctionType,
	environment: Environment,
	self: StructType | undefined,
	isExternal: boolean,
	modules: ModuleLowering,
): c.FunctionUnit {
	const context = new Context(modules, node, environment, self, type.result);
	const own = self ? type.parameters.slice(1) : type.parameters;
	const parameters = own.map((parameter, i) => {
		const declared = node.parameters[i]?.name;
		if (declared && !ts.isIdentifier(declared)) giveUp(declared, context); // refused as a form
		if (!declared || !ts.isIdentifier(declared)) return { name: `_unused${i}`, type: parameter };
		const known = numberOf(node.parameters[i], context);
		if (known !== undefined) {
			context.bind(declared, c.constant(known));
			return { name: `_unused${i}`, type: parameter };
		}
		return { name: context.declare(declared, parameter, false), type: parameter };
	});
	if (self) parameters.unshift({ name: 'self', type: referenceTo(self) });
	const { body } = node;
	const statements = !body
		? []
		: ts.isBlock(body)
			? lowerStatements(body.statements, context)
			: lowerExpressionBody(body, type.result, context);
	return {
		symbol,
		name,
		position: modules.position(node.name ?? node),
		parameters,
		type,
		isExternal,
		body: statements,
	};
}

/** What a parameter `size: N` is, which the type alone tells. */
function numberOf(
	parameter: ts.ParameterDeclaration | undefined,
	context: Context,
): bigint | undefined {
	const type = parameter?.type && context.checker.getTypeFromTypeNode(parameter.type);
	const bound = type?.symbol && context.environment.get(type.symbol);
	return typeof bound === 'bigint' ? bound : undefined;
}

function lowerExpressionBody(
	body: ts.Expression,
	result: MachineType,
	context: Context,
): c.Statement[] {
	const position = context.position(body);
	return result.kind === 'void' || result.kind === 'never'
		? discarded(lowerExpression(body, context), context).map(part => ({ ...part, position }))
		: [{ kind: 'return', value: lowerAs(body, context, result), position }];
}

/** An arrow function that captures nothing: a code pointer. */
export const lowerArrow: ExpressionVisitor<ts.ArrowFunction> = (node, context, expected) =>
	context.modules.arrow(
		node,
		expected?.kind === 'function' ? expected : undefined,
		context.environment,
	);
