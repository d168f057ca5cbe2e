import ts from 'typescript';
import { type IntegerType, integers, rangeOf } from './machine-type.ts';

/** An enum's underlying type: `u32`, or what its members need. tsc's own values are doubles. */
export function enumType(
	type: ts.Type,
	valueOf: (member: ts.EnumMember) => bigint | undefined,
): IntegerType {
	const owner = enumOf(type);
	if (!owner) return integers.u32;
	const values = owner.members.map(member => valueOf(member) ?? 0n);
	const fits = (candidate: IntegerType) => {
		const [minimum, maximum] = rangeOf(candidate);
		return values.every(value => value >= minimum && value <= maximum);
	};
	return [integers.u32, integers.i32, integers.u64].find(fits) ?? integers.i64;
}

/**
 * The enum that a type is of: to tsc it may be the enum's own, that of one member, which is all that an
 * enum with a single one has, or a union of some of them.
 */
export function enumOf(type: ts.Type): ts.EnumDeclaration | undefined {
	const part = type.isUnion() ? sameEnum(type) : type;
	const declaration = part?.symbol?.valueDeclaration;
	const owner = declaration && ts.isEnumMember(declaration) ? declaration.parent : declaration;
	return owner && ts.isEnumDeclaration(owner) ? owner : undefined;
}

/** A member for a union of members of one enum, as narrowing leaves them. */
export function sameEnum(type: ts.UnionType): ts.Type | undefined {
	const owner = (part: ts.Type) => part.symbol?.valueDeclaration?.parent;
	const [first] = type.types;
	const isSame = type.types.every(
		part => part.flags & ts.TypeFlags.EnumLiteral && first && owner(part) === owner(first),
	);
	return isSame ? first : undefined;
}
