/** 32xx: declarations that TypeScript has and native code does not. */

import { define } from './define.ts';

export const nestedFunction = define(
	'NT3201',
	(name: string) => `'${name}' is declared inside of a function.`,
	() => 'Move it to module level, or write an arrow function that captures nothing.',
);

export const nestedClass = define(
	'NT3202',
	(name: string) => `The class '${name}' is declared inside of a function.`,
	() => 'Move it to module level.',
);

export const nestedEnum = define(
	'NT3203',
	(name: string) => `The enum '${name}' is declared inside of a function.`,
	() => 'Move it to module level.',
);

export const restParameter = define(
	'NT3204',
	(name: string) => `'...${name}' takes a number of arguments that nobody knows at build time.`,
	() => `Take a 'Slice<T>', which is a pointer and a length.`,
);

export const optionalParameter = define(
	'NT3205',
	(name: string) => `'${name}' may be left out, but native code passes every argument.`,
	() => `Take it always; a type '… | null' has a value that means none.`,
);

export const defaultParameter = define(
	'NT3206',
	(name: string) => `'${name}' has a default, but native code passes every argument.`,
	() => 'Take it always, or write a second function that passes the default.',
);

export const patternParameter = define(
	'NT3207',
	() => 'A parameter has a name of its own here.',
	() => `Name it, and destructure it in the body: 'const { … } = name'.`,
);

export const parameterProperty = define(
	'NT3208',
	(name: string) => `'${name}' is a field and a parameter in one.`,
	name => `Declare the field, and write 'this.${name} = ${name}' in the constructor.`,
);

export const thisParameter = define(
	'NT3209',
	() => `Native code has no parameter 'this'.`,
	() => 'Give it another name, and hand the object in.',
);

export const restInPattern = define(
	'NT3210',
	(text: string) => `'${text}' takes what is left, for which there is no memory.`,
	() => `Name every element, or take a 'slice(…)' from 'native:memory'.`,
);

export const defaultInPattern = define(
	'NT3211',
	(name: string) => `'${name}' has a default, but every field and element has a value.`,
	() => 'Leave the default out.',
);

export const patternAtModuleLevel = define(
	'NT3212',
	() => 'A module-level constant has a name of its own.',
	() => 'Name it, and read its fields where they are needed.',
);

export const inheritance = define(
	'NT3213',
	(name: string, base: string) =>
		`'${name}' extends '${base}', but native code has no inheritance.`,
	(name, base) => `Hold the '${base}' in a field of '${name}'.`,
);

export const implementsClause = define(
	'NT3214',
	(name: string, layout: string) =>
		`'${name}' implements '${layout}', but one structure never stands for another.`,
	(name, layout) => `Leave it out, or hold the '${layout}' in a field of '${name}'.`,
);

export const abstractMember = define(
	'NT3215',
	(name: string) => `'${name}' is abstract, but native code has no inheritance.`,
	() => 'Hold a function in a field, and call that.',
);

export const decorator = define(
	'NT3216',
	(_text: string) => 'Native code has no decorators.',
	text => `Leave '${text}' out, and call the function yourself.`,
);

export const accessorField = define(
	'NT3217',
	(name: string) => `'${name}' is an 'accessor' field.`,
	() => `Write a plain field, or 'get' and 'set'.`,
);

export const staticBlock = define(
	'NT3218',
	() => 'A class runs no code of its own.',
	() => `Give 'static readonly' fields a constant value.`,
);

export const indexSignature = define(
	'NT3220',
	() => 'A structure has the fields that it names and no others.',
	() => `Hold a 'FixedArray<T, N>' or a 'Slice<T>'.`,
);

export const optionalField = define(
	'NT3221',
	(name: string) => `'${name}' may be missing, but a structure has all of its fields.`,
	() => `Leave the '?' out; a type '… | null' has a value that means none.`,
);

export const layoutMethod = define(
	'NT3222',
	(name: string) => `'${name}' is a method, but an interface is a layout of memory.`,
	name => `Write a class, or a field that holds a function: '${name}: (…) => …'.`,
);

export const layoutAccessor = define(
	'NT3223',
	(name: string) =>
		`'${name}' is an accessor, but an interface is a layout of memory: reading a field does nothing else.`,
	() =>
		`Write a plain field; a device's registers are 'ReadOnly<u32>' and its like from 'native:mmio'.`,
);

export const callableLayout = define(
	'NT3224',
	() => 'An interface is a layout of memory, and cannot be called.',
	() => `Name a function type: 'type Handler = (…) => void'.`,
);

export const memberName = define(
	'NT3225',
	(text: string) => `'${text}' is not a field's name.`,
	() => `Write the name as a plain word; what is numbered goes into a 'FixedArray'.`,
);

export const mergedDeclaration = define(
	'NT3226',
	(name: string) => `'${name}' is declared more than once.`,
	() => 'Write all of it in one declaration.',
);

export const overload = define(
	'NT3227',
	(name: string) => `'${name}' has no body here.`,
	() =>
		`Write one function for each form; one that assembly defines comes by 'importFunction' from 'native:link'.`,
);

export const constantWithoutValue = define(
	'NT3228',
	(name: string) => `'${name}' has no value.`,
	() => `Write '= …'; what the linker defines comes by 'symbolAddress' from 'native:link'.`,
);

export const namespace = define(
	'NT3229',
	(_name: string) => 'Native code has no namespaces.',
	name => `Move what '${name}' holds into a module of its own.`,
);

export const importEquals = define(
	'NT3230',
	(name: string) => `Native code has no 'import ${name} = …'.`,
	() => `Write 'import { … } from '…''.`,
);

export const exportValue = define(
	'NT3231',
	() => 'A native module exports by name.',
	() => `Give it one: 'export const name = …'.`,
);

export const stringEnumMember = define(
	'NT3232',
	(name: string) => `'${name}' is a text, but an enum holds integers.`,
	() => `Leave the value out; 'print' from 'native:format' writes the names of an enum's members.`,
);
