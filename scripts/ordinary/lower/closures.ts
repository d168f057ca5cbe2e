import ts from 'typescript';
import { parse, type Renderer, rewriteText } from './render.ts';

/**
 * Gives closures in loops what they captured.
 *
 * In the body of a `while` or `do`, Porffor makes one variable for all rounds: such a loop becomes a
 * `for`, whose rounds have variables of their own. And a closure that is called where it was made
 * loses the variables of the function around the loop: passing it through a function keeps them.
 */
export function lowerClosures(text: string): string {
	const file = parse(text);
	let isUsed = false;
	let loops = 0;

	const rewriteLoop = (node: ts.WhileStatement | ts.DoStatement, { render }: Renderer): string => {
		const condition = render(node.expression);
		const body = render(node.statement);
		loops += 1;
		const isFirst = `$first${loops}`;
		const test = ts.isWhileStatement(node) ? condition : `${isFirst} || (${condition})`;
		return `for (let ${isFirst} = true; ${test}; ${isFirst} = false) ${body}`;
	};

	const lowered = rewriteText(file, (node, renderer) => {
		if ((ts.isWhileStatement(node) || ts.isDoStatement(node)) && holdsFunction(node.statement)) {
			return rewriteLoop(node, renderer);
		}
		if (isClosure(node) && isCalledInPlace(node) && isInLoop(node)) {
			isUsed = true;
			return `$keep(${renderer.copy(node)})`;
		}
		return undefined;
	});
	return isUsed ? `function $keep(closure) { return closure; } ${lowered}` : lowered;
}

function isClosure(node: ts.Node): node is ts.ArrowFunction | ts.FunctionExpression {
	return ts.isArrowFunction(node) || ts.isFunctionExpression(node);
}

/** Whether Porffor sees which function is called: it is called at once, or has a name. */
function isCalledInPlace(closure: ts.Node): boolean {
	let node = closure.parent;
	while (ts.isParenthesizedExpression(node)) node = node.parent;
	return ts.isVariableDeclaration(node) || ts.isCallExpression(node);
}

function isInLoop(node: ts.Node): boolean {
	for (let around = node.parent; around !== undefined; around = around.parent) {
		if (ts.isIterationStatement(around, false)) return true;
		if (ts.isFunctionLike(around)) return false;
	}
	return false;
}

function holdsFunction(node: ts.Node): boolean {
	if (ts.isFunctionLike(node)) return true;
	return ts.forEachChild(node, child => holdsFunction(child) || undefined) ?? false;
}
