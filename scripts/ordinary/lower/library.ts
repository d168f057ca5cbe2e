import ts from 'typescript';
import { errors } from './errors.ts';
import { parse, type Renderer, rewriteText } from './render.ts';

/** Functions of the library, wherever they are named. */
const functions: ReadonlyMap<string, string> = new Map([
	['Array.from', '$from'],
	['JSON.parse', '$jsonParse'],
	['JSON.stringify', '$jsonStringify'],
	['Math.clz32', '$clz32'],
	['Math.round', '$round'],
	['Number.isInteger', '$isInteger'],
	['Number.isSafeInteger', '$isSafeInteger'],
	['Number.parseFloat', 'parseFloat'],
	['Number.parseInt', 'parseInt'],
	['Object.entries', '$objectEntries'],
	['Object.getOwnPropertyNames', '$objectNames'],
	['Object.keys', '$objectKeys'],
	['Object.values', '$objectValues'],
]);

/** Methods, whatever they are called on: the function looks at its first argument. */
const methods: ReadonlyMap<string, string> = new Map(
	[
		...['charAt', 'entries', 'join', 'keys', 'lastIndexOf', 'match', 'return', 'search', 'sort'],
		...[
			'substr',
			'substring',
			'toExponential',
			'toFixed',
			'toLocaleString',
			'toLowerCase',
			'toPrecision',
		],
		...['toUpperCase', 'values'],
	].map(name => [name, `$${name}`]),
);
const withoutArguments: ReadonlySet<string> = new Set(['$entries', '$keys', '$values']);

/**
 * Calls kernel/runtime/library where Porffor's own library is wrong. The names that begin with a dollar
 * are not declared in the answer.
 */
export function lowerLibrary(text: string): string {
	const file = parse(text);
	return rewriteText(file, (node, renderer) => {
		if (ts.isPropertyAccessExpression(node)) return rewriteAccess(node, renderer);
		if (ts.isBinaryExpression(node)) {
			return rewriteMembership(node, renderer) ?? rewriteErrorTest(node, renderer);
		}
		if (ts.isForInStatement(node)) return rewriteForIn(node, renderer);
		if (ts.isNewExpression(node)) return rewriteNew(node, renderer);
		return ts.isCallExpression(node) ? rewriteCall(node, renderer) : undefined;
	});
}

function rewriteAccess(
	node: ts.PropertyAccessExpression,
	{ render }: Renderer,
): string | undefined {
	const { expression, name, parent } = node;
	if (ts.isIdentifier(expression)) {
		const known = functions.get(`${expression.text}.${name.text}`);
		if (known !== undefined && !isTarget(node)) return known;
	}
	const isOptional = (node.flags & ts.NodeFlags.OptionalChain) !== 0;
	const isCalled = ts.isCallExpression(parent) && parent.expression === node;
	const isPlain = !isOptional && !isCalled && !isTarget(node);
	if (name.text === 'BYTES_PER_ELEMENT' && isPlain && !isView(expression)) {
		return `$elementSize(${render(expression)})`;
	}
	if (name.text !== 'stack' || !isPlain) return undefined;
	return ts.isIdentifier(expression) ? `$stackOf(${render(expression)})` : undefined;
}

/** Whether `node` names a kind of typed array. */
function isView(node: ts.Expression): node is ts.Identifier {
	return ts.isIdentifier(node) && /^(Big)?(Int|Uint|Float)\d+(Clamped)?Array$/.test(node.text);
}

/** Whether something is stored in `node`, or it is deleted. */
function isTarget(node: ts.Expression): boolean {
	const { parent } = node;
	return (
		ts.isDeleteExpression(parent) ||
		(ts.isBinaryExpression(parent) &&
			parent.left === node &&
			parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
			parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment)
	);
}

