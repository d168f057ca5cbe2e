import ts from 'typescript';
import type { MachineType, StructType } from './machine-type.ts';

/** The name of a field in a layout: `#x` is another field than `x` and `_x`. */
export const fieldName = (name: ts.MemberName): string =>
	ts.isPrivateIdentifier(name) ? `${name.text.slice(1)}$private` : name.text;

/** A field as the user wrote it. */
export const writtenField = (field: string): string => field.replace(/^(.*)\$private$/, '#$1');

/** Whether a type in place holds `struct`, directly or deeper. */
export function holds(type: MachineType, struct: StructType, seen: Set<string>): boolean {
	if (type.kind === 'array') return holds(type.element, struct, seen);
	if (type.kind !== 'struct') return false;
	if (type.tag === struct.tag) return true;
	if (seen.has(type.tag)) return false;
	seen.add(type.tag);
	return type.fields().some(field => holds(field.type, struct, seen));
}

/** The class or interface of the program that a type is called by. */
export const structureBehind = (
	symbol: ts.Symbol,
): ts.ClassDeclaration | ts.InterfaceDeclaration | undefined =>
	symbol.declarations
		?.filter(declaration => !declaration.getSourceFile().isDeclarationFile)
		.find(
			declaration => ts.isClassDeclaration(declaration) || ts.isInterfaceDeclaration(declaration),
		);

/** Whether a class or interface extends another, and so does not know all of its fields. */
export const isDerived = (declaration: ts.ClassDeclaration | ts.InterfaceDeclaration): boolean =>
	declaration.heritageClauses?.some(({ token }) => token === ts.SyntaxKind.ExtendsKeyword) ?? false;

/** The type arguments of a structure, each by its name. */
export const argumentNames = (
	values: readonly (MachineType | bigint)[],
	nameOf: (type: MachineType) => string,
): readonly string[] =>
	values.map(value => (typeof value === 'bigint' ? `${value}` : nameOf(value)));
