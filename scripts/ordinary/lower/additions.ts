import ts from 'typescript';
import { resolveVariables } from './bindings.ts';
import { Kinds } from './kinds.ts';
import { parse, rewriteText } from './render.ts';

/**
 * Turns `a + b` into `((a + b) ?? 0)`, where it may be a text: when only one operand is known to be a
 * number, Porffor adds as it should, and then takes the result for a number, whatever it is, so that
 * `text + i + 1` is lost. It does not claim to know the type of `??`, and leaves the test out.
 */
export function lowerAdditions(text: string): string {
	const file = parse(text);
	const kinds = new Kinds(resolveVariables(file).resolve);
	return rewriteText(file, (node, { copy, render }) => {
		if (!ts.isBinaryExpression(node)) return undefined;
		const { kind } = node.operatorToken;
		if (kind === ts.SyntaxKind.PlusToken) {
			return kinds.of(node) === 'unknown' ? `((${copy(node)}) ?? 0)` : undefined;
		}
		const isSum = kind === ts.SyntaxKind.PlusEqualsToken && ts.isIdentifier(node.left);
		if (!isSum || kinds.of(node) !== 'unknown') return undefined;
		const sum = `((${render(node.left)} + (${render(node.right)})) ?? 0)`;
		return `${render(node.left)} = ${sum}`;
	});
}
