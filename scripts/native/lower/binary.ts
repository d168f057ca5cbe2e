import ts from 'typescript';
import * as c from '../c/ast.ts';
import { isStable } from '../c/effects.ts';
import * as d from '../diagnostics.ts';
import { booleanType, isPlace, sameType } from '../types/machine-type.ts';
import { type ArithmeticOperator, arithmetic } from './arithmetic.ts';
import { lowerAssignment, lowerCompoundAssignment, lowerLogicalAssignment } from './assignment.ts';
import { fitConstant } from './coerce.ts';
import { broken, type Context, type ExpressionVisitor } from './context.ts';
import { lowerAs, lowerCondition, lowerValue } from './expression.ts';

const K = ts.SyntaxKind;

const arithmeticOperators: Partial<Record<ts.SyntaxKind, ArithmeticOperator>> = {
	[K.PlusToken]: '+',
	[K.MinusToken]: '-',
	[K.AsteriskToken]: '*',
	[K.SlashToken]: '/',
	[K.PercentToken]: '%',
	[K.AmpersandToken]: '&',
	[K.BarToken]: '|',
	[K.CaretToken]: '^',
	[K.LessThanLessThanToken]: '<<',
	[K.GreaterThanGreaterThanToken]: '>>',
	[K.GreaterThanGreaterThanGreaterThanToken]: '>>>',
};

const compoundOperators: Partial<Record<ts.SyntaxKind, ArithmeticOperator>> = {
	[K.PlusEqualsToken]: '+',
	[K.MinusEqualsToken]: '-',
	[K.AsteriskEqualsToken]: '*',
	[K.SlashEqualsToken]: '/',
	[K.PercentEqualsToken]: '%',
	[K.AmpersandEqualsToken]: '&',
	[K.BarEqualsToken]: '|',
	[K.CaretEqualsToken]: '^',
	[K.LessThanLessThanEqualsToken]: '<<',
	[K.GreaterThanGreaterThanEqualsToken]: '>>',
	[K.GreaterThanGreaterThanGreaterThanEqualsToken]: '>>>',
};

const orders: Partial<Record<ts.SyntaxKind, string>> = {
	[K.LessThanToken]: '<',
	[K.LessThanEqualsToken]: '<=',
	[K.GreaterThanToken]: '>',
	[K.GreaterThanEqualsToken]: '>=',
};

/** A binary operator, by the rules of DESIGN "Semantics": no promotion, no mixed widths. */
export const lowerBinary: ExpressionVisitor<ts.BinaryExpression> = (node, context, expected) => {
	const { kind } = node.operatorToken;
	if (kind === K.EqualsToken) return lowerAssignment(node, context);
	const compound = compoundOperators[kind];
	if (compound) return lowerCompoundAssignment(node, compound, context);
	if (kind === K.AmpersandAmpersandEqualsToken) return lowerLogicalAssignment(node, '&&', context);
	if (kind === K.BarBarEqualsToken) return lowerLogicalAssignment(node, '||', context);
	if (kind === K.CommaToken) return lowerComma(node, context, expected);
	if (kind === K.AmpersandAmpersandToken || kind === K.BarBarToken)
		return lowerLogical(node, context);
	if (kind === K.EqualsEqualsEqualsToken || kind === K.ExclamationEqualsEqualsToken) {
		return lowerEquality(node, context);
	}
	const arithmeticOperator = arithmeticOperators[kind];
	const order = orders[kind];
	if (!arithmeticOperator && !order) {
		return context.report(
			d.unsupported(node.operatorToken, `operator '${node.operatorToken.getText()}'`),
		);
	}
	const hint = arithmeticOperator ? expected : undefined;
	const left = lowerValue(node.left, context, hint);
	const right = lowerValue(node.right, context, left.type.kind === 'integer' ? left.type : hint);
	if (arithmeticOperator) return arithmetic(arithmeticOperator, left, right, node, context, hint);
	return compare(order ?? '<', left, right, node, context);
};

