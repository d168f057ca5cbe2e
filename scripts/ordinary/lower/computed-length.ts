import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

/**
 * Turns `list[length]` into `list[(0, length)]`: Porffor takes a variable of that name for `.length`. And
 * `text[-1]` into `text['-1']`: it takes such a number for the nearest index.
 */
export function lowerComputedLength(text: string): string {
	return rewriteText(parse(text), (node, { render }) => {
		if (!ts.isElementAccessExpression(node) || node.questionDotToken) return undefined;
		const index = node.argumentExpression;
		const constant = Number(index.getText());
		const isNumber = ts.isNumericLiteral(index) || ts.isPrefixUnaryExpression(index);
		if (isNumber && (constant < 0 || constant % 1 !== 0)) {
			return `${render(node.expression)}['${constant}']`;
		}
		if (!ts.isIdentifier(index) || index.text !== 'length') return undefined;
		return `${render(node.expression)}[(0, length)]`;
	});
}
