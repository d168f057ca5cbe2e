import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

/** Turns `a[i]++` into `(a[i] -= -1) - 1`, and so on: for typed arrays Porffor forgets the result. */
export function lowerIncrements(text: string): string {
	const file = parse(text);
	return rewriteText(file, (node, { render }) => {
		if (ts.isBinaryExpression(node) && isUpdate(node)) {
			const operator = node.operatorToken.getText(file).slice(0, -1);
			const target = node.left.getText(file);
			return `${target} = ${target} ${operator} (${render(node.right)})`;
		}
		if (!ts.isPostfixUnaryExpression(node) && !ts.isPrefixUnaryExpression(node)) return undefined;
		if (!ts.isElementAccessExpression(node.operand)) return undefined;
		const sign = signs.get(node.operator);
		if (sign === undefined) return undefined;
		// Taken away, so that a text becomes a number.
		const changed = `(${render(node.operand)} -= ${sign === '+' ? '-1' : '1'})`;
		const isOldValue = ts.isPostfixUnaryExpression(node) && !ts.isExpressionStatement(node.parent);
		return isOldValue ? `(${changed} ${sign === '+' ? '-' : '+'} 1)` : changed;
	});
}

/** Whether `node` is the last part of a `for`, like `this.at += 1`, which Porffor cannot write there. */
function isUpdate({ parent, left, operatorToken }: ts.BinaryExpression): boolean {
	return (
		ts.isForStatement(parent) &&
		ts.isPropertyAccessExpression(left) &&
		(ts.isIdentifier(left.expression) || left.expression.kind === ts.SyntaxKind.ThisKeyword) &&
		compound.has(operatorToken.kind)
	);
}

const compound: ReadonlySet<ts.SyntaxKind> = new Set([
	ts.SyntaxKind.PlusEqualsToken,
	ts.SyntaxKind.MinusEqualsToken,
	ts.SyntaxKind.AsteriskEqualsToken,
	ts.SyntaxKind.SlashEqualsToken,
	ts.SyntaxKind.LessThanLessThanEqualsToken,
	ts.SyntaxKind.GreaterThanGreaterThanEqualsToken,
]);

const signs: ReadonlyMap<ts.SyntaxKind, string> = new Map([
	[ts.SyntaxKind.PlusPlusToken, '+'],
	[ts.SyntaxKind.MinusMinusToken, '-'],
]);
