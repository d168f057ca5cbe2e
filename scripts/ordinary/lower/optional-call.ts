import ts from 'typescript';
import { parse, type Renderer, rewriteText } from './render.ts';

/**
 * Turns `(o?.f)()` into `(o.f)()`, which means the same: without an `o` there is nothing to call, and both
 * throw. Porffor does not compile the former.
 */
export function lowerOptionalCalls(text: string): string {
	const file = parse(text);
	return rewriteText(file, (node, { copy }) => {
		if (!ts.isCallExpression(node) || !ts.isParenthesizedExpression(node.expression)) {
			return undefined;
		}
		const { expression: chain } = node.expression;
		const isMember = ts.isPropertyAccessExpression(chain) || ts.isElementAccessExpression(chain);
		if (!isMember || !ts.isOptionalChain(chain)) return undefined;
		const callee = withoutQuestions(chain, copy);
		return copy(node, child => (child === node.expression ? callee : undefined));
	});
}

/** `chain` with each `?.` made a `.`. */
function withoutQuestions(chain: ts.OptionalChain, copy: Renderer['copy']): string {
	return copy(chain, child => {
		if (child.kind === ts.SyntaxKind.QuestionDotToken) {
			return ts.isPropertyAccessExpression(chain) ? '.' : ' ';
		}
		const isInner = child === chain.expression && ts.isOptionalChain(child);
		return isInner ? withoutQuestions(child as ts.OptionalChain, copy) : undefined;
	});
}
