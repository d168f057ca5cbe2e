import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { intrinsics } from '../intrinsics/intrinsics.ts';
import { lowerRegisterAccess } from '../intrinsics/mmio.ts';
import { intrinsicName } from '../types/intrinsic-name.ts';
import { type FunctionType, referenceTo } from '../types/machine-type.ts';
import { broken, type Context, type ExpressionVisitor } from './context.ts';
import { lowerAs, lowerExpression, lowerValue } from './expression.ts';
import { bindTypeParameters } from './generic.ts';

/** A call: of an intrinsic, a function, a method, or through a function pointer. */
export const lowerCall: ExpressionVisitor<ts.CallExpression> = (node, context, expected) => {
	const symbol = context.symbolOf(node.expression);
	const intrinsic = intrinsics[intrinsicName(symbol) ?? ''];
	if (intrinsic) return intrinsic(node, context, expected);
	if (ts.isPropertyAccessExpression(node.expression)) {
		const method = lowerMethodCall(node, node.expression, symbol?.valueDeclaration, context);
		if (method) return method;
	}
	const generic = genericOf(symbol?.valueDeclaration);
	if (!generic) return callThrough(lowerValue(node.expression, context), [], node, context);
	const own = bindTypeParameters(node, generic, context);
	if (!own) return broken;
	return callThrough(context.modules.functionOf(generic, undefined, own), [], node, context);
};

/** The declaration of a generic function or method. */
function genericOf(
	declaration: ts.Declaration | undefined,
): ts.FunctionDeclaration | ts.MethodDeclaration | undefined {
	const isFunction =
		declaration && (ts.isFunctionDeclaration(declaration) || ts.isMethodDeclaration(declaration));
	return isFunction && declaration.typeParameters?.length ? declaration : undefined;
}

function lowerMethodCall(
	node: ts.CallExpression,
	callee: ts.PropertyAccessExpression,
	declaration: ts.Declaration | undefined,
	context: Context,
): c.Expression | undefined {
	const isMethod = declaration !== undefined && ts.isMethodDeclaration(declaration);
	const isStatic =
		declaration && (ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;
	if (isMethod && !isStatic) {
		const object = context.asPlace(lowerExpression(callee.expression, context));
		if (object.type.kind === 'error') return lowerOperands(node, context);
		if (object.type.kind !== 'struct') return undefined;
		const self = c.address(object, referenceTo(object.type));
		const own = genericOf(declaration) && bindTypeParameters(node, declaration, context);
		if (genericOf(declaration) && !own) return broken;
		const method = context.modules.functionOf(declaration, object.type, own);
		return callThrough(method, [self], node, context);
	}
	if (declaration?.getSourceFile().isDeclarationFile) {
		const object = context.asPlace(lowerExpression(callee.expression, context));
		if (object.type.kind === 'register')
			return lowerRegisterAccess(node, callee.name.text, object, object.type, context);
		if (object.type.kind === 'error') return lowerOperands(node, context);
	}
	return undefined;
}

/** Lowers the arguments only to report what is wrong in them. */
function lowerOperands(node: ts.CallExpression, context: Context): c.Expression {
	for (const argument of node.arguments) {
		// Nothing tells what the parameters of an arrow function are.
		const isOpen = ts.isArrowFunction(argument) && argument.parameters.some(({ type }) => !type);
		if (!isOpen) lowerValue(argument, context);
	}
	return broken;
}

function callThrough(
	callee: c.Expression,
	leading: readonly c.Expression[],
	node: ts.CallExpression,
	context: Context,
): c.Expression {
	const { type } = callee;
	if (type.kind === 'error') return lowerOperands(node, context);
	if (type.kind !== 'function') {
		return context.report(d.notCallable(node.expression, type));
	}
	const operands = lowerArguments(node, type, leading.length, context);
	if (operands.some(operand => operand.type.kind === 'error')) return broken;
	return context.inOrder([callee, ...leading, ...operands], ([target = callee, ...rest]) =>
		c.call(target, rest, type.result),
	);
}

function lowerArguments(
	node: ts.CallExpression,
	type: FunctionType,
	skipped: number,
	context: Context,
): c.Expression[] {
	return type.parameters.slice(skipped).flatMap((parameter, i) => {
		const argument = node.arguments[i];
		return [argument ? lowerAs(argument, context, parameter) : broken]; // tsc has counted them
	});
}