function rewriteMembership(node: ts.BinaryExpression, { render }: Renderer): string | undefined {
	const isTest = node.operatorToken.kind === ts.SyntaxKind.InKeyword;
	if (!isTest || ts.isPrivateIdentifier(node.left)) return undefined;
	return `$has(${render(node.left)}, ${render(node.right)})`;
}

function rewriteErrorTest(node: ts.BinaryExpression, { render }: Renderer): string | undefined {
	const isTest =
		node.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword &&
		ts.isIdentifier(node.right) &&
		node.right.text === 'Error';
	return isTest ? `$isError(${render(node.left)})` : undefined;
}

/** A name that went while the loop runs is left out, if the object can be asked again. */
function rewriteForIn(node: ts.ForInStatement, { render }: Renderer): string {
	const { initializer, expression } = node;
	const object = render(expression);
	const isDeclared = ts.isVariableDeclarationList(initializer);
	const keyword = isDeclared && initializer.flags & ts.NodeFlags.Const ? 'const' : 'let';
	const variable = isDeclared
		? `${keyword} ${render(initializer.declarations[0]?.name ?? initializer)} = $name;`
		: `${render(initializer)} = $name;`;
	const isSimple = ts.isIdentifier(expression) || expression.kind === ts.SyntaxKind.ThisKeyword;
	const test = isSimple ? `if (!$isStillIn($name, ${object})) continue; ` : '';
	const body = `{ ${test}${variable} ${render(node.statement)} }`;
	return `for (const $name of $namesIn(${object})) ${body}`;
}

function rewriteNew(node: ts.NewExpression, { copy, render }: Renderer): string | undefined {
	const { expression, arguments: values } = node;
	if (!ts.isIdentifier(expression) || !errors.includes(expression.text)) return undefined;
	return rewriteError(expression.text, values ?? [], render) ?? copy(node);
}

function rewriteError(
	type: string,
	values: readonly ts.Expression[],
	render: (node: ts.Node) => string,
): string | undefined {
	if (values.length === 0) return `new ${type}('')`;
	const at = type === 'AggregateError' ? 2 : 1;
	const options = values[at];
	if (options === undefined || values.some(ts.isSpreadElement)) return undefined;
	const own = values.slice(0, at).map(render).join(', ');
	return `$withCause(new ${type}(${own}), ${render(options)})`;
}

function rewriteCall(node: ts.CallExpression, { render }: Renderer): string | undefined {
	const { expression, arguments: values, questionDotToken } = node;
	if (questionDotToken !== undefined) return undefined;
	const list = values.map(render);
	if (ts.isIdentifier(expression)) {
		if (expression.text === 'Number' && list.length === 1) return `$toNumber(${list[0]})`;
		if (errors.includes(expression.text)) {
			return (
				rewriteError(expression.text, values, render) ??
				`new ${expression.text}(${list.join(', ')})`
			);
		}
		return undefined;
	}
	if (ts.isElementAccessExpression(expression)) {
		const isIterator =
			expression.questionDotToken === undefined &&
			list.length === 0 &&
			expression.argumentExpression.getText() === 'Symbol.iterator' &&
			expression.expression.kind !== ts.SyntaxKind.SuperKeyword;
		return isIterator ? `$iterator(${render(expression.expression)})` : undefined;
	}
	if (!ts.isPropertyAccessExpression(expression)) return undefined;
	const { expression: object, name } = expression;
	if (name.text === 'from' && isView(object)) {
		return `new ${object.text}($from(${list.join(', ')}))`;
	}
	const known = methods.get(name.text);
	if (
		known === undefined ||
		expression.questionDotToken !== undefined ||
		object.kind === ts.SyntaxKind.SuperKeyword ||
		(object.flags & ts.NodeFlags.OptionalChain) !== 0 ||
		(withoutArguments.has(known) && list.length > 0) ||
		(ts.isIdentifier(object) && functions.has(`${object.text}.${name.text}`))
	) {
		return undefined;
	}
	return `${known}(${[render(object), ...list].join(', ')})`;
}
