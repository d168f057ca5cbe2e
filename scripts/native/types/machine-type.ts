import type ts from 'typescript';

/**
 * The types of native code. Structures, arrays, atomics and device registers are *places*: they have
 * an address and are handed around by reference. All others are values.
 */
export type MachineType =
	| IntegerType
	| ConstantType
	| BooleanType
	| VoidType
	| NeverType
	| StringType
	| NullType
	| ErrorType
	| PointerType
	| FunctionType
	| SliceType
	| PlaceType;

export type PlaceType = StructType | ArrayType | AtomicType | RegisterType;

export type IntegerName =
	| 'u8'
	| 'u16'
	| 'u32'
	| 'u64'
	| 'i8'
	| 'i16'
	| 'i32'
	| 'i64'
	| 'usize'
	| 'isize';

export interface IntegerType {
	readonly kind: 'integer';
	readonly name: IntegerName;
	readonly bits: 8 | 16 | 32 | 64;
	readonly signed: boolean;
}

/** An integer constant that has not met a machine type yet. */
export interface ConstantType {
	readonly kind: 'constant';
}

export interface BooleanType {
	readonly kind: 'boolean';
}

export interface VoidType {
	readonly kind: 'void';
}

export interface NeverType {
	readonly kind: 'never';
}

/** A string constant: a pointer to its UTF-8 bytes and their count. */
export interface StringType {
	readonly kind: 'string';
}

export interface NullType {
	readonly kind: 'null';
}

/** The type of what has already been reported. It fits everything, so that one mistake gives one message. */
export interface ErrorType {
	readonly kind: 'error';
}

export interface PointerType {
	readonly kind: 'pointer';
	readonly target: MachineType;
	readonly nullable: boolean;
	/** A place handed around by reference, as opposed to an explicit `Ptr<T>`. */
	readonly reference: boolean;
}

/** A pointer to elements and their count, a value of two words. */
export interface SliceType {
	readonly kind: 'slice';
	readonly element: MachineType;
}

export interface FunctionType {
	readonly kind: 'function';
	readonly parameters: readonly MachineType[];
	readonly result: MachineType;
	readonly nullable: boolean;
}

export interface Field {
	readonly name: string;
	readonly type: MachineType;
	readonly isReadonly: boolean;
	/** Marked `Guarded<…>`: plain memory that the program itself protects. */
	readonly isGuarded: boolean;
}

/** A class or interface with its type parameters bound. */
export interface StructType {
	readonly kind: 'struct';
	/** As the user wrote it, with type arguments: `HandlerTable<64>`. */
	readonly name: string;
	/** The tag of the C structure. */
	readonly tag: string;
	readonly declaration: ts.ClassDeclaration | ts.InterfaceDeclaration;
	readonly environment: Environment;
	/** Resolved on first use, since a structure may point to itself. */
	readonly fields: () => readonly Field[];
}

export interface ArrayType {
	readonly kind: 'array';
	readonly element: MachineType;
	readonly length: bigint;
}

export interface AtomicType {
	readonly kind: 'atomic';
	readonly of: MachineType;
}

export interface RegisterType {
	readonly kind: 'register';
	readonly access: 'ReadOnly' | 'WriteOnly' | 'ReadWrite';
	readonly of: IntegerType;
}

/** What the type parameters of a generic class stand for: a type or a numeric literal. */
export type Environment = ReadonlyMap<ts.Symbol, MachineType | bigint>;

const integer = (name: IntegerName, bits: 8 | 16 | 32 | 64, signed: boolean): IntegerType => ({
	kind: 'integer',
	name,
	bits,
	signed,
});

export const integers: Readonly<Record<IntegerName, IntegerType>> = {
	u8: integer('u8', 8, false),
	u16: integer('u16', 16, false),
	u32: integer('u32', 32, false),
	u64: integer('u64', 64, false),
	i8: integer('i8', 8, true),
	i16: integer('i16', 16, true),
	i32: integer('i32', 32, true),
	i64: integer('i64', 64, true),
	usize: integer('usize', 64, false),
	isize: integer('isize', 64, true),
};

export const isIntegerName = (name: string): name is IntegerName => name in integers;

export const constantType: ConstantType = { kind: 'constant' };
export const booleanType: BooleanType = { kind: 'boolean' };
export const voidType: VoidType = { kind: 'void' };
export const neverType: NeverType = { kind: 'never' };
export const stringType: StringType = { kind: 'string' };
export const nullType: NullType = { kind: 'null' };
export const errorType: ErrorType = { kind: 'error' };

