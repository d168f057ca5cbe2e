import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

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
		(function* () {}).constructor,
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
	let count = 0;
	let scope: string[] = [];

	/** Runs `render` in a scope of its own: its text, and the declaration of what it needs. */
	const inScope = (render: () => string): { text: string; declaration: string } => {
		const outer = scope;
		scope = [];
		const inner = render();
		const declaration = scope.length === 0 ? '' : `var ${scope.join(', ')};`;
		scope = outer;
		return { text: inner, declaration };
	};

	const rewriteCall = (node: MethodCall, render: (node: ts.Node) => string): string => {
		const { expression: receiver, name, questionDotToken } = node.expression;
		count += 1;
		const variable = `$receiver${count}`;
		scope.push(variable);
		const isOptional = questionDotToken !== undefined || isInOptionalChain(receiver);
		const dot = isOptional ? '?.' : '.';
		const call = node.questionDotToken === undefined ? '' : '?.';
		const values = node.arguments.map(render).join(', ');
		return `(${variable} = ${render(receiver)}, ${variable}${dot}${name.text}${call}(${values}))`;
	};

	const lowered = inScope(() =>
		rewriteText(file, (node, { copy, render }) => {
			if (isMethodCall(node) && isAffected(node)) return rewriteCall(node, render);

			const expression = expressionOutsideBlock(node);
			if (expression !== undefined) {
				const { text: value, declaration } = inScope(() => render(expression));
				if (declaration === '') return copy(node, expression, value);
				const body = `{ ${declaration} return (${value}); }`;
				return copy(node, expression, ts.isArrowFunction(node) ? body : `(() => ${body})()`);
			}
			if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) {
				const { text: body, declaration } = inScope(() => copy(node));
				return declaration === '' ? body : `{ ${declaration}${body.slice(1)}`;
			}
			return undefined;
		}),
	);
	return lowered.declaration === '' ? lowered.text : `${lowered.declaration} ${lowered.text}`;
}

/** The body of an arrow function or the value of a class field, where nothing can be declared. */
function expressionOutsideBlock(node: ts.Node): ts.Expression | undefined {
	if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return node.body;
	if (ts.isPropertyDeclaration(node)) return node.initializer;
	return undefined;
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
