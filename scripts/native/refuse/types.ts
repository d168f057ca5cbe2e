import ts from 'typescript';
import * as d from '../diagnostics.ts';
import { insteadOfName } from './library-names.ts';

/** What is wrong with a type that is no machine type; undefined if tsc has reported it. */
export function refusedType(
	type: ts.Type,
	node: ts.Node,
	checker: ts.TypeChecker,
): d.Mistake | undefined {
	const { flags } = type;
	const name = shortName(type, checker);
	const F = ts.TypeFlags;
	if (flags & F.Any) return isBroken(type) ? undefined : d.anyType(node);
	if (flags & F.Unknown) return d.unknownType(node);
	if (flags & F.Number) return d.floatingPointType(node, name);
	if (flags & F.Undefined) return d.undefinedType(node);
	if (flags & F.BigIntLike) return d.bigintType(node);
	if (flags & F.ESSymbolLike) return d.symbolType(node);
	if (flags & F.NumberLiteral) return d.literalType(node, name);
	if (flags & F.NonPrimitive) return d.anyObjectType(node, name);
	if (type.isUnion()) {
		const isLiteral = type.types.every(part => part.flags & (F.StringLiteral | F.NumberLiteral));
		return isLiteral ? d.literalType(node, name) : d.unionType(node, name);
	}
	if (type.isIntersection()) return d.intersectionType(node, name);
	if (flags & (F.Conditional | F.IndexedAccess | F.Index | F.Substitution))
		return d.conditionalType(node, name);
	if (type.getCallSignatures().length > 1) return d.overloadedType(node, name);
	if (type.getConstructSignatures().length > 0) return d.constructorType(node, name);
	if (checker.isTupleType(type)) return d.tupleType(node, name);
	if (checker.isArrayType(type)) return d.arrayType(node, name);
	if (flags & F.Object) return refusedObject(type as ts.ObjectType, node, name);
	return d.needsMachineType(node, name);
}

function refusedObject(type: ts.ObjectType, node: ts.Node, name: string): d.Mistake {
	if (type.objectFlags & ts.ObjectFlags.Mapped) return d.mappedType(node, name);
	const instead = type.symbol && insteadOfName(type.symbol.name, undefined);
	const isDeclared = type.symbol?.declarations?.some(at => at.getSourceFile().isDeclarationFile);
	if (instead && isDeclared) return d.libraryName(node, type.symbol.name, instead);
	const isAnonymous = type.symbol?.flags & ts.SymbolFlags.TypeLiteral;
	if (!isAnonymous) return d.needsMachineType(node, name);
	return type.getProperties().length > 0 ? d.objectType(node, name) : d.anyObjectType(node, name);
}

/** The type of what tsc has reported. */
const isBroken = (type: ts.Type) =>
	(type as { readonly intrinsicName?: string }).intrinsicName === 'error';

function shortName(type: ts.Type, checker: ts.TypeChecker): string {
	const name = checker.typeToString(type, undefined, ts.TypeFormatFlags.NoTruncation);
	return name.length > 80 ? `${name.slice(0, 78)} …` : name;
}
