import type ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import {
	carrier,
	type IntegerType,
	integers,
	type MachineType,
	wrap,
} from '../types/machine-type.ts';
import { fitConstant } from './coerce.ts';
import { broken, type Context } from './context.ts';

export type ArithmeticOperator =
	| '+'
	| '-'
	| '*'
	| '/'
	| '%'
	| '&'
	| '|'
	| '^'
	| '<<'
	| '>>'
	| '>>>';

/**
 * One binary operator on integers: both sides of one type, which is also the type of the result, modulo
 * 2ⁿ. Shifts take an amount of any integer type, modulo the width: the rule of `sll`, `srl` and `sra`
 * ([UNPRIV] "Integer Register-Register Operations").
 */
export function arithmetic(
	operator: ArithmeticOperator,
	left: c.Expression,
	right: c.Expression,
	node: ts.BinaryExpression,
	context: Context,
	expected: MachineType | undefined,
): c.Expression {
	if (left.type.kind === 'error' || right.type.kind === 'error') return broken;
	for (const [side, place] of [
		[left, node.left],
		[right, node.right],
	] as const) {
		if (side.type.kind !== 'integer' && side.type.kind !== 'constant') {
			return context.report(d.operandNotInteger(place, operator, side.type));
		}
	}
	if (operator === '<<' || operator === '>>' || operator === '>>>') {
		return shift(operator, left, right, node, context, expected);
	}
	if (
		left.kind === 'literal' &&
		right.kind === 'literal' &&
		left.type.kind === 'constant' &&
		right.type.kind === 'constant'
	) {
		if ((operator === '/' || operator === '%') && right.value === 0n) {
			return context.report(d.constantDivisionByZero(node.right, operator));
		}
		const isComplemented = left.complemented || right.complemented;
		return c.constant(fold(operator, left.value, right.value), isComplemented);
	}
	const type = left.type.kind === 'integer' ? left.type : right.type;
	if (type.kind !== 'integer') return broken;
	const a = typed(left, type, node.left, context);
	const b = typed(right, type, node.right, context);
	if (a.type.kind === 'error' || b.type.kind === 'error') return broken;
	if (a.type.kind === 'integer' && b.type.kind === 'integer' && a.type.name !== b.type.name) {
		return context.report(d.mixedTypes(node, operator, a.type, b.type));
	}
	if (operator === '/' || operator === '%') return divide(operator, a, b, type, node, context);
	if (a.kind === 'literal' && b.kind === 'literal')
		return c.literal(wrap(fold(operator, a.value, b.value), type), type);
	const wide = carrier(type);
	return context.inOrder([a, b], ([x = a, y = b]) =>
		c.cast(type, c.binary(operator, c.cast(wide, x), c.cast(wide, y), wide)),
	);
}

function typed(
	side: c.Expression,
	type: IntegerType,
	node: ts.Node,
	context: Context,
): c.Expression {
	if (side.kind !== 'literal' || side.type.kind !== 'constant') return side;
	return fitConstant(side.value, side.complemented === true, type, node, context);
}

function shift(
	operator: '<<' | '>>' | '>>>',
	left: c.Expression,
	amount: c.Expression,
	node: ts.BinaryExpression,
	context: Context,
	expected: MachineType | undefined,
): c.Expression {
	const isBitPattern = operator === '>>>' && left.kind === 'literal' && left.value < 0n; // needs a width
	if (
		left.kind === 'literal' &&
		left.type.kind === 'constant' &&
		amount.kind === 'literal' &&
		!isBitPattern
	) {
		if (amount.value < 0n || amount.value > 63n) {
			return context.report(d.shiftAmountOutOfRange(node.right, amount.value, integers.u64));
		}
		return c.constant(fold(operator, left.value, amount.value), left.complemented);
	}
	let value = left;
	if (value.kind === 'literal' && value.type.kind === 'constant') {
		if (expected?.kind !== 'integer')
			return context.report(d.undecidedConstant(node.left, value.value));
		value = typed(value, expected, node.left, context);
	}
	const { type } = value;
	if (type.kind !== 'integer') return broken;
	if (amount.kind === 'literal') {
		if (amount.value < 0n || amount.value >= BigInt(type.bits)) {
			return context.report(d.shiftAmountOutOfRange(node.right, amount.value, type));
		}
		if (value.kind === 'literal') {
			const start = operator === '>>>' ? BigInt.asUintN(type.bits, value.value) : value.value;
			return c.literal(wrap(fold(operator, start, amount.value), type), type);
		}
	}
	const unsigned = integers[type.signed ? (type.name.replace('i', 'u') as 'u8') : type.name];
	return context.inOrder([value, amount], ([x = value, n = amount]) => {
		const masked =
			n.kind === 'literal'
				? c.literal(n.value, integers.u32)
				: c.binary(
						'&',
						c.cast(integers.u32, n),
						c.literal(BigInt(type.bits - 1), integers.u32),
						integers.u32,
					);
		if (operator === '<<') {
			const wide = carrier(type);
			return c.cast(type, c.binary('<<', c.cast(wide, x), masked, wide));
		}
		const operand = operator === '>>>' ? c.cast(unsigned, x) : x;
		return c.cast(type, { kind: 'cast', type, operand: c.binary('>>', operand, masked, unsigned) });
	});
}

/** Truncating division; zero panics with the source line, and the smallest number by -1 wraps. */
function divide(
	operator: '/' | '%',
	a: c.Expression,
	b: c.Expression,
	type: IntegerType,
	node: ts.BinaryExpression,
	context: Context,
): c.Expression {
	if (b.kind === 'literal' && b.value === 0n)
		return context.report(d.constantDivisionByZero(node.right, operator));
	if (a.kind === 'literal' && b.kind === 'literal')
		return c.literal(wrap(fold(operator, a.value, b.value), type), type);
	if (b.kind === 'literal' && b.value !== -1n)
		return c.cast(type, { kind: 'cast', type, operand: c.binary(operator, a, b, type) });
	const name = `${operator === '/' ? 'divide' : 'remainder'}_${type.name.replace('usize', 'u64').replace('isize', 'i64')}`;
	return context.inOrder([a, b], ([x = a, y = b]) =>
		c.runtime(name, [x, y, ...context.place(node)], type, true),
	);
}

function fold(operator: ArithmeticOperator, a: bigint, b: bigint): bigint {
	switch (operator) {
		case '+':
			return a + b;
		case '-':
			return a - b;
		case '*':
			return a * b;
		case '/':
			return a / b;
		case '%':
			return a % b;
		case '&':
			return a & b;
		case '|':
			return a | b;
		case '^':
			return a ^ b;
		case '<<':
			return a << b;
		case '>>':
		case '>>>':
			return a >> b;
	}
}
