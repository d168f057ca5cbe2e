import ts from 'typescript';
import { parse, type Renderer, rewriteText } from './render.ts';

type Function = ts.FunctionLikeDeclaration & { readonly body: ts.ConciseBody };

/**
 * Moves default values and patterns of parameters into the body. Porffor evaluates a default value
 * where the parameters before it are not there yet, and mixes up what a pattern takes.
 */
export function lowerParameters(text: string): string {
	const file = parse(text);
	let count = 0;

	const rewriteFunction = (node: Function, { copy, render }: Renderer): string => {
		const first = node.parameters.findIndex(isAffected);
		const moved = node.parameters.slice(first);
		const statements: string[] = [];
		const names = new Map<ts.ParameterDeclaration, string>();
		for (const parameter of moved) {
			const { name, initializer, dotDotDotToken } = parameter;
			const rest = dotDotDotToken === undefined ? '' : '...';
			const value = initializer === undefined ? '' : render(initializer);
			if (ts.isIdentifier(name)) {
				names.set(parameter, `${rest}${name.text}`);
				if (value !== '') {
					statements.push(`if (${name.text} === undefined) ${name.text} = ${value};`);
				}
				continue;
			}
			count += 1;
			const whole = `$parameter${count}`;
			names.set(parameter, `${rest}${whole}`);
			if (value !== '') statements.push(`if (${whole} === undefined) ${whole} = ${value};`);
			statements.push(`let ${render(name)} = ${whole};`);
		}

		const { body } = node;
		const inner = ts.isBlock(body)
			? `{ ${statements.join(' ')}${render(body).slice(1)}`
			: `{ ${statements.join(' ')} return (${render(body)}); }`;
		return copy(node, child => (child === body ? inner : names.get(child as never)));
	};

	return rewriteText(file, (node, renderer) => {
		if (!ts.isFunctionLike(node) || !('body' in node) || node.body === undefined) return undefined;
		if (!node.parameters.some(isAffected)) return undefined;
		return rewriteFunction(node as Function, renderer);
	});
}

/** Whether Porffor gets `parameter`, or the ones behind it, wrong. */
function isAffected({ name, initializer, dotDotDotToken }: ts.ParameterDeclaration): boolean {
	if (!ts.isIdentifier(name)) return true;
	return dotDotDotToken === undefined && initializer !== undefined && !isConstant(initializer);
}

function isConstant(node: ts.Expression): boolean {
	if (ts.isPrefixUnaryExpression(node)) return ts.isNumericLiteral(node.operand);
	return (
		ts.isLiteralExpression(node) ||
		node.kind === ts.SyntaxKind.TrueKeyword ||
		node.kind === ts.SyntaxKind.FalseKeyword ||
		node.kind === ts.SyntaxKind.NullKeyword
	);
}
