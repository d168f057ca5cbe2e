import type * as c from '../c/ast.ts';
import { childrenOf, partsOf } from '../c/walk.ts';

/** Which variable of its function a declaration or a mention of it means; module-level ones are left out. */
export type Variables = ReadonlyMap<c.Statement | c.Expression, string>;

/**
 * Tells the variables of one function apart that have the same name, in blocks beside or inside of each
 * other. The first one of a name goes by the name alone, each further one has `#` and a number behind it.
 */
export function variablesOf(unit: c.FunctionUnit): Variables {
	const variables = new Map<c.Statement | c.Expression, string>();
	const counts = new Map<string, number>();
	const scopes: Map<string, string>[] = [];

	const declare = (name: string): string => {
		const count = (counts.get(name) ?? 0) + 1;
		counts.set(name, count);
		const variable = count === 1 ? name : `${name}#${count}`;
		scopes.at(-1)?.set(name, variable);
		return variable;
	};
	const scoped = (walk: () => void) => {
		scopes.push(new Map());
		walk();
		scopes.pop();
	};
	const expression = (node: c.Expression): void => {
		if (node.kind === 'name') {
			const scope = scopes.findLast(names => names.has(node.name));
			const variable = scope?.get(node.name);
			if (variable !== undefined) variables.set(node, variable);
		} else if (node.kind === 'sequence') {
			// What a sequence declares is in sight of its result.
			scoped(() => {
				node.statements.forEach(statement);
				childrenOf(node).forEach(expression);
			});
		} else {
			childrenOf(node).forEach(expression);
		}
	};
	const statement = (node: c.Statement): void => {
		const { expressions, statements } = partsOf(node);
		if (node.kind === 'declaration') {
			// The variable is in sight of its own first value, in C as in ECMAScript.
			variables.set(node, declare(node.name));
			expressions.forEach(expression);
		} else {
			scoped(() => {
				if (node.kind === 'for') node.initial.forEach(statement);
				expressions.forEach(expression);
				const inner = node.kind === 'for' ? [node.body] : statements;
				inner.forEach(statement);
			});
		}
	};
	scoped(() => {
		for (const { name } of unit.parameters) declare(name);
		scoped(() => unit.body.forEach(statement));
	});
	return variables;
}

/** The name of a variable as the function has it. */
export const nameOf = (variable: string): string => variable.replace(/#.*/, '');
