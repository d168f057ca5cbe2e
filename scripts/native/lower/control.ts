import type ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { isPlace } from '../types/machine-type.ts';
import { ownStorage } from './assignment.ts';
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
	const escaping = ownStorage(value, context);
	if (escaping !== undefined) context.report(d.escapingAddress(node.expression, escaping));
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
	return isPlace(expression.type) || expression.type.kind === 'null'
		? []
		: [c.evaluate(expression)];
};
