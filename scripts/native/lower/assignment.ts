import ts from 'typescript';
import * as c from '../c/ast.ts';
import { hasEffects, isStable } from '../c/effects.ts';
import * as d from '../diagnostics.ts';
import { carrier, isPlace, pointerTo, voidType } from '../types/machine-type.ts';
import { type BoundSetter, setterOf } from './access.ts';
import { type ArithmeticOperator, arithmetic } from './arithmetic.ts';
import { coerce } from './coerce.ts';
import { broken, type Context, type ExpressionVisitor } from './context.ts';
import { lowerAs, lowerExpression, lowerValue } from './expression.ts';

/** `place = value`: the place is found before the value is computed ([ECMA-262] "Assignment Operators"). */
export function lowerAssignment(node: ts.BinaryExpression, context: Context): c.Expression {
	const setter = setterOf(node.left, context);
	if (setter) return callSetter(node, setter, lowerAs(node.right, context, setter.type), context);
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
	const setter = setterOf(node.left, context);
	if (setter) {
		const name = context.temporary();
		const self = c.name(name, setter.self.type, true);
		const old = c.call(setter.getter, [self], setter.type);
		const operand = lowerValue(node.right, context, setter.type);
		const value = arithmetic(operator, old, operand, node, context, setter.type);
		const call = callSetter(node, { ...setter, self }, value, context);
		if (call.type.kind === 'error' || setter.getter.type.kind === 'error') return broken;
		return c.sequence([c.declare(name, setter.self.type, setter.self)], call);
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

/** An assignment through an accessor; its value is what was assigned. */
function callSetter(
	node: ts.BinaryExpression,
	{ callee, self }: BoundSetter,
	value: c.Expression,
	context: Context,
): c.Expression {
	if (callee.type.kind === 'error' || value.type.kind === 'error') return broken;
	return context.inOrder([self, value], ([object = self, argument = value]) => {
		if (ts.isExpressionStatement(node.parent)) return c.call(callee, [object, argument], voidType);
		const name = context.temporary();
		const kept = c.name(name, value.type, true);
		return c.sequence(
			[c.declare(name, value.type, argument), c.evaluate(c.call(callee, [object, kept], voidType))],
			kept,
		);
	});
}

/** `++` and `--`, before and after. */
export const lowerIncrement: ExpressionVisitor<
	ts.PrefixUnaryExpression | ts.PostfixUnaryExpression
> = (node, context) => {
	const operator = node.operator === ts.SyntaxKind.PlusPlusToken ? '+' : '-';
	if (setterOf(node.operand, context)) {
		return context.report(d.incrementOfAccessor(node, `${operator}${operator}`));
	}
	const place = lowerPlace(node.operand, context);
	const { type } = place;
	if (type.kind === 'error') return broken;
	if (type.kind !== 'integer')
		return context.report(d.operandNotInteger(node.operand, `${operator}${operator}`, type));
	return onPlace(place, true, context, settled => {
		const wide = carrier(type);
		const step = (from: c.Expression) =>
			c.assign(
				settled,
				c.cast(type, c.binary(operator, c.cast(wide, from), c.literal(1n, wide), wide)),
			);
		const isValueUsed = !ts.isExpressionStatement(node.parent) && !ts.isForStatement(node.parent);
		if (ts.isPrefixUnaryExpression(node) || !isValueUsed) return step(settled);
		const old = context.temporary();
		return c.sequence(
			[c.declare(old, type, settled), c.evaluate(step(c.name(old, type)))],
			c.name(old, type),
		);
	});
};

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
