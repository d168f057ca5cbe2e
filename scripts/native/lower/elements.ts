import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { type ArrayType, integers, isPlace } from '../types/machine-type.ts';
import { broken, type Context } from './context.ts';
import { lowerAs } from './expression.ts';
import { lowerStorage } from './storage.ts';

/** `arrayOf(…)` and `arrayFrom(index => …)`: the elements of a new array. */
export function lowerElements(
	node: ts.CallExpression,
	type: ArrayType,
	context: Context,
): c.Expression {
	const [first] = node.arguments;
	const isFrom = node.expression.getText().endsWith('arrayFrom');
	if (isFrom && first && ts.isArrowFunction(first)) return fromFunction(first, type, context);
	if (isFrom) return context.report(d.arrowWanted(first ?? node));
	if (BigInt(node.arguments.length) !== type.length) {
		return context.report(d.wrongElementCount(node, BigInt(node.arguments.length), type.length));
	}
	const values = node.arguments.map(argument => lowerItem(argument, type, context));
	return together(values, type);
}

function fromFunction(node: ts.ArrowFunction, type: ArrayType, context: Context): c.Expression {
	const [parameter] = node.parameters;
	const body = unwrap(node.body);
	if (!body) {
		return context.report(d.statementsInArrayFrom(node.body));
	}
	const values: c.Expression[] = [];
	for (let index = 0n; index < type.length; index++) {
		if (parameter && ts.isIdentifier(parameter.name)) {
			context.bind(parameter.name, c.literal(index, integers.usize));
		}
		const value = lowerItem(body, type, context);
		if (value.type.kind === 'error') return broken;
		values.push(value);
	}
	return together(values, type);
}

/** The expression of an arrow function; `({ … })` loses its parentheses. */
function unwrap(body: ts.ConciseBody): ts.Expression | undefined {
	if (ts.isBlock(body)) return undefined;
	return ts.isParenthesizedExpression(body) ? unwrap(body.expression) : body;
}

function lowerItem(node: ts.Expression, type: ArrayType, context: Context): c.Expression {
	if (!isPlace(type.element)) return lowerAs(node, context, type.element);
	const storage = lowerStorage(node, type.element, context);
	return storage?.initial ?? context.report(d.embeddedStructure(node, type.element));
}

function together(values: readonly c.Expression[], type: ArrayType): c.Expression {
	return values.some(value => value.type.kind === 'error')
		? broken
		: { kind: 'elements', values, type };
}
