import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

/**
 * Declares every top-level variable in front of the program and leaves assignments in their places.
 *
 * Porffor compiles a function where it is first mentioned, and a top-level `const` or `let` that
 * comes after that place does not exist for it.
 */
export function hoistDeclarations(text: string): string {
	const file = parse(text);
	const names = new Set<string>();

	const lowered = rewriteText(file, (node, { copy, render }) => {
		if (node.parent !== file) return undefined;
		if (ts.isClassDeclaration(node) && node.name !== undefined) {
			names.add(node.name.text);
			return `${node.name.text} = ${copy(node)};`;
		}
		if (!ts.isVariableStatement(node)) return undefined;
		return node.declarationList.declarations
			.map(declaration => {
				for (const name of boundNames(declaration.name)) names.add(name);
				return declaration.initializer === undefined ? '' : assignment(declaration, render);
			})
			.join(' ');
	});

	return names.size === 0 ? lowered : `var ${[...names].join(', ')}; ${lowered}`;
}

function assignment(
	{ name, initializer }: ts.VariableDeclaration,
	render: (node: ts.Node) => string,
): string {
	const value = initializer === undefined ? '' : named(name, initializer, render);
	return ts.isIdentifier(name) ? `${name.text} = ${value};` : `(${render(name)} = ${value});`;
}

/** The value of a variable; a function or class without a name of its own takes the variable's. */
function named(
	name: ts.BindingName,
	value: ts.Expression,
	render: (node: ts.Node) => string,
): string {
	const text = render(value);
	if (!ts.isIdentifier(name)) return text;
	if (ts.isClassExpression(value) && value.name === undefined) {
		return text.replace(/^class\b/, `class ${name.text}`);
	}
	// Porffor names a function after the property that it is written in.
	const isNameless = ts.isFunctionExpression(value) && value.name === undefined;
	return isNameless || ts.isArrowFunction(value)
		? `({ ${name.text}: ${text} }).${name.text}`
		: text;
}

function boundNames(name: ts.BindingName): readonly string[] {
	if (ts.isIdentifier(name)) return [name.text];
	return name.elements.flatMap(element =>
		ts.isBindingElement(element) ? boundNames(element.name) : [],
	);
}
