import ts from 'typescript';
import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { booleanType, type MachineType } from '../types/machine-type.ts';
import { coerce } from './coerce.ts';
import { broken, type Context } from './context.ts';

/** Lowers an expression. What comes back may be a place. */
export function lowerExpression(
	node: ts.Expression,
	context: Context,
	expected?: MachineType,
): c.Expression {
	if (context.modules.refused.has(node)) return broken;
	const visit = context.modules.visitors.expressions[node.kind];
	if (visit) return visit(node as never, context, expected);
	return context.report(d.unsupported(node, `'${ts.SyntaxKind[node.kind]}'`));
}

/** Lowers an expression to a value: a place becomes a reference to it. */
export function lowerValue(
	node: ts.Expression,
	context: Context,
	expected?: MachineType,
): c.Expression {
	return context.asValue(lowerExpression(node, context, expected));
}

/** Lowers an expression to a value of exactly this type. */
export function lowerAs(
	node: ts.Expression,
	context: Context,
	expected: MachineType,
): c.Expression {
	return coerce(lowerExpression(node, context, expected), expected, node, context);
}

/** Lowers a condition, which is a `boolean`: nothing else is true or false here. */
export function lowerCondition(node: ts.Expression, context: Context): c.Expression {
	const condition = lowerValue(node, context, booleanType);
	if (condition.type.kind === 'boolean' || condition.type.kind === 'error') return condition;
	return context.report(d.conditionNotBoolean(node, condition.type));
}
