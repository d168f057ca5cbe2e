import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

/** Turns `list[length]` into `list[(0, length)]`: Porffor takes a variable of that name for `.length`. */
export function lowerComputedLength(text: string): string {
	return rewriteText(parse(text), (node, { render }) => {
		if (!ts.isElementAccessExpression(node) || node.questionDotToken) return undefined;
		const index = node.argumentExpression;
		if (!ts.isIdentifier(index) || index.text !== 'length') return undefined;
		return `${render(node.expression)}[(0, length)]`;
	});
}
