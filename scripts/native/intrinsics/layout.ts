import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerValue } from '../lower/expression.ts';
import { fieldOffsets, layoutOf } from '../types/layout.ts';
import { typeName } from '../types/machine-type.ts';
import { typeArgument } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

/**
 * `layout<T>({ field: offset }, { size, alignment })`: checked here, at build time. That C agrees with
 * types/layout.ts on every structure is asserted in the C.
 */
const assertLayout: Intrinsic = (call, context) => {
	const type = typeArgument(call, context);
	const [offsets, whole] = call.arguments;
	if (!type || type.kind === 'error') return broken;
	if (type.kind !== 'struct')
		return context.report(d.unsupported(call, `layout of '${typeName(type)}'`));
	const { size, alignment } = layoutOf(type);
	for (const [name, wanted, node] of numbersOf(offsets, context)) {
		const found = fieldOffsets(type).get(name);
		if (found === undefined) context.report(d.unknownName(node, name));
		else if (found !== wanted) context.report(d.wrongOffset(node, name, found, wanted));
	}
	for (const [name, wanted, node] of numbersOf(whole, context)) {
		const found = name === 'size' ? size : alignment;
		if (found !== wanted) context.report(d.wrongMeasure(node, name, type, found, wanted));
	}
	return broken;
};

/** The properties of an object literal whose values are known at build time. */
function numbersOf(node: ts.Expression | undefined, context: Context) {
	if (!node) return [];
	if (!ts.isObjectLiteralExpression(node)) {
		context.report(d.literalWanted(node, 'A layout'));
		return [];
	}
	return node.properties.flatMap(property => {
		const name = property.name?.getText().replace(/^(['"])(.*)\1$/, '$2') ?? '';
		const value = ts.isPropertyAssignment(property)
			? lowerValue(property.initializer, context)
			: context.report(d.literalWanted(property, `'${name}'`));
		if (value.kind === 'literal') return [[name, value.value, property] as const];
		if (value.type.kind !== 'error') context.report(d.notConstant(property, name));
		return [];
	});
}

export const layouts: Readonly<Record<string, Intrinsic>> = { layout: assertLayout };
