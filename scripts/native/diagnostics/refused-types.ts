/** 33xx: types that TypeScript has and native code does not. */

import { define } from './define.ts';

export const anyType = define(
	'NT3301',
	() => `'any' is not a machine type.`,
	() => `Write the type that it is; a function for several types is generic: 'function f<T>(…)'.`,
);

export const unknownType = define(
	'NT3302',
	() => `'unknown' is not a machine type.`,
	() => `Write the type that it is; a function for several types is generic: 'function f<T>(…)'.`,
);

export const undefinedType = define(
	'NT3303',
	() => `'undefined' is not a machine type.`,
	() => `Write 'null' for none, or 'void' for a function without a result.`,
);

export const unionType = define(
	'NT3304',
	(type: string) => `'${type}' is a union, of which nobody knows at run time which it holds.`,
	() =>
		`Write one of its types; 'Ptr<T> | null' and a function '| null' are the unions that there are.`,
);

export const nullableType = define(
	'NT3305',
	(type: string) => `'${type}' has no value that means null.`,
	type => `Use a value that means none, a 'boolean' beside it, or a 'Ptr<${type}> | null'.`,
);

export const literalType = define(
	'NT3306',
	(type: string) => `'${type}' names values, and is not a machine type.`,
	() => `Write an 'enum', or the type of the values.`,
);

export const arrayType = define(
	'NT3307',
	(type: string) => `'${type}' has no length.`,
	() => `Write 'FixedArray<T, N>', or 'Slice<T>' for one of any length.`,
);

export const tupleType = define(
	'NT3308',
	(type: string) => `'${type}' is a tuple.`,
	() => `Name the parts in an 'interface', or write 'FixedArray<T, N>'.`,
);

export const objectType = define(
	'NT3309',
	(type: string) => `'${type}' is a structure without a name.`,
	() => `Declare it: 'interface Name { … }'.`,
);

export const mappedType = define(
	'NT3310',
	(type: string) => `'${type}' is made from the names of other fields.`,
	() => `Write its fields out in an 'interface'.`,
);

export const intersectionType = define(
	'NT3311',
	(type: string) => `'${type}' is two structures in one.`,
	() => `Write all fields in one 'interface', or hold each structure in a field.`,
);

export const conditionalType = define(
	'NT3312',
	(type: string) => `'${type}' depends on another type.`,
	() => 'Write the type that it is.',
);

export const bigintType = define(
	'NT3313',
	() => `'bigint' has no fixed size.`,
	() => `Write 'u64' or 'i64'.`,
);

export const symbolType = define(
	'NT3314',
	() => 'Native code has no symbols.',
	() => `Write an 'enum'.`,
);

export const anyObjectType = define(
	'NT3315',
	(type: string) => `'${type}' does not tell what it holds.`,
	() => `Write the structure itself, or an address: 'usize'.`,
);

export const constructorType = define(
	'NT3316',
	(type: string) => `'${type}' is a class as a value.`,
	() => 'Hand over a function that fills the structure.',
);

export const overloadedType = define(
	'NT3317',
	(type: string) => `'${type}' takes its arguments in more than one form.`,
	() => 'Write one function type for each form.',
);

export const genericFunctionType = define(
	'NT3318',
	(type: string) => `'${type}' is generic, but a pointer holds one function.`,
	() => 'Write the types out.',
);
