/** 35xx: expressions and statements with an operand that does not fit. */

import { type MachineType, typeName } from '../types/machine-type.ts';
import { define } from './define.ts';

export const notCallable = define(
	'NT3501',
	(type: MachineType) => `'${typeName(type)}' cannot be called.`,
	() => 'Call a function, a method, or a function pointer.',
);

export const notAssignable = define(
	'NT3502',
	() => 'Nothing can be assigned to this expression.',
	() => 'Assign to a variable, a field or an element.',
);

export const notIterable = define(
	'NT3504',
	(type: string) => `'for … of' goes over arrays and slices, not over '${type}'.`,
	() => `Write 'for (const element of array)' over a 'FixedArray' or a 'Slice'.`,
);

export const notIndexable = define(
	'NT3505',
	(type: string) => `'${type}' has no elements.`,
	() => `Index a 'FixedArray', a 'Slice' or a 'Ptr'.`,
);

export const methodAsValue = define(
	'NT3506',
	(name: string, struct: string) => `'${name}' of '${struct}' is a method, which needs its object.`,
	() => 'Call it, or use a function outside of the class.',
);

export const genericAsValue = define(
	'NT3507',
	(name: string) => `'${name}' is generic, so it has no one address.`,
	() => 'Call it, or write a function that does.',
);

export const classAsValue = define(
	'NT3508',
	(name: string) => `The class '${name}' is not a value.`,
	name => `Use its static members, or 'new ${name}(…)'.`,
);

export const fieldBeforeFilled = define(
	'NT3509',
	(name: string) => `'${name}' is read in the constructor, before it is known at build time.`,
	() => 'Use the parameters of the constructor.',
);

export const constructorStatement = define(
	'NT3510',
	() => 'A constructor fills fields and does nothing else.',
	() => `Write 'this.field = …' only, and the rest in a method.`,
);

export const computedConstructorArgument = define(
	'NT3511',
	() => 'An argument of a constructor is computed here.',
	() => `Put the value into a 'const' first.`,
);

export const untypedObject = define(
	'NT3512',
	() => 'Nothing says which structure this object is.',
	() => `Declare it: 'const x: Layout = { … }'.`,
);

export const statementsInArrayFrom = define(
	'NT3513',
	() => `The function of 'arrayFrom' runs at build time, and is one expression.`,
	() => `Write 'index => …' without a block.`,
);

export const exportInFunction = define(
	'NT3514',
	(name: string) => `'${name}' stands inside of a function.`,
	() => 'Write the call at module level.',
);

export const loopVariable = define(
	'NT3515',
	() => `'for … of' declares the variable that it fills.`,
	() => `Write 'for (const element of array)'.`,
);

export const enumAsValue = define(
	'NT3516',
	(name: string) => `The enum '${name}' is not a value.`,
	name => `Name a member, '${name}.…'; 'print' from 'native:format' writes the names of members.`,
);

export const arrowWanted = define(
	'NT3517',
	() => `'arrayFrom' runs an arrow function at build time, and nothing else.`,
	() => `Write 'arrayFrom(index => …)'.`,
);

export const noGetter = define(
	'NT3518',
	(name: string) => `'${name}' is written by a setter, and nothing reads it.`,
	name => `Write 'get ${name}()', too.`,
);

export const intrinsicAsValue = define(
	'NT3519',
	(name: string) => `'${name}' is a part of the language, and has no address.`,
	() => 'Call it, or write a function that does.',
);

export const moduleAsValue = define(
	'NT3520',
	(name: string) => `'${name}' is a module, not a value.`,
	name => `Use what it exports: '${name}.…'.`,
);
