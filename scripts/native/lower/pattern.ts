import ts from 'typescript';
import * as c from '../c/ast.ts';
import { hasEffects } from '../c/effects.ts';
import * as d from '../diagnostics.ts';
import { integers, isPlace, pointerTo } from '../types/machine-type.ts';
import { broken, type Context } from './context.ts';

/**
 * `const name = place`, `const { field, other: name } = structure` and `const [first, second] = array`:
 * each name is a variable of its own, or a reference if it names a structure or array in place.
 */
export function lowerPattern(
	pattern: ts.BindingName,
	value: c.Expression,
	isConstant: boolean,
	context: Context,
): readonly c.Statement[] {
	if (value.type.kind === 'error') return giveUp(pattern, context);
	if (ts.isIdentifier(pattern)) {
		const held = context.asValue(value);
		const name = context.declare(pattern, held.type, true, isConstant);
		return [c.declare(name, held.type, held)];
	}
	const object = context.asPlace(value);
	if (!isPlace(object.type)) {
		context.report(d.notDestructurable(pattern, object.type));
		return giveUp(pattern, context);
	}
	const pointer = pointerTo(object.type);
	const base = context.temporary();
	const held = hasEffects(object) || object.kind !== 'name';
	const place = held ? c.dereference(c.name(base, pointer, true), object.type) : object;
	const parts = ts.isObjectBindingPattern(pattern)
		? pattern.elements.flatMap(element => lowerField(element, place, isConstant, context))
		: pattern.elements.flatMap((element, i) =>
				ts.isOmittedExpression(element)
					? []
					: lowerElement(element, BigInt(i), place, isConstant, context),
			);
	return held ? [c.declare(base, pointer, c.address(object, pointer)), ...parts] : parts;
}

function lowerField(
	element: ts.BindingElement,
	object: c.Expression,
	isConstant: boolean,
	context: Context,
): readonly c.Statement[] {
	if (context.modules.refused.has(element)) return giveUp(element.name, context);
	const name = element.propertyName ?? element.name;
	const fields = object.type.kind === 'struct' ? object.type.fields() : [];
	const field = ts.isIdentifier(name)
		? fields.find(candidate => candidate.name === name.text)
		: undefined;
	if (field)
		return lowerPattern(
			element.name,
			c.member(object, field.name, field.type),
			isConstant,
			context,
		);
	context.report(d.unknownName(name, name.getText()));
	return giveUp(element.name, context);
}

function lowerElement(
	element: ts.BindingElement,
	index: bigint,
	array: c.Expression,
	isConstant: boolean,
	context: Context,
): readonly c.Statement[] {
	if (context.modules.refused.has(element)) return giveUp(element.name, context);
	if (array.type.kind !== 'array') {
		context.report(d.notDestructurable(element, array.type));
		return giveUp(element.name, context);
	}
	if (index >= array.type.length) {
		context.report(d.indexOutOfRange(element, index, array.type.length));
		return giveUp(element.name, context);
	}
	const place = c.element(array, c.literal(index, integers.usize), array.type.element);
	return lowerPattern(element.name, place, isConstant, context);
}

/** Lets the names of a reported pattern fit everywhere, so that one mistake gives one message. */
export function giveUp(pattern: ts.BindingName, context: Context): readonly c.Statement[] {
	if (ts.isIdentifier(pattern)) context.bind(pattern, broken);
	else {
		for (const element of pattern.elements) {
			if (!ts.isOmittedExpression(element)) giveUp(element.name, context);
		}
	}
	return [];
}
