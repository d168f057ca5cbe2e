import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

/** Turns `a[i]++` into `(a[i] += 1) - 1`, and so on: for typed arrays Porffor forgets the result. */
export function lowerIncrements(text: string): string {
	const file = parse(text);
	return rewriteText(file, (node, { render }) => {
		if (!ts.isPostfixUnaryExpression(node) && !ts.isPrefixUnaryExpression(node)) return undefined;
		if (!ts.isElementAccessExpression(node.operand)) return undefined;
		const sign = signs.get(node.operator);
		if (sign === undefined) return undefined;
		const changed = `(${render(node.operand)} ${sign}= 1)`;
		const isOldValue = ts.isPostfixUnaryExpression(node) && !ts.isExpressionStatement(node.parent);
		return isOldValue ? `(${changed} ${sign === '+' ? '-' : '+'} 1)` : changed;
	});
}

const signs: ReadonlyMap<ts.SyntaxKind, string> = new Map([
	[ts.SyntaxKind.PlusPlusToken, '+'],
	[ts.SyntaxKind.MinusMinusToken, '-'],
]);
