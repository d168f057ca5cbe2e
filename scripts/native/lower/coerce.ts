import type ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import {
	type FunctionType,
	type IntegerType,
	isPlace,
	type MachineType,
	rangeOf,
	sameType,
	wrap,
} from '../types/machine-type.ts';
import { broken, type Context } from './context.ts';

/**
 * `expression` as a value of type `expected`. There are no conversions between machine types; what
 * adapts is a constant without a type, `null`, a place that becomes a reference, and a function that
 * takes fewer parameters.
 */
export function coerce(
	expression: c.Expression,
	expected: MachineType,
	node: ts.Node,
	context: Context,
): c.Expression {
	const { type } = expression;
	if (type.kind === 'error' || expected.kind === 'error') return broken;
	if (type.kind === 'never') return afterNever(expression, expected, context);
	if (expression.kind === 'literal' && type.kind === 'constant') {
		if (expected.kind !== 'integer') return context.report(d.wrongType(node, expected, type));
		return fitConstant(expression.value, expression.complemented === true, expected, node, context);
	}
	if (type.kind === 'null') {
		const takesNull =
			(expected.kind === 'pointer' || expected.kind === 'function') && expected.nullable;
		return takesNull
			? { kind: 'null', type: expected }
			: context.report(d.wrongType(node, expected, type));
	}
	if (isPlace(type)) {
		if (expected.kind === 'pointer' && sameType(expected.target, type))
			return c.address(expression, expected);
		return context.report(d.wrongType(node, expected, type));
	}
	if (type.kind === 'function' && expected.kind === 'function') {
		return sameType(type, expected) ? expression : adapt(expression, type, expected, node, context);
	}
	if (!sameType(type, expected)) return context.report(d.wrongType(node, expected, type));
	return expression;
}

/** What never comes back, where C wants a value all the same. */
export function afterNever(
	expression: c.Expression,
	expected: MachineType,
	context: Context,
): c.Expression {
	if (expected.kind === 'never' || expected.kind === 'void') return expression;
	const name = context.temporary();
	return c.sequence(
		[c.evaluate(expression), c.declare(name, expected, { kind: 'zero', type: expected })],
		c.name(name, expected),
	);
}

/** An untyped constant in a machine type. */
export function fitConstant(
	value: bigint,
	isComplemented: boolean,
	type: IntegerType,
	node: ts.Node,
	context: Context,
): c.Expression {
	const [minimum, maximum] = rangeOf(type);
	if (isComplemented && !type.signed && value < 0n && -value - 1n <= maximum)
		return c.literal(wrap(value, type), type);
	if (value < minimum || value > maximum)
		return context.report(d.constantOutOfRange(node, value, type));
	return c.literal(value, type);
}

/** A function with fewer parameters, or a result that nobody wants, behind one that fits. */
function adapt(
	expression: c.Expression,
	type: FunctionType,
	expected: FunctionType,
	node: ts.Node,
	context: Context,
): c.Expression {
	const fits =
		expression.kind === 'function' &&
		type.parameters.length <= expected.parameters.length &&
		type.parameters.every((parameter, i) =>
			sameType(parameter, expected.parameters[i] ?? parameter),
		) &&
		(expected.result.kind === 'void' || sameType(type.result, expected.result));
	if (!fits) return context.report(d.wrongType(node, expected, type));
	return context.modules.adapter(expression.name, type, expected, node);
}
