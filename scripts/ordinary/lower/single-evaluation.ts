import ts from 'typescript';
import { parse, type Renderer } from './render.ts';
import { rewriteScopes, Scopes } from './scope.ts';

/** Names of methods that some built-in object has. */
const builtinMethods = new Set(
	[
		Array,
		ArrayBuffer,
		Boolean,
		DataView,
		Date,
		Error,
		Function,
		Map,
		Number,
		Object,
		Promise,
		RegExp,
		Set,
		String,
		Symbol,
		Uint8Array,
		Object.getPrototypeOf(Uint8Array),
		WeakMap,
		WeakRef,
		WeakSet,
		function* () {}.constructor,
	].flatMap(constructor => Object.getOwnPropertyNames(constructor.prototype)),
);
for (const name of ['next', 'return', 'throw']) builtinMethods.add(name);

/**
 * Evaluates the object of a method call once: `make().push(1)` becomes `(t = make(), t.push(1))`.
 *
 * Porffor evaluates it twice, in silence, when a built-in object has a method of the same name and
 * the object's type is not known.
 */
export function evaluateReceiversOnce(text: string): string {
	const file = parse(text);
	const scopes = new Scopes();

	const rewriteCall = (node: MethodCall, { render }: Renderer): string => {
		const { expression: receiver, name, questionDotToken } = node.expression;
		const variable = scopes.declare(`$receiver${scopes.next()}`);
		const isOptional = questionDotToken !== undefined || isInOptionalChain(receiver);
		const dot = isOptional ? '?.' : '.';
		const call = node.questionDotToken === undefined ? '' : '?.';
		const values = node.arguments.map(render).join(', ');
		return `(${variable} = ${render(receiver)}, ${variable}${dot}${name.text}${call}(${values}))`;
	};

	return rewriteScopes(file, scopes, (node, renderer) =>
		isMethodCall(node) && isAffected(node) ? rewriteCall(node, renderer) : undefined,
	);
}

type MethodCall = ts.CallExpression & { readonly expression: ts.PropertyAccessExpression };

function isMethodCall(node: ts.Node): node is MethodCall {
	return (
		ts.isCallExpression(node) &&
		ts.isPropertyAccessExpression(node.expression) &&
		node.expression.expression.kind !== ts.SyntaxKind.SuperKeyword
	);
}

function isAffected({ expression: { expression: receiver, name } }: MethodCall): boolean {
	return builtinMethods.has(name.text) && hasEffects(receiver);
}

/** Whether evaluating `node` twice could be noticed. A getter's effect is not looked for. */
function hasEffects(node: ts.Node): boolean {
	if (ts.isFunctionLike(node)) return false;
	if (
		ts.isCallExpression(node) ||
		ts.isNewExpression(node) ||
		ts.isTaggedTemplateExpression(node) ||
		ts.isAwaitExpression(node) ||
		ts.isYieldExpression(node) ||
		ts.isPostfixUnaryExpression(node) ||
		ts.isDeleteExpression(node) ||
		(ts.isPrefixUnaryExpression(node) &&
			(node.operator === ts.SyntaxKind.PlusPlusToken ||
				node.operator === ts.SyntaxKind.MinusMinusToken)) ||
		(ts.isBinaryExpression(node) &&
			node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
			node.operatorToken.kind <= ts.SyntaxKind.LastAssignment)
	) {
		return true;
	}
	return ts.forEachChild(node, child => hasEffects(child) || undefined) ?? false;
}

/** Whether `node` belongs to a chain with `?.` in it, and so may be undefined without an error. */
function isInOptionalChain(node: ts.Expression): boolean {
	return (node.flags & ts.NodeFlags.OptionalChain) !== 0;
}
