import ts from 'typescript';
import { parse, type Renderer, rewriteText } from './render.ts';

/**
 * Lets `for … of`, spread and array patterns take whatever can be iterated, and tells an iterator when
 * its loop is left early. Porffor iterates only what it knows.
 *
 * kernel/runtime/library has the functions that are called here.
 */
export function lowerIteration(text: string): string {
	const file = parse(text);
	const hasIterators = usesIterators(file);
	const isList = listTest(file);
	let loops = 0;

	const rewriteLoop = (node: ts.ForOfStatement, label: string, { render }: Renderer): string => {
		loops += 1;
		const [steps, index] = [`$steps${loops}`, `$index${loops}`];
		const isAsync = node.awaitModifier !== undefined;
		const value = isAsync
			? `${steps}.value`
			: `${steps}.items === null ? ${steps}.value : ${steps}.items[${index}]`;
		const variable = ts.isVariableDeclarationList(node.initializer)
			? declare(node.initializer, value, render)
			: `(${render(node.initializer)} = ${value});`;
		const body = `{ ${variable} ${render(node.statement)} }`;
		const x = render(node.expression);
		if (isAsync) {
			const loop = `${label}for (; ${steps}.accept(await ${steps}.next()); ) ${body}`;
			const close = `await ${steps}.close();`;
			return `{ const ${steps} = $asyncCursor(${x}); try { ${loop} } finally { ${close} } }`;
		}
		const test = `${steps}.items === null ? ${steps}.more() : ++${index} < ${steps}.items.length`;
		const loop = `${label}for (; ${test}; ) ${body}`;
		const start = `const ${steps} = $cursor(${x}); let ${index} = -1;`;
		return canLeave(node.statement)
			? `{ ${start} try { ${loop} } finally { ${steps}.close(); } }`
			: `{ ${start} ${loop} }`;
	};

	return rewriteText(file, (node, renderer) => {
		const { copy, render } = renderer;
		const replace = (child: ts.Node, name: string, more = '') =>
			copy(node, each => (each === child ? `${name}(${render(child)}${more})` : undefined));
		if (ts.isLabeledStatement(node) && ts.isForOfStatement(node.statement)) {
			const loop = node.statement;
			if (isCursorLoop(loop, hasIterators, isList)) {
				return rewriteLoop(loop, `${node.label.text}: `, renderer);
			}
		}
		if (ts.isForOfStatement(node)) {
			if (isCursorLoop(node, hasIterators, isList)) return rewriteLoop(node, '', renderer);
			return isList(node.expression) ? undefined : replace(node.expression, '$iterable');
		}
		if (ts.isVariableDeclaration(node) && ts.isArrayBindingPattern(node.name)) {
			const { initializer } = node;
			if (initializer === undefined || isList(initializer)) return undefined;
			return replace(initializer, '$take', `, ${countOf(node.name.elements)}`);
		}
		if (
			ts.isBinaryExpression(node) &&
			node.operatorToken.kind === ts.SyntaxKind.EqualsToken &&
			ts.isArrayLiteralExpression(node.left) &&
			!isList(node.right)
		) {
			return replace(node.right, '$take', `, ${countOf(node.left.elements)}`);
		}
		if (ts.isSpreadElement(node) && !isList(node.expression) && !isAssigned(node)) {
			return replace(node.expression, '$list');
		}
		if (ts.isNewExpression(node) && takesIterable(node, isList)) {
			const [first] = node.arguments ?? [];
			return first === undefined ? undefined : replace(first, '$source');
		}
		return undefined;
	});
}

function declare(
	{ declarations, flags }: ts.VariableDeclarationList,
	value: string,
	render: (node: ts.Node) => string,
): string {
	const [declaration] = declarations;
	if (declaration === undefined) return '';
	const keyword = flags & ts.NodeFlags.Const ? 'const' : flags & ts.NodeFlags.Let ? 'let' : 'var';
	const { name } = declaration;
	const taken = ts.isArrayBindingPattern(name)
		? `$take(${value}, ${countOf(name.elements)})`
		: value;
	return `${keyword} ${render(name)} = ${taken};`;
}

