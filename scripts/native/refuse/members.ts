import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { isNested } from './declarations.ts';
import { brief, type Refusal } from './refusal.ts';

const K = ts.SyntaxKind;

/** What the grammar alone tells to be no class, interface or member of one. */
export const refusedMembers: Partial<Record<ts.SyntaxKind, Refusal<never>>> = {
	[K.ClassDeclaration]: refuseClass,
	[K.InterfaceDeclaration]: refuseInterface,
};

function refuseClass(node: ts.ClassDeclaration): readonly d.Mistake[] {
	const name = brief(node.name);
	return [
		...(isNested(node) ? [d.nestedClass(node.name ?? node, name)] : []),
		...(node.heritageClauses ?? []).flatMap(clause => {
			const isExtends = clause.token === K.ExtendsKeyword;
			const refuse = isExtends ? d.inheritance : d.implementsClause;
			return clause.types.map(type => refuse(type, name, brief(type)));
		}),
		...abstractOf(node, name),
		...node.members.flatMap(refuseClassMember),
	];
}

function abstractOf(node: ts.HasModifiers, name: string): readonly d.Mistake[] {
	const modifier = node.modifiers?.find(({ kind }) => kind === K.AbstractKeyword);
	return modifier ? [d.abstractMember(modifier, name)] : [];
}

function refuseClassMember(node: ts.ClassElement): readonly d.Mistake[] {
	if (ts.isClassStaticBlockDeclaration(node)) return [d.staticBlock(node.getFirstToken() ?? node)];
	if (ts.isIndexSignatureDeclaration(node)) return [d.indexSignature(node)];
	if (!node.name) return [];
	const name = brief(node.name);
	if (!ts.isIdentifier(node.name) && !ts.isPrivateIdentifier(node.name))
		return [d.memberName(node.name, name)];
	if (ts.isAccessor(node)) return [];
	if (ts.isMethodDeclaration(node)) return abstractOf(node, name);
	if (!ts.isPropertyDeclaration(node)) return [];
	if (ts.isAutoAccessorPropertyDeclaration(node)) return [d.accessorField(node.name, name)];
	return [
		...abstractOf(node, name),
		...(node.questionToken ? [d.optionalField(node.name, name)] : []),
	];
}

function refuseInterface(node: ts.InterfaceDeclaration): readonly d.Mistake[] {
	return [
		...(node.heritageClauses ?? []).flatMap(clause =>
			clause.types.map(type => d.inheritance(type, node.name.text, brief(type))),
		),
		...node.members.flatMap(refuseLayoutMember),
	];
}

function refuseLayoutMember(node: ts.TypeElement): readonly d.Mistake[] {
	if (ts.isIndexSignatureDeclaration(node)) return [d.indexSignature(node)];
	if (!node.name) return [d.callableLayout(node)];
	const name = brief(node.name);
	if (!ts.isIdentifier(node.name)) return [d.memberName(node.name, name)];
	if (ts.isMethodSignature(node)) return [d.layoutMethod(node.name, name)];
	if (ts.isAccessor(node)) return [d.layoutAccessor(node.name, name)];
	return node.questionToken ? [d.optionalField(node.name, name)] : [];
}
