import ts from 'typescript';
import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { libraryName } from '../refuse/library.ts';
import { intrinsicName } from '../types/intrinsic-name.ts';
import { broken, type Context, type ExpressionVisitor } from './context.ts';

/** A name: local, parameter, or something at the top level of this or another native module. */
export const lowerIdentifier: ExpressionVisitor<ts.Identifier> = (node, context) => {
	const symbol = context.symbolOf(node);
	const local = symbol && context.locals.get(symbol);
	if (local) return local.expression;
	const declaration = symbol?.valueDeclaration;
	if (!symbol || !declaration) {
		return context.isBroken(node) ? broken : context.report(unknown(node));
	}
	if (context.modules.refused.has(declaration)) return broken;
	if (ts.isSourceFile(declaration)) {
		return context.report(d.moduleAsValue(node, node.text));
	}
	if (!isModuleLevel(declaration)) return context.report(d.capture(node, node.text));
	if (declaration.getSourceFile().isDeclarationFile) {
		const isIntrinsic = ts.isFunctionDeclaration(declaration) && !libraryName(node);
		return context.report(isIntrinsic ? d.intrinsicAsValue(node, node.text) : unknown(node));
	}
	if (
		isHartLocal(node, context) &&
		!(ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node)
	) {
		return context.report(d.hartLocalAsValue(node, node.text));
	}
	return lowerModuleName(node, symbol, declaration, context);
};

function lowerModuleName(
	node: ts.Identifier,
	symbol: ts.Symbol,
	declaration: ts.Declaration,
	context: Context,
): c.Expression {
	if (ts.isFunctionDeclaration(declaration)) {
		return declaration.typeParameters?.length
			? context.report(d.genericAsValue(node, node.text))
			: context.modules.functionOf(declaration, undefined);
	}
	if (ts.isVariableDeclaration(declaration)) return context.modules.variableOf(declaration, symbol);
	if (ts.isEnumMember(declaration)) return context.modules.enumMember(declaration);
	if (ts.isEnumDeclaration(declaration)) return context.report(d.enumAsValue(node, node.text));
	if (ts.isClassDeclaration(declaration)) {
		return context.report(d.classAsValue(node, node.text));
	}
	return context.report(d.unknownName(node, node.text));
}

/** A name that stands for nothing in native code. */
const unknown = (node: ts.Identifier): d.Mistake =>
	libraryName(node) ?? d.unknownName(node, node.text);
/** Whether an expression is a hart-local variable itself, of which there is one for each hart. */
export const isHartLocal = (node: ts.Expression, context: Context): boolean =>
	intrinsicName(context.checker.getTypeAtLocation(node).symbol) === 'native:hart.HartLocal';

/** `this`, in a method or constructor. */
export const lowerThis: ExpressionVisitor<ts.Node> = (node, context) =>
	context.thisPlace ?? context.report(d.thisOutsideMethod(node));

/** Whether a declaration stands at the top level of its module. */
export function isModuleLevel(declaration: ts.Declaration): boolean {
	if (ts.isVariableDeclaration(declaration)) {
		const { parent } = declaration.parent;
		return ts.isVariableStatement(parent) && ts.isSourceFile(parent.parent);
	}
	return (
		ts.isSourceFile(declaration.parent) ||
		ts.isEnumMember(declaration) ||
		declaration.getSourceFile().isDeclarationFile
	);
}