/** Whether `node` is a part of a pattern that is assigned to. */
function isAssigned(node: ts.Node): boolean {
	let child = node;
	let around = node.parent;
	while (
		ts.isArrayLiteralExpression(around) ||
		ts.isObjectLiteralExpression(around) ||
		ts.isPropertyAssignment(around) ||
		ts.isSpreadElement(around)
	) {
		child = around;
		around = around.parent;
	}
	if (ts.isForOfStatement(around)) return around.initializer === child;
	return (
		ts.isBinaryExpression(around) &&
		around.left === child &&
		around.operatorToken.kind === ts.SyntaxKind.EqualsToken
	);
}

/** How many values a pattern asks for. */
function countOf(elements: readonly ts.Node[]): string {
	const last = elements.at(-1);
	const isOpen =
		last !== undefined &&
		(ts.isSpreadElement(last) || (ts.isBindingElement(last) && last.dotDotDotToken !== undefined));
	return isOpen ? 'Infinity' : String(elements.length);
}

/** Whether a loop may meet something that is more than a list. */
function isCursorLoop(node: ts.ForOfStatement, hasIterators: boolean, isList: ListTest): boolean {
	return node.awaitModifier !== undefined || (hasIterators && !isList(node.expression));
}

/** Whether the program has iterators other than those of the built-in objects. */
function usesIterators(file: ts.SourceFile): boolean {
	const visit = (node: ts.Node): boolean => {
		if (ts.isFunctionLike(node) && 'asteriskToken' in node && node.asteriskToken) return true;
		if (ts.isPropertyAccessExpression(node) && node.getText(file) === 'Symbol.iterator')
			return true;
		return ts.forEachChild(node, child => visit(child) || undefined) ?? false;
	};
	return visit(file);
}

type ListTest = (node: ts.Expression) => boolean;

const listMethods = new Set(
	[
		'concat',
		'filter',
		'flat',
		'flatMap',
		'map',
		'reverse',
		'slice',
		'sort',
		'splice',
		'split',
	].concat(['toReversed', 'toSorted', 'toSpliced']),
);
const listFunctions = new Set(
	['$from', '$namesIn', '$objectEntries', '$objectKeys', '$objectNames', '$objectValues'].concat(
		'$list',
	),
);

/**
 * Tells whether an expression surely is an array (or a string, whose `slice` and `concat` do not matter
 * here), by the name of the method that gives it, unless `file` has a method of that name itself.
 */
function listTest(file: ts.SourceFile): ListTest {
	const own = new Set<string>();
	const visit = (node: ts.Node): void => {
		const isMember = ts.isClassElement(node) || ts.isObjectLiteralElement(node);
		if (isMember && node.name !== undefined) own.add(node.name.getText(file));
		ts.forEachChild(node, visit);
	};
	visit(file);
	return node => {
		if (ts.isArrayLiteralExpression(node)) return true;
		if (!ts.isCallExpression(node)) return false;
		const { expression } = node;
		if (ts.isIdentifier(expression)) return listFunctions.has(expression.text);
		if (!ts.isPropertyAccessExpression(expression)) return false;
		const { text } = expression.name;
		return listMethods.has(text) && text !== 'slice' && text !== 'concat' && !own.has(text);
	};
}

/** Whether a loop with this body may be left before its end. */
function canLeave(node: ts.Node): boolean {
	if (ts.isFunctionLike(node)) return false;
	if (
		ts.isBreakOrContinueStatement(node) ||
		ts.isReturnStatement(node) ||
		ts.isThrowStatement(node) ||
		ts.isCallExpression(node) ||
		ts.isNewExpression(node) ||
		ts.isYieldExpression(node) ||
		ts.isAwaitExpression(node)
	) {
		return true;
	}
	return ts.forEachChild(node, child => canLeave(child) || undefined) ?? false;
}

const collections = /^(Map|Set|WeakMap|WeakSet|\w+\dArray|Uint8ClampedArray)$/;

function takesIterable(
	{ expression, arguments: values }: ts.NewExpression,
	isList: ListTest,
): boolean {
	const first = values?.[0];
	return (
		ts.isIdentifier(expression) &&
		collections.test(expression.text) &&
		first !== undefined &&
		!ts.isNumericLiteral(first) &&
		!isList(first)
	);
}
