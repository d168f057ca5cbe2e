import ts from 'typescript';
import { parse, rewriteText } from './render.ts';

/**
 * Gives each class private names of its own. Porffor knows a private member by its name alone, so that
 * `#v` of a class and `#v` of its subclass are one; and a property with that name is all that it is.
 */
export function lowerPrivateNames(text: string): string {
	const file = parse(text);
	const classes = new Map<ts.ClassLikeDeclaration, number>();
	return rewriteText(file, node => {
		if (!ts.isPrivateIdentifier(node)) return undefined;
		const type = declaringClass(node);
		if (type === undefined) return undefined;
		if (!classes.has(type)) classes.set(type, classes.size + 1);
		return `${node.text}$${classes.get(type)}`;
	});
}

/** The innermost class around `name` that declares it. */
function declaringClass(name: ts.PrivateIdentifier): ts.ClassLikeDeclaration | undefined {
	for (let around: ts.Node = name.parent; around !== undefined; around = around.parent) {
		if (ts.isClassLike(around) && around.members.some(member => declares(member, name.text))) {
			return around;
		}
	}
	return undefined;
}

function declares({ name }: ts.ClassElement, text: string): boolean {
	return name !== undefined && ts.isPrivateIdentifier(name) && name.text === text;
}
