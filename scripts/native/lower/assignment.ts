import ts from 'typescript';
import * as c from '../c/ast.ts';
import { hasEffects, isStable } from '../c/effects.ts';
import * as d from '../diagnostics.ts';
import { booleanType, carrier, isPlace, pointerTo } from '../types/machine-type.ts';
import { accessorOf, assignThrough, throughAccessor } from './accessor.ts';
import { type ArithmeticOperator, arithmetic } from './arithmetic.ts';
import { coerce } from './coerce.ts';
import { broken, type Context, type ExpressionVisitor } from './context.ts';
import { lowerAs, lowerCondition, lowerExpression, lowerValue } from './expression.ts';

/** `place = value`: the place is found before the value is computed ([ECMA-262] "Assignment Operators"). */
export function lowerAssignment(node: ts.BinaryExpression, context: Context): c.Expression {
	const accessor = accessorOf(node.left, context);
	if (accessor) {
		const value = lowerAs(node.right, context, accessor.type);
		return assignThrough(accessor, value, isValueUsed(node), context);
	}
	const place = lowerPlace(node.left, context);
	if (place.type.kind === 'error') {
		lowerValue(node.right, context);
		return broken;
	}
	const value = lowerAs(node.right, context, place.type);
	if (value.type.kind === 'error') return broken;
	const isOpen = hasEffects(value) || (hasEffects(place) && !isStable(value));
	return onPlace(place, isOpen, context, settled => c.assign(settled, value));
}

export function lowerCompoundAssignment(
	node: ts.BinaryExpression,
	operator: ArithmeticOperator,
	context: Context,
): c.Expression {
	const accessor = accessorOf(node.left, context);
	if (accessor) {
		const { type } = accessor;
		const operand = lowerValue(node.right, context, type);
		return throughAccessor(accessor, node, context, 'new', old =>
			coerce(arithmetic(operator, old, operand, node, context, type), type, node, context),
		);
	}
	const place = lowerPlace(node.left, context);
	const operand = lowerValue(node.right, context, place.type);
	if (place.type.kind === 'error' || operand.type.kind === 'error') return broken;
	return onPlace(place, true, context, settled => {
		const result = arithmetic(operator, settled, operand, node, context, place.type);
		return result.type.kind === 'error'
			? broken
			: c.assign(settled, coerce(result, place.type, node, context));
	});
}

/** `place &&= value` and `place ||= value`: assigns only where the old value does not decide. */
export function lowerLogicalAssignment(
	node: ts.BinaryExpression,
	operator: '&&' | '||',
	context: Context,
): c.Expression {
	if (accessorOf(node.left, context))
		return context.report(d.logicalAssignment(node, `${operator}=`, node.left.getText()));
	const place = lowerPlace(node.left, context);
	const value = lowerCondition(node.right, context);
	if (place.type.kind === 'error' || value.type.kind === 'error') return broken;
	if (place.type.kind !== 'boolean')
		return context.report(d.conditionNotBoolean(node.left, place.type));
	return onPlace(place, true, context, settled =>
		c.binary(operator, settled, c.assign(settled, value), booleanType),
	);
}

/** `++` and `--`, before and after. */
export const lowerIncrement: ExpressionVisitor<
	ts.PrefixUnaryExpression | ts.PostfixUnaryExpression
> = (node, context) => {
	const operator = node.operator === ts.SyntaxKind.PlusPlusToken ? '+' : '-';
	const accessor = accessorOf(node.operand, context);
	const place = accessor ? undefined : lowerPlace(node.operand, context);
	const type = (accessor ?? place)?.type ?? broken.type;
	if (type.kind === 'error') return broken;
	if (type.kind !== 'integer')
		return context.report(d.operandNotInteger(node.operand, `${operator}${operator}`, type));
	const wide = carrier(type);
	const stepped = (from: c.Expression) =>
		c.cast(type, c.binary(operator, c.cast(wide, from), c.literal(1n, wide), wide));
	const isOldWanted = ts.isPostfixUnaryExpression(node) && isValueUsed(node);
	if (accessor) {
		return throughAccessor(accessor, node, context, isOldWanted ? 'old' : 'new', stepped);
	}
	return onPlace(place ?? broken, true, context, settled => {
		const step = (from: c.Expression) => c.assign(settled, stepped(from));
		if (!isOldWanted) return step(settled);
		const old = context.temporary();
		return c.sequence(
			[c.declare(old, type, settled), c.evaluate(step(c.name(old, type)))],
			c.name(old, type),
		);
	});
};

/** Whether anything looks at the value of an expression: not if it is a statement or a step of its own. */
export function isValueUsed(node: ts.Expression): boolean {
	const { parent } = node;
	if (ts.isParenthesizedExpression(parent)) return isValueUsed(parent);
	if (ts.isForStatement(parent)) return parent.condition === node;
	const isComma =
		ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.CommaToken;
	if (isComma) return parent.right === node && isValueUsed(parent);
	return !ts.isExpressionStatement(parent);
}

/** The place on the left of an assignment. tsc has refused constants and `readonly` by now. */
function lowerPlace(node: ts.Expression, context: Context): c.Expression {
	const place = lowerExpression(node, context);
	if (isPlace(place.type)) return context.report(d.embeddedStructure(node, place.type));
	const isLvalue = ['name', 'member', 'element', 'dereference', 'volatile', 'zero'].includes(
		place.kind,
	);
	return isLvalue ? place : context.report(d.notAssignable(node));
}

/** Uses a place more than once, or before effects, without computing it again. */
function onPlace(
	place: c.Expression,
	hasOtherEffects: boolean,
	context: Context,
	build: (place: c.Expression) => c.Expression,
): c.Expression {
	const isSimple = place.kind === 'name' || !hasOtherEffects || isSettled(place);
	if (isSimple) return build(place);
	const name = context.temporary();
	const pointer = pointerTo(place.type);
	const found = c.dereference(c.name(name, pointer, true), place.type);
	return c.sequence(
		[c.declare(name, pointer, c.address(place, pointer))],
		build(place.kind === 'volatile' ? c.volatile(found, place.type) : found),
	);
}

/** A field path from a name or from `this`. */
function isSettled(place: c.Expression): boolean {
	if (place.kind === 'volatile') return isSettled(place.place);
	if (place.kind === 'member') return isSettled(place.object);
	if (place.kind === 'dereference') return place.pointer.kind === 'name' && place.pointer.isStable;
	return place.kind === 'name';
}
