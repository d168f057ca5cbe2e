import type ts from 'typescript';
import * as c from '../c/ast.ts';
import { isStablePlace } from '../c/effects.ts';
import { isPlace } from '../types/machine-type.ts';
import type { StatementVisitor } from './context.ts';
import { lowerAs, lowerCondition, lowerExpression } from './expression.ts';
import { lowerBody, lowerStatements } from './statement.ts';

export const lowerReturn: StatementVisitor<ts.ReturnStatement> = (node, context) => {
	const { result } = context;
	if (!node.expression) return [{ kind: 'return', value: undefined }];
	if (result?.kind === 'void') {
		const value = lowerExpression(node.expression, context);
		return [c.evaluate(value), { kind: 'return', value: undefined }];
	}
	const value = lowerAs(node.expression, context, result ?? { kind: 'error' });
	return [{ kind: 'return', value }];
};

export const lowerIf: StatementVisitor<ts.IfStatement> = (node, context) => [
	{
		kind: 'if',
		condition: lowerCondition(node.expression, context),
		whenTrue: lowerBody(node.thenStatement, context),
		whenFalse: node.elseStatement && lowerBody(node.elseStatement, context),
	},
];

export const lowerBlock: StatementVisitor<ts.Block> = (node, context) => [
	{ kind: 'block', statements: lowerStatements(node.statements, context) },
];

export const lowerExpressionStatement: StatementVisitor<ts.ExpressionStatement> = (
	node,
	context,
) => {
	const expression = lowerExpression(node.expression, context);
	if (expression.type.kind === 'null' || expression.type.kind === 'constant') return [];
	if (!isPlace(expression.type)) return [c.evaluate(expression)];
	// A place is found, which may do or check something, but not read.
	return isStablePlace(expression) ? [] : [c.evaluate(context.asValue(expression))];
};