/** `first, second`: as in the step of a `for` with two variables. */
const lowerComma: ExpressionVisitor<ts.BinaryExpression> = (node, context, expected) => {
	const first = lowerValue(node.left, context);
	const second =
		expected?.kind === 'integer'
			? lowerAs(node.right, context, expected)
			: lowerValue(node.right, context);
	if (first.type.kind === 'error' || second.type.kind === 'error') return broken;
	if (second.kind === 'literal' && second.type.kind === 'constant')
		return context.report(d.undecidedConstant(node.right, second.value));
	return c.sequence(isStable(first) ? [] : [c.evaluate(first)], second);
};

function lowerLogical(node: ts.BinaryExpression, context: Context): c.Expression {
	const operator = node.operatorToken.kind === K.BarBarToken ? '||' : '&&';
	const left = lowerCondition(node.left, context);
	const right = lowerCondition(node.right, context);
	if (left.type.kind === 'error' || right.type.kind === 'error') return broken;
	if (left.kind === 'literal') {
		const decides = left.value === (operator === '||' ? 1n : 0n);
		return decides ? left : right;
	}
	return c.binary(operator, left, right, booleanType);
}

function lowerEquality(node: ts.BinaryExpression, context: Context): c.Expression {
	const operator = node.operatorToken.kind === K.ExclamationEqualsEqualsToken ? '!=' : '==';
	const left = lowerValue(node.left, context);
	const right = lowerValue(node.right, context, left.type);
	const isAddress = (side: c.Expression) =>
		side.type.kind === 'pointer' || side.type.kind === 'function';
	if (left.type.kind === 'null' && isAddress(right))
		return equal(operator, right, { kind: 'null', type: right.type });
	if (right.type.kind === 'null' && isAddress(left))
		return equal(operator, left, { kind: 'null', type: left.type });
	return compare(operator, left, right, node, context);
}

const equal = (operator: string, left: c.Expression, right: c.Expression) =>
	c.binary(operator, left, right, booleanType);

function compare(
	operator: string,
	left: c.Expression,
	right: c.Expression,
	node: ts.BinaryExpression,
	context: Context,
): c.Expression {
	if (left.type.kind === 'error' || right.type.kind === 'error') return broken;
	let a = left;
	let b = right;
	if (
		a.kind === 'literal' &&
		b.kind === 'literal' &&
		a.type.kind === 'constant' &&
		b.type.kind === 'constant'
	) {
		return c.boolean(compareConstants(operator, a.value, b.value));
	}
	if (a.kind === 'literal' && a.type.kind === 'constant' && b.type.kind === 'integer') {
		a = fitConstant(a.value, a.complemented === true, b.type, node.left, context);
	} else if (b.kind === 'literal' && b.type.kind === 'constant' && a.type.kind === 'integer') {
		b = fitConstant(b.value, b.complemented === true, a.type, node.right, context);
	}
	if (a.type.kind === 'error' || b.type.kind === 'error') return broken;
	if (a.kind === 'literal' && b.kind === 'literal' && sameType(a.type, b.type)) {
		return c.boolean(compareConstants(operator, a.value, b.value));
	}
	const isOrder = operator !== '==' && operator !== '!=';
	const kinds = isOrder ? ['integer'] : ['integer', 'boolean', 'pointer', 'function'];
	if (a.type.kind === 'integer' && b.type.kind === 'integer' && a.type.name !== b.type.name) {
		return context.report(d.mixedTypes(node, node.operatorToken.getText(), a.type, b.type));
	}
	if (!sameType(a.type, b.type) || !kinds.includes(a.type.kind) || isPlace(a.type)) {
		return context.report(d.notComparable(node, a.type, b.type));
	}
	return context.inOrder([a, b], ([x = a, y = b]) => c.binary(operator, x, y, booleanType));
}

function compareConstants(operator: string, a: bigint, b: bigint): boolean {
	switch (operator) {
		case '<':
			return a < b;
		case '<=':
			return a <= b;
		case '>':
			return a > b;
		case '>=':
			return a >= b;
		case '==':
			return a === b;
		default:
			return a !== b;
	}
}
