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
	let a = lowerValue(node.whenTrue, context, expected);
	let b = lowerValue(node.whenFalse, context, expected);
	if (expected?.kind === 'function') {
		a = coerce(a, expected, node.whenTrue, context); // each may take fewer parameters
		b = coerce(b, expected, node.whenFalse, context);
	}
	const isOpen = (side: c.Expression) => side.type.kind === 'constant' || side.type.kind === 'null';
	const isNever = (side: c.Expression) => side.type.kind === 'never';
	const told = [a, b].find(side => !isOpen(side) && !isNever(side));
	const type = told?.type ?? expected ?? context.enumOf(node);
	const isKnown = condition.kind === 'literal';
	const taken = () => (condition.kind === 'literal' && condition.value === 0n ? b : a);
	if (!type && isKnown) return taken();
	if (!type)
		return context.report(d.undecidedConstant(node.whenTrue, a.kind === 'literal' ? a.value : 0n));
	const wanted =
		type.kind === 'pointer' || type.kind === 'function' ? { ...type, nullable: true } : type;
	if (isOpen(a) || isNever(a)) a = coerce(a, wanted, node.whenTrue, context);
	if (isOpen(b) || isNever(b)) b = coerce(b, wanted, node.whenFalse, context);
	if ([condition, a, b].some(part => part.type.kind === 'error')) return broken;
	if (!sameType(a.type, b.type)) return context.report(d.mixedTypes(node, '?:', a.type, b.type));
	if (isKnown) return taken();
	return { kind: 'conditional', condition, whenTrue: a, whenFalse: b, type: a.type };
};
