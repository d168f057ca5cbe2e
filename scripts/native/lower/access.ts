import ts from 'typescript';
import * as c from '../c/ast.ts';
import { hasEffects, isStable, isStablePlace } from '../c/effects.ts';
import * as d from '../diagnostics.ts';
import { fieldName } from '../types/fields.ts';
import {
	integers,
	isPlace,
	type MachineType,
	pointerTo,
	type StructType,
	typeName,
} from '../types/machine-type.ts';
import { callGetter } from './accessor.ts';
import { broken, type Context, type ExpressionVisitor } from './context.ts';
import { lowerExpression, lowerValue } from './expression.ts';
import { isHartLocal, isModuleLevel } from './identifier.ts';

/** `object.name`: a field, an enum member, a static constant, a length, a hart-local's value. */
export const lowerMember: ExpressionVisitor<ts.PropertyAccessExpression> = (node, context) => {
	const symbol = context.symbolOf(node);
	if (!symbol && context.isBroken(node)) return broken;
	const declaration = symbol?.valueDeclaration;
	if (declaration && ts.isEnumMember(declaration)) return context.modules.enumMember(declaration);
	if (symbol && declaration && ts.isAccessor(declaration)) return callGetter(node, symbol, context);
	if (declaration && isStatic(declaration)) return lowerStatic(node, declaration, context);
	if (isHartLocal(node.expression, context)) {
		return node.name.text === 'value'
			? eachTime(lowerExpression(node.expression, context), context)
			: context.report(d.unknownName(node.name, node.name.text));
	}
	if (declaration && ts.isFunctionDeclaration(declaration) && isModuleLevel(declaration)) {
		return context.modules.functionOf(declaration, undefined); // of `import * as module`
	}
	if (
		symbol &&
		declaration &&
		ts.isVariableDeclaration(declaration) &&
		isModuleLevel(declaration)
	) {
		return context.modules.variableOf(declaration, symbol);
	}
	if (context.building && node.expression.kind === ts.SyntaxKind.ThisKeyword) {
		return fieldSoFar(node, context.building, context);
	}
	const raw = lowerExpression(node.expression, context);
	const { type: pointer } = raw;
	if (
		node.name.text === 'target' &&
		pointer.kind === 'pointer' &&
		!hasField(pointer.target, 'target')
	) {
		return c.dereference(raw, pointer.target);
	}
	const object = context.asPlace(raw);
	switch (object.type.kind) {
		case 'error':
			return broken;
		case 'array':
			if (node.name.text === 'length') return arrayLength(object, object.type.length);
			break;
		case 'slice':
			if (node.name.text === 'length') return sliceLength(object);
			if (node.name.text === 'start') return sliceStart(object, object.type.element);
			break;
		case 'struct':
			return lowerField(node, object, object.type, context);
	}
	if (declaration && ts.isMethodSignature(declaration))
		return context.report(d.methodAsValue(node.name, node.name.text, typeName(object.type)));
	return context.report(d.unknownName(node.name, node.name.text));
};

/**
 * A handler of the same hart may change a hart-local between two looks at it, so gcc must make every
 * access that is written: to the variable, and to what lies in it and is reached by its name. Through a
 * reference it is read like other memory.
 */
function eachTime(place: c.Expression, context: Context): c.Expression {
	if (isPlace(place.type) || place.type.kind === 'error') return place;
	return isInHartLocal(place, context) ? c.volatile(place, place.type) : place;
}

function isInHartLocal(place: c.Expression, context: Context): boolean {
	if (place.kind === 'member') return isInHartLocal(place.object, context);
	if (place.kind === 'element') return isInHartLocal(place.array, context);
	return place.kind === 'name' && context.modules.isHartLocal(place.name);
}

/** A constant, once what finds the array has been done. */
function arrayLength(array: c.Expression, length: bigint): c.Expression {
	if (!hasEffects(array)) return c.constant(length);
	return c.sequence([c.evaluate(c.address(array))], c.literal(length, integers.usize));
}

/** `this.field` in a constructor: what it has been filled with, as long as that is not computed. */
function fieldSoFar(
	node: ts.PropertyAccessExpression,
	values: ReadonlyMap<string, c.Expression>,
	context: Context,
): c.Expression {
	const value = values.get(fieldName(node.name));
	if (value && isStable(value) && !isPlace(value.type)) return value;
	return context.report(d.fieldBeforeFilled(node, node.name.text));
}

const hasField = (type: MachineType, name: string) =>
	type.kind === 'struct' && type.fields().some(field => field.name === name);

function lowerField(
	node: ts.PropertyAccessExpression,
	object: c.Expression,
	struct: StructType,
	context: Context,
): c.Expression {
	const name = fieldName(node.name);
	const field = struct.fields().find(candidate => candidate.name === name);
	if (field?.type.kind === 'error') return broken;
	if (field) return eachTime(c.member(object, field.name, field.type), context);
	return context.report(d.methodAsValue(node.name, node.name.text, struct.name));
}

