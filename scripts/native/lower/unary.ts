import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { booleanType, carrier, wrap } from '../types/machine-type.ts';
import { lowerIncrement } from './assignment.ts';
import { broken, type Context, type ExpressionVisitor } from './context.ts';
import { lowerCondition, lowerValue } from './expression.ts';

const K = ts.SyntaxKind;

/** `-x`, `~x`, `!x`, `++x`, `--x`. */
export const lowerPrefix: ExpressionVisitor<ts.PrefixUnaryExpression> = (
	node,
	context,
	expected,
) => {
	switch (node.operator) {
		case K.PlusPlusToken:
		case K.MinusMinusToken:
			return lowerIncrement(node, context, expected);
		case K.ExclamationToken:
			return lowerNot(node, context);
		case K.PlusToken: // refused as a form
		case K.MinusToken:
		case K.TildeToken:
			break;
	}
	const operator = node.operator === K.TildeToken ? '~' : '-';
	const operand = lowerValue(node.operand, context, expected);
	const { type } = operand;
	if (type.kind === 'error') return broken;
	if (operand.kind === 'literal' && type.kind === 'constant') {
		return operator === '-' ? c.constant(-operand.value) : c.constant(~operand.value, true);
	}
	if (type.kind !== 'integer')
		return context.report(d.operandNotInteger(node.operand, operator, type));
	if (operand.kind === 'literal') {
		return c.literal(wrap(operator === '-' ? -operand.value : ~operand.value, type), type);
	}
	const wide = carrier(type);
	const result =
		operator === '~'
			? c.unary('~', c.cast(wide, operand), wide)
			: c.binary('-', c.literal(0n, wide), c.cast(wide, operand), wide);
	return c.cast(type, result);
};

function lowerNot(node: ts.PrefixUnaryExpression, context: Context): c.Expression {
	const operand = lowerCondition(node.operand, context);
	if (operand.type.kind === 'error') return broken;
	if (operand.kind === 'literal') return c.boolean(operand.value === 0n);
	return c.unary('!', operand, booleanType);
}
