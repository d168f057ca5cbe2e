/** The types of generated programs. */

export const integers = [
	...(['u8', 'u16', 'u32', 'u64', 'usize'] as const),
	...(['i8', 'i16', 'i32', 'i64', 'isize'] as const),
] as const;
export type Integer = (typeof integers)[number];
export type Scalar = Integer | 'boolean';

export const bitsOf = (type: Integer): number =>
	type.endsWith('size') ? 64 : Number(type.slice(1));
export const isSigned = (type: Integer): boolean => type.startsWith('i');

/** `value` modulo 2ⁿ, as a number of the type. */
export const wrap = (type: Integer, value: bigint): bigint =>
	isSigned(type) ? BigInt.asIntN(bitsOf(type), value) : BigInt.asUintN(bitsOf(type), value);

/** What a variable, field or element holds. */
export type Shape =
	| Scalar
	/** A length below 0 is the numeric type parameter `N`. */
	| { readonly array: Shape; readonly length: number }
	/** `length` elements at least. */
	| { readonly slice: Shape; readonly length: number }
	/** To the first of `length` elements at least. */
	| { readonly pointer: Shape; readonly length: number }
	| { readonly struct: string }
	| { readonly signature: string; readonly isNullable?: true }
	| { readonly enumeration: string }
	| { readonly atomic: Shape };

/** What `Atomic` may hold, beside functions. */
export const atomicTypes = ['u32', 'i32', 'u64', 'i64', 'usize', 'isize'] as const;

/** The type parameter of generic code, where nothing but copies, comparisons and conversions is done to it. */
export const typeParameter = 'T' as Integer;

export const isScalar = (shape: Shape): shape is Scalar => typeof shape === 'string';

export const arithmeticOperators = ['+', '-', '*', '/', '%', '&', '|', '^'] as const;
export const shiftOperators = ['<<', '>>', '>>>'] as const;
export const operators = [...arithmeticOperators, ...shiftOperators] as const;
export type Operator = (typeof operators)[number];
export const comparisons = ['<', '<=', '>', '>=', '===', '!=='] as const;
export type Comparison = (typeof comparisons)[number];

/** Whether what is of shape `a` serves where `b` is wanted. */
export function sameShape(a: Shape, b: Shape): boolean {
	if (isScalar(a) || isScalar(b)) return a === b;
	if ('struct' in a) return 'struct' in b && a.struct === b.struct;
	if ('signature' in a)
		return 'signature' in b && a.signature === b.signature && !a.isNullable === !b.isNullable;
	if ('enumeration' in a) return 'enumeration' in b && a.enumeration === b.enumeration;
	if ('atomic' in a) return 'atomic' in b && sameShape(a.atomic, b.atomic);
	if ('slice' in a) return 'slice' in b && a.length >= b.length && sameShape(a.slice, b.slice);
	if ('pointer' in a)
		return 'pointer' in b && a.length >= b.length && sameShape(a.pointer, b.pointer);
	return 'array' in b && a.length === b.length && sameShape(a.array, b.array);
}