const isStatic = (declaration: ts.Declaration) =>
	(ts.getCombinedModifierFlags(declaration) & ts.ModifierFlags.Static) !== 0;

function lowerStatic(
	node: ts.PropertyAccessExpression,
	declaration: ts.Declaration,
	context: Context,
): c.Expression {
	if (ts.isMethodDeclaration(declaration))
		return context.modules.functionOf(declaration, undefined);
	if (!ts.isPropertyDeclaration(declaration)) return broken; // refused as a form
	const isUsed = ts.isPropertyAccessExpression(node.parent) && node.parent.expression === node;
	return isHartLocal(node, context) && !isUsed
		? context.report(d.hartLocalAsValue(node, node.getText()))
		: context.modules.staticOf(declaration);
}

/** `array[index]`, checked, or `pointer[index]`, not checked. */
export const lowerElement: ExpressionVisitor<ts.ElementAccessExpression> = (node, context) => {
	const object = context.asPlace(lowerExpression(node.expression, context));
	const index = lowerValue(node.argumentExpression, context, integers.usize);
	if (object.type.kind === 'error' || index.type.kind === 'error') return broken;
	if (index.type.kind !== 'integer' && index.type.kind !== 'constant') {
		return context.report(d.operandNotInteger(node.argumentExpression, '[]', index.type));
	}
	if (object.type.kind === 'array') {
		const { element, length } = object.type;
		const checked = checkedIndex(node, index, length, context);
		if (!checked) return broken;
		const place = settle(object, checked, element, context);
		const isOwn = !isPlace(element) && isInHartLocal(object, context);
		return isOwn ? c.volatile(place, element) : place;
	}
	if (object.type.kind === 'slice')
		return lowerSliceElement(node, object, object.type.element, index, context);
	const pointer = isPlace(object.type) && object.kind === 'dereference' ? object.pointer : object;
	if (pointer.type.kind !== 'pointer') {
		return context.report(d.notIndexable(node.expression, typeName(pointer.type)));
	}
	const at =
		index.type.kind === 'constant' && index.kind === 'literal'
			? c.literal(index.value, integers.isize)
			: index;
	return settle(pointer, at, pointer.type.target, context);
};

export const sliceLength = (slice: c.Expression) =>
	c.cast(integers.usize, c.member(slice, 'length', integers.u64));

export const sliceStart = (slice: c.Expression, element: MachineType) =>
	c.member(slice, 'start', pointerTo(element));

/** `slice[index]`: the slice is computed once, before the index. */
function lowerSliceElement(
	node: ts.ElementAccessExpression,
	slice: c.Expression,
	element: MachineType,
	index: c.Expression,
	context: Context,
): c.Expression {
	const wide =
		index.kind === 'literal'
			? c.literal(index.value, integers.usize)
			: c.cast(integers.usize, index);
	const at = (held: c.Expression, i: c.Expression) => {
		const operands = [i, sliceLength(held), ...context.place(node)];
		return c.element(
			sliceStart(held, element),
			c.runtime('checkIndex', operands, integers.usize, true),
			element,
		);
	};
	if (slice.kind === 'name' && (slice.isStable || !hasEffects(wide))) return at(slice, wide);
	const name = context.temporary();
	const pointer = pointerTo(element);
	return c.dereference(
		c.sequence(
			[c.declare(name, slice.type, slice)],
			c.address(at(c.name(name, slice.type, true), wide), pointer),
		),
		element,
	);
}

function checkedIndex(
	node: ts.ElementAccessExpression,
	index: c.Expression,
	length: bigint,
	context: Context,
): c.Expression | undefined {
	if (index.kind === 'literal') {
		if (index.value >= 0n && index.value < length) return c.literal(index.value, integers.usize);
		context.report(d.indexOutOfRange(node.argumentExpression, index.value, length));
		return undefined;
	}
	const operands = [
		c.cast(integers.usize, index),
		c.literal(length, integers.usize),
		...context.place(node),
	];
	return c.runtime('checkIndex', operands, integers.usize, true);
}

/** The element, with the array found before the index is computed where it matters. */
function settle(
	array: c.Expression,
	index: c.Expression,
	type: MachineType,
	context: Context,
): c.Expression {
	const isFound = array.type.kind === 'pointer' ? isStable(array) : isStablePlace(array);
	const isOpen = (hasEffects(index) && !isFound) || (hasEffects(array) && !isStable(index));
	if (!isOpen) return c.element(array, index, type);
	const name = context.temporary();
	const base = array.type.kind === 'pointer' ? array : c.address(array, pointerTo(array.type));
	const held = c.name(name, base.type, true);
	const object = array.type.kind === 'pointer' ? held : c.dereference(held, array.type);
	const pointer = pointerTo(type);
	return c.dereference(
		c.sequence(
			[c.declare(name, base.type, base)],
			c.address(c.element(object, index, type), pointer),
		),
		type,
	);
}
