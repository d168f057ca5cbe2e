import ts from 'typescript';
import { errors } from './errors.ts';
import { parse, rewriteText } from './render.ts';

const test = `function $isError(e) { return ${errors.map(name => `e instanceof ${name}`).join(' || ')}; }`;

/** Lets `value instanceof Error` be true for every error: for Porffor a RangeError is none. */
export function lowerInstanceOf(text: string): string {
	let isUsed = false;
	const lowered = rewriteText(parse(text), (node, { render }) => {
		if (
			!ts.isBinaryExpression(node) ||
			node.operatorToken.kind !== ts.SyntaxKind.InstanceOfKeyword ||
			!ts.isIdentifier(node.right) ||
			node.right.text !== 'Error'
		) {
			return undefined;
		}
		isUsed = true;
		return `$isError(${render(node.left)})`;
	});
	return isUsed ? `${test} ${lowered}` : lowered;
}
