import type ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { nullType } from '../types/machine-type.ts';
import type { ExpressionVisitor } from './context.ts';

/** A number, read from the source text: a double could not hold `0xffff_ffff_ffff_ffff`. */
export const lowerNumber: ExpressionVisitor<ts.NumericLiteral> = (node, context) => {
	const text = node.getText().replaceAll('_', '');
	const isInteger = /^(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO][0-7]+|\d+)$/.test(text);
	return isInteger
		? c.constant(BigInt(text))
		: context.report(d.floatingPoint(node, node.getText()));
};

export const lowerString: ExpressionVisitor<ts.StringLiteralLike> = node => c.string(node.text);

export const lowerTrue: ExpressionVisitor<ts.Node> = () => c.boolean(true);

export const lowerFalse: ExpressionVisitor<ts.Node> = () => c.boolean(false);

export const lowerNull: ExpressionVisitor<ts.Node> = () => ({ kind: 'null', type: nullType });

export const lowerParentheses =
	(lower: ExpressionVisitor<ts.Expression>): ExpressionVisitor<ts.ParenthesizedExpression> =>
	(node, context, expected) =>
		lower(node.expression, context, expected);
