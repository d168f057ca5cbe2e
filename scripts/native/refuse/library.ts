import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { integerName } from '../types/integer-name.ts';
import { insteadOfMember, insteadOfName } from './library-names.ts';

/** What is wrong with a name of JavaScript's library; `Math.min` is told by its member. */
export function libraryName(node: ts.Node): d.Mistake | undefined {
	if (!ts.isIdentifier(node)) return undefined;
	const general = insteadOfName(node.text, undefined);
	if (general === undefined) return undefined;
	const { parent } = node;
	const isObject = ts.isPropertyAccessExpression(parent) && parent.expression === node;
	const member = isObject ? parent.name.text : undefined;
	const instead = insteadOfName(node.text, member) ?? general;
	return d.libraryName(node, instead === general ? node.text : `${node.text}.${member}`, instead);
}

/** What is wrong with a member that the library gives to arrays, texts, numbers and functions. */
export function libraryMember(node: ts.Node, checker: ts.TypeChecker): d.Mistake | undefined {
	const { parent } = node;
	if (!ts.isIdentifier(node) || !ts.isPropertyAccessExpression(parent)) return undefined;
	const type = checker.getBaseTypeOfLiteralType(checker.getTypeAtLocation(parent.expression));
	if (type.flags & ts.TypeFlags.Never) return undefined;
	const integer = integerName(type, checker);
	const name = integer ?? checker.typeToString(type);
	const isNumber = integer !== undefined || (type.flags & ts.TypeFlags.NumberLike) !== 0;
	const isText = (type.flags & ts.TypeFlags.StringLike) !== 0;
	const isArray = checker.isArrayLikeType(type) || /^(FixedArray|Slice)</.test(name);
	if (!isNumber && !isText && !isArray && type.getCallSignatures().length === 0) return undefined;
	const kind = isNumber ? 'number' : isText ? 'string' : name;
	return d.libraryMember(node, node.text, name, insteadOfMember(node.text, kind));
}
