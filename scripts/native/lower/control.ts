import type ts from 'typescript';
import * as c from '../c/ast.ts';
import { lowerSection } from '../intrinsics/section.ts';
import { coerce } from './coerce.ts';
import { broken, type Context, type StatementVisitor } from './context.ts';
import { discarded } from './discard.ts';
import { lowerAs, lowerCondition, lowerExpression } from './expression.ts';
import { lowerBody, lowerStatements } from './statement.ts';

export const lowerReturn: StatementVisitor<ts.ReturnStatement> = (node, context) => {
	const section = context.sections.at(-1);
	if (section) return leaveSection(node, section, context);
	const { result } = context;
	const lowered = node.expression && lowerSection(node.expression, context, result);
	if (lowered?.result) {
		const value = coerce(lowered.result, result ?? broken.type, node, context);
		return [{ kind: 'block', statements: [...lowered.statements, { kind: 'return', value }] }];
	}
	if (lowered) return [...lowered.statements, { kind: 'return', value: undefined }];
	if (!node.expression) return [{ kind: 'return', value: undefined }];
	if (result?.kind === 'void') {
		const value = lowerExpression(node.expression, context);
		return [...discarded(value, context), { kind: 'return', value: undefined }];
	}
	const value = lowerAs(node.expression, context, result ?? { kind: 'error' });
	return [{ kind: 'return', value }];
};

/** `return` in a section that stands in place: what it gives, and on to its end. */
function leaveSection(
	{ expression }: ts.ReturnStatement,
	section: Context['sections'][number],
	context: Context,
): readonly c.Statement[] {
	const goto: c.Statement = { kind: 'goto', label: section.end };
	if (!expression) return [goto];
	if (!section.result) return [...discarded(lowerExpression(expression, context), context), goto];
	const value = lowerAs(expression, context, section.type);
	return [c.evaluate(c.assign(section.result, value)), goto];
}

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
	const section = lowerSection(node.expression, context, undefined);
	if (section) return [{ kind: 'block', statements: section.statements }];
	return discarded(lowerExpression(node.expression, context), context);
};
