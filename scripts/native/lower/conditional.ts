import type ts from 'typescript';
import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { sameType } from '../types/machine-type.ts';
import { coerce } from './coerce.ts';
import { broken, type ExpressionVisitor } from './context.ts';
import { lowerCondition, lowerValue } from './expression.ts';

/** `condition ? a : b`: both of one type. */
export const lowerConditional: ExpressionVisitor<ts.ConditionalExpression> = (
	node,
	context,
	expected,
) => {
	const condition = lowerCondition(node.condition, context);
	if (condition.kind === 'literal' && condition.type.kind === 'boolean') {
		const [taken, left] =
			condition.value === 0n ? [node.whenFalse, node.whenTrue] : [node.whenTrue, node.whenFalse];
		lowerValue(left, context, expected); // only to report what is wrong in it
		return lowerValue(taken, context, expected);
	}
	let a = lowerValue(node.whenTrue, context, expected);
	let b = lowerValue(node.whenFalse, context, expected);
	const isOpen = (side: c.Expression) => side.type.kind === 'constant' || side.type.kind === 'null';
	const isNever = (side: c.Expression) => side.type.kind === 'never';
	const told = [a, b].find(side => !isOpen(side) && !isNever(side));
	const type = told?.type ?? expected ?? context.enumOf(node);
	if (!type)
		return context.report(d.undecidedConstant(node.whenTrue, a.kind === 'literal' ? a.value : 0n));
	const wanted =
		type.kind === 'pointer' || type.kind === 'function' ? { ...type, nullable: true } : type;
	if (isOpen(a) || isNever(a)) a = coerce(a, wanted, node.whenTrue, context);
	if (isOpen(b) || isNever(b)) b = coerce(b, wanted, node.whenFalse, context);
	if ([condition, a, b].some(part => part.type.kind === 'error')) return broken;
	if (!sameType(a.type, b.type)) return context.report(d.mixedTypes(node, '?:', a.type, b.type));
	return { kind: 'conditional', condition, whenTrue: a, whenFalse: b, type: a.type };
};
