import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

/**
 * Lets what ends a generator early pass through its `catch` clauses: `return` throws a mark into it, so
 * that its `finally` blocks run, which Porffor leaves out, and the mark ends its body.
 */
export function lowerGenerators(text: string): string {
	const file = parse(text);
	return rewriteText(file, (node, { copy, render }) => {
		if (ts.isBlock(node) && isGenerator(node.parent) && holdsTry(node)) {
			const end = `catch ($thrown) { ${isMark} return $thrown.value; throw $thrown; }`;
			return `{ try ${copy(node)} ${end} }`;
		}
		if (!ts.isCatchClause(node) || !isInGenerator(node)) return undefined;
		const { variableDeclaration, block } = node;
		const body = render(block);
		const pass = `${isMark} throw $thrown;`;
		const bind =
			variableDeclaration === undefined ? '' : ` let ${render(variableDeclaration)} = $thrown;`;
		return `catch ($thrown) { ${pass}${bind} ${body} }`;
	});
}

const isMark = "if (typeof $thrown === 'object' && $thrown !== null && $thrown.isReturn)";

function isGenerator(node: ts.Node): boolean {
	return ts.isFunctionLike(node) && 'asteriskToken' in node && node.asteriskToken !== undefined;
}

function holdsTry(node: ts.Node): boolean {
	if (ts.isFunctionLike(node)) return false;
	if (ts.isTryStatement(node)) return true;
	return ts.forEachChild(node, child => holdsTry(child) || undefined) ?? false;
}

function isInGenerator(node: ts.Node): boolean {
	for (let around = node.parent; around !== undefined; around = around.parent) {
		if (ts.isFunctionLike(around)) return isGenerator(around);
	}
	return false;
}
