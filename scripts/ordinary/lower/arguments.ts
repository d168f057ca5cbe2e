import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

const kept = '$arguments';

/** Keeps `arguments` in a variable where an arrow function uses it: Porffor's arrow functions have none. */
export function lowerArguments(text: string): string {
	const file = parse(text);

	return rewriteText(file, (node, { copy }) => {
		if (isArguments(node)) return ownerOf(node) === node ? undefined : kept;
		if (!ts.isBlock(node) || !hasArguments(node.parent)) return undefined;
		return holdsInArrow(node, false)
			? `{ const ${kept} = arguments;${copy(node).slice(1)}`
			: undefined;
	});
}

/** Whether `node` is the variable `arguments`. */
function isArguments(node: ts.Node): node is ts.Identifier {
	if (!ts.isIdentifier(node) || node.text !== 'arguments') return false;
	const { parent } = node;
	if (ts.isPropertyAccessExpression(parent)) return parent.name !== node;
	return !(ts.isPropertyAssignment(parent) && parent.name === node);
}

/** The outermost arrow function that `node` is in with its function, or `node` itself. */
function ownerOf(node: ts.Node): ts.Node {
	let owner = node;
	for (let around = node.parent; !hasArguments(around); around = around.parent) {
		if (ts.isArrowFunction(around)) owner = around;
		if (ts.isSourceFile(around)) return node;
	}
	return owner;
}

/** Whether `node` is a function with `arguments` of its own. */
function hasArguments(node: ts.Node): boolean {
	return ts.isFunctionLike(node) && !ts.isArrowFunction(node);
}

function holdsInArrow(node: ts.Node, isInArrow: boolean): boolean {
	if (isArguments(node)) return isInArrow;
	return (
		ts.forEachChild(node, child => {
			if (hasArguments(child)) return undefined;
			return holdsInArrow(child, isInArrow || ts.isArrowFunction(child)) || undefined;
		}) ?? false
	);
}
