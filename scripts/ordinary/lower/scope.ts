import ts from 'typescript';
import { type Rewrite, rewriteText } from './render.ts';

/**
 * Names for what a lowering has to keep in variables, and the functions that they belong to.
 *
 * A dollar sign in front keeps them apart from whatever the bundler calls things.
 */
export class Scopes {
	private names: string[] = [];
	private count = 0;

	/** A number that no other variable of this pass has. */
	next(): number {
		this.count += 1;
		return this.count;
	}

	/** Has `name` declared in the innermost function. */
	declare(name: string): string {
		this.names.push(name);
		return name;
	}

	/** Runs `render` for the body of a function: its text, and the declaration that it needs. */
	inside(render: () => string): { readonly text: string; readonly declaration: string } {
		const outer = this.names;
		this.names = [];
		const text = render();
		const declaration = this.names.length === 0 ? '' : `var ${this.names.join(', ')};`;
		this.names = outer;
		return { text, declaration };
	}
}

/** Like `rewriteText`, for a rule that declares variables: each function gets those of its own. */
export function rewriteScopes(file: ts.SourceFile, scopes: Scopes, rewrite: Rewrite): string {
	const { text, declaration } = scopes.inside(() =>
		rewriteText(file, (node, renderer) => {
			const rewritten = rewrite(node, renderer);
			if (rewritten !== undefined) return rewritten;
			const { copy, render } = renderer;
			const expression = expressionOutsideBlock(node);
			if (expression !== undefined) {
				const value = scopes.inside(() => render(expression));
				if (value.declaration === '')
					return copy(node, child => (child === expression ? value.text : undefined));
				const body = `{ ${value.declaration} return (${value.text}); }`;
				const text = ts.isArrowFunction(node) ? body : `(() => ${body})()`;
				return copy(node, child => (child === expression ? text : undefined));
			}
			if (ts.isBlock(node) && ts.isFunctionLike(node.parent)) {
				const body = scopes.inside(() => copy(node));
				return body.declaration === '' ? body.text : `{ ${body.declaration}${body.text.slice(1)}`;
			}
			return undefined;
		}),
	);
	return declaration === '' ? text : `${declaration} ${text}`;
}

/** The body of an arrow function or the value of a class field, where nothing can be declared. */
function expressionOutsideBlock(node: ts.Node): ts.Expression | undefined {
	if (ts.isArrowFunction(node) && !ts.isBlock(node.body)) return node.body;
	if (ts.isPropertyDeclaration(node)) return node.initializer;
	return undefined;
}
