import type ts from 'typescript';
import * as d from '../diagnostics.ts';
import type { ExpressionVisitor } from './context.ts';
import { lowerAs } from './expression.ts';

/**
 * `value as T`: names the machine type that a value already has, where tsc has lost it, as in
 * `(a + b) as T` of a generic function. It converts nothing, and takes no `null` away.
 */
export const lowerAssertion: ExpressionVisitor<ts.AsExpression> = (node, context) => {
	const { checker } = context;
	const isNullable = (type: ts.Type) => checker.getNonNullableType(type) !== type;
	const given = checker.getTypeAtLocation(node.expression);
	if (isNullable(given) && !isNullable(checker.getTypeFromTypeNode(node.type))) {
		return context.report(d.typeAssertion(node, node.type.getText()));
	}
	const type = context.resolver.value(node.type, context.environment);
	return lowerAs(node.expression, context, type);
};