export const pointerTo = (target: MachineType, nullable = false): PointerType => ({
	kind: 'pointer',
	target,
	nullable,
	reference: false,
});

export const referenceTo = (target: PlaceType, nullable = false): PointerType => ({
	kind: 'pointer',
	target,
	nullable,
	reference: true,
});

export const isPlace = (type: MachineType): type is PlaceType =>
	type.kind === 'struct' ||
	type.kind === 'array' ||
	type.kind === 'atomic' ||
	type.kind === 'register';

/** The type of a variable, parameter or result that is declared as `type`: places go by reference. */
export const asValue = (type: MachineType): MachineType =>
	isPlace(type) ? referenceTo(type) : type;

/** The unsigned type in which arithmetic on `type` is done, at least as wide as C's `int`. */
export const carrier = (type: IntegerType): IntegerType =>
	type.bits === 64 ? integers.u64 : integers.u32;

/** The range of an integer type, both ends included. */
export const rangeOf = ({ bits, signed }: IntegerType): readonly [bigint, bigint] =>
	signed
		? [-(1n << BigInt(bits - 1)), (1n << BigInt(bits - 1)) - 1n]
		: [0n, (1n << BigInt(bits)) - 1n];

/** `value` modulo 2ⁿ, as a number of the type. */
export const wrap = (value: bigint, { bits, signed }: IntegerType): bigint =>
	signed ? BigInt.asIntN(bits, value) : BigInt.asUintN(bits, value);

/** Whether two types are the same, nullability aside. */
export function sameType(a: MachineType, b: MachineType): boolean {
	if (a.kind === 'error' || b.kind === 'error') return true;
	if (a.kind === 'integer' && b.kind === 'integer') return a.name === b.name;
	if (a.kind === 'pointer' && b.kind === 'pointer') return sameType(a.target, b.target);
	if (a.kind === 'struct' && b.kind === 'struct') return a.tag === b.tag;
	if (a.kind === 'array' && b.kind === 'array') {
		return a.length === b.length && sameType(a.element, b.element);
	}
	if (a.kind === 'slice' && b.kind === 'slice') return sameType(a.element, b.element);
	if (a.kind === 'atomic' && b.kind === 'atomic') return sameType(a.of, b.of);
	if (a.kind === 'register' && b.kind === 'register') return sameType(a.of, b.of);
	if (a.kind === 'function' && b.kind === 'function') {
		return (
			a.parameters.length === b.parameters.length &&
			sameType(a.result, b.result) &&
			a.parameters.every((parameter, i) => sameType(parameter, b.parameters[i] ?? voidType))
		);
	}
	return a.kind === b.kind;
}

/** A type as the user would write it. */
export function typeName(type: MachineType): string {
	switch (type.kind) {
		case 'integer':
			return type.name;
		case 'constant':
			return 'integer constant';
		case 'pointer': {
			const target = typeName(type.target);
			const name = type.reference ? target : `Ptr<${target}>`;
			return type.nullable ? `${name} | null` : name;
		}
		case 'function': {
			const parameters = type.parameters.map(
				(parameter, i) => `${'abcdefgh'[i]}: ${typeName(parameter)}`,
			);
			const name = `(${parameters.join(', ')}) => ${typeName(type.result)}`;
			return type.nullable ? `(${name}) | null` : name;
		}
		case 'struct':
			return type.name;
		case 'array':
			return `FixedArray<${typeName(type.element)}, ${type.length}>`;
		case 'slice':
			return `Slice<${typeName(type.element)}>`;
		case 'atomic':
			return `Atomic<${typeName(type.of)}>`;
		case 'register':
			return `${type.access}<${typeName(type.of)}>`;
		case 'boolean':
		case 'void':
		case 'never':
		case 'string':
		case 'null':
		case 'error':
			return type.kind;
	}
}

/** A name that tells types apart even where two files have structures of the same name. */
export function typeKey(type: MachineType): string {
	switch (type.kind) {
		case 'struct':
			return type.tag;
		case 'pointer':
			return `Ptr<${typeKey(type.target)}>`;
		case 'slice':
			return `Slice<${typeKey(type.element)}>`;
		case 'array':
			return `FixedArray<${typeKey(type.element)}, ${type.length}>`;
		case 'atomic':
			return `Atomic<${typeKey(type.of)}>`;
		case 'function': {
			const parts = [...type.parameters, type.result].map(typeKey);
			return `(${parts.join(', ')})`;
		}
		case 'register':
			return typeKey(type.of);
		default:
			return typeName(type);
	}
}
