/** 4xxx: memory and layout. */

import { type MachineType, typeName } from '../types/machine-type.ts';
import { define, defineFinding } from './define.ts';

export const indexOutOfRange = define(
	'NT4001',
	(index: bigint, length: bigint) => `Index ${index} lies outside the ${length} elements.`,
	(_index, length) =>
		length === 0n ? 'Give the array elements.' : `Use an index from 0 to ${length - 1n}.`,
);

export const wrongOffset = define(
	'NT4002',
	(field: string, found: bigint, expected: bigint) =>
		`'${field}' lies at offset 0x${found.toString(16)}, not at 0x${expected.toString(16)}.`,
	() => 'Add or resize the reserved fields before it.',
);

export const embeddedStructure = define(
	'NT4003',
	(type: MachineType) => `A '${typeName(type)}' lies in place and cannot be replaced as a whole.`,
	() => `Assign its fields, or hold a 'Ptr<…>' to it.`,
);

export const addressOfValue = define(
	'NT4004',
	() => 'This value has no address.',
	() => 'Take the address of a variable, a field or an element.',
);

export const escapingAddress = defineFinding(
	'NT4005',
	(name: string) => `The address of ${name} lives longer than the function that it belongs to.`,
	() => `Hand it to functions that this one calls, or make it a module-level 'const'.`,
);

export const cannotEmbed = define(
	'NT4006',
	(type: MachineType) => `'${typeName(type)}' cannot be stored.`,
	() => `Store integers, booleans, pointers, functions, structures or arrays.`,
);

export const arrayLength = define(
	'NT4007',
	() => `The length of a 'FixedArray' is an integer known at build time.`,
	() => `Write it as a literal, 'FixedArray<u8, 64>', or a numeric type parameter.`,
);

export const needsStorage = define(
	'NT4008',
	(type: MachineType) => `Nothing holds the '${typeName(type)}' that is made here.`,
	() => `Give it a name first: 'const x = …'.`,
);

export const wrongElementCount = define(
	'NT4009',
	(found: bigint, expected: bigint) => `${found} elements do not make an array of ${expected}.`,
	(_found, expected) => `Write ${expected} of them, or use 'arrayFrom(index => …)'.`,
);

export const embedsItself = define(
	'NT4010',
	(type: string) => `'${type}' would lie within itself.`,
	() => `Hold a 'Ptr<…>' to the inner one.`,
);

export const endlessType = define(
	'NT4011',
	() => 'This type has type arguments without end.',
	() => 'Break the chain of type arguments.',
);

export const tooLarge = define(
	'NT4012',
	(type: string) => `'${type}' takes 2 GiB of memory or more.`,
	() => 'Use a smaller length; large memory is reached through a pointer.',
);

export const addressOfReadonly = define(
	'NT4013',
	(name: string) => `'${name}' is 'readonly', and a pointer could write it.`,
	name => `Copy it into a variable first, or take 'readonly' from '${name}'.`,
);

export const wrongMeasure = define(
	'NT4014',
	(what: string, type: MachineType, found: bigint, expected: bigint) =>
		`The ${what} of '${typeName(type)}' is ${found}, not ${expected}.`,
	() => 'Add or resize fields, or say what it is.',
);

export const endlessFunction = define(
	'NT4015',
	(type: string) =>
		`'${type}' is a type of functions that take or give functions of the same type.`,
	() => `Hold the function in a field of an 'interface', and hand over that.`,
);

export const endedBlock = defineFinding(
	'NT4016',
	(name: string) => `The address of ${name} is kept after the block that it belongs to.`,
	() => 'Declare it before the block, beside what holds its address, or copy what is needed of it.',
);
