/** 31xx: statements and expressions that TypeScript has and native code does not. */

import { isIntegerName } from '../types/machine-type.ts';
import { define } from './define.ts';

export const throwStatement = define(
	'NT3101',
	() => 'Native code throws no exceptions.',
	() => `Return a value that says what went wrong, or end with 'panic(…)' from 'native:panic'.`,
);

export const tryStatement = define(
	'NT3102',
	() => 'Native code has no exceptions, so there is nothing to catch or to clean up.',
	() => 'Check what each call returns instead.',
);

export const forIn = define(
	'NT3103',
	() => `'for … in' goes over names, which nothing has at run time.`,
	() => `Go over elements, 'for (const element of array)', or count an index.`,
);

export const withStatement = define(
	'NT3104',
	() => `Native code has no 'with'.`,
	() => `Write the object before each name: 'object.field'.`,
);

export const debuggerStatement = define(
	'NT3105',
	() => `Native code has no 'debugger'.`,
	() => `Set a breakpoint with gdb: 'make debug'.`,
);

export const varDeclaration = define(
	'NT3106',
	(_name: string) => `Native code has no 'var'.`,
	name => `Write 'let ${name}' or 'const ${name}'.`,
);

export const usingDeclaration = define(
	'NT3107',
	(_name: string) => `Native code has no 'using'.`,
	name => `Write 'const ${name}', and call what ends it where it ends.`,
);

export const asyncFunction = define(
	'NT3108',
	(name: string) => `'${name}' is 'async', but native code never waits.`,
	() => `Post an event, and 'await' it in an ordinary module.`,
);

export const awaitExpression = define(
	'NT3109',
	() => `Native code never waits, so it has no 'await'.`,
	() => `Post an event, and 'await' it in an ordinary module.`,
);

export const generator = define(
	'NT3110',
	(name: string) => `'${name}' is a generator, which native code does not have.`,
	() => 'Keep the position in a structure, with a method that gives the next value.',
);

export const yieldExpression = define(
	'NT3111',
	() => `Native code has no 'yield'.`,
	() => 'Keep the position in a structure, with a method that gives the next value.',
);

export const templateString = define(
	'NT3112',
	() => 'Native code builds no strings, which would take memory.',
	() => `Write text and values out: 'print('… {}', value)' from 'native:format'.`,
);

export const taggedTemplate = define(
	'NT3113',
	(_tag: string) => 'Native code has no tagged templates.',
	tag => `Call '${tag}' with the values.`,
);

export const regularExpression = define(
	'NT3114',
	() => 'Native code has no regular expressions.',
	() => 'Compare bytes, or match in an ordinary module.',
);

export const bigintLiteral = define(
	'NT3115',
	(text: string) => `'${text}' is a 'bigint', which native code does not have.`,
	() => `Write it without the 'n': a 'u64' holds 64 bits.`,
);

export const optionalChain = define(
	'NT3116',
	(_object: string) => `Native code has no '?.'.`,
	object => `Compare first: 'if (${object} !== null) …'.`,
);

export const nullishCoalescing = define(
	'NT3117',
	(_left: string) => `Native code has no '??'.`,
	left => `Write '${left} !== null ? ${left} : …'.`,
);

export const logicalAssignment = define(
	'NT3118',
	(operator: string, _left: string) => `Native code has no '${operator}'.`,
	(_operator, left) => `Write 'if (…) ${left} = …'.`,
);

export const exponentiation = define(
	'NT3119',
	(operator: string) => `Native code has no '${operator}'.`,
	() => `Multiply; '1 << n' is 2 to the power of n.`,
);

export const looseEquality = define(
	'NT3120',
	(operator: string) => `'${operator}' converts what it compares, which native code never does.`,
	operator => `Write '${operator}='.`,
);

export const voidOperator = define(
	'NT3122',
	(_operand: string) => `Native code has no 'void' before an expression.`,
	operand => `Write '${operand}' as a statement.`,
);

export const typeofOperator = define(
	'NT3123',
	(operand: string) => `Nothing knows its type at run time, so there is no 'typeof ${operand}'.`,
	() => 'Keep in an enum what it is; types themselves are known at build time.',
);

export const instanceofOperator = define(
	'NT3124',
	(operand: string) =>
		`Nothing knows its class at run time, so '${operand}' cannot be asked for it.`,
	() => 'Keep in an enum what it is.',
);

export const inOperator = define(
	'NT3125',
	() => `A structure has all of its fields, always, so there is no 'in'.`,
	() => 'Compare the field with a value that means empty, such as 0 or null.',
);

export const deleteOperator = define(
	'NT3126',
	(place: string) => `A structure has all of its fields, always, so '${place}' cannot be deleted.`,
	() => 'Assign a value that means empty, such as 0 or null.',
);

export const unaryPlus = define(
	'NT3127',
	(_operand: string) => `Native code has no '+' before an expression.`,
	operand => `Write '${operand}'; a conversion is written 'u32(…)'.`,
);

export const typeAssertion = define(
	'NT3128',
	(type: string) => `'as ${type}' would change the type and not the value.`,
	type =>
		isIntegerName(type)
			? `Convert the value: '${type}(…)'.`
			: `Annotate the declaration; an address becomes a pointer by 'pointerAt<T>(…)' from 'native:memory'.`,
);

export const satisfiesOperator = define(
	'NT3129',
	(_type: string) => `Native code has no 'satisfies'.`,
	type => `Annotate the declaration: 'const x: ${type} = …'.`,
);

export const nonNullAssertion = define(
	'NT3130',
	(operand: string) => `'${operand}!' would claim, and not check, that it is not null.`,
	operand => `Compare first: 'if (${operand} !== null) …'.`,
);

export const spreadArgument = define(
	'NT3131',
	(text: string) => `'${text}' passes a number of arguments that nobody knows at build time.`,
	() => `Write every argument, or hand over a 'Slice<T>'.`,
);

export const spreadElement = define(
	'NT3132',
	(text: string) => `'${text}' makes an array whose length nobody knows at build time.`,
	() => 'Name every element, or copy them in a loop.',
);

export const spreadProperty = define(
	'NT3133',
	(text: string) => `Native code has no '${text}' in an object.`,
	() => `Write every field: 'name: value'.`,
);

export const arrayLiteral = define(
	'NT3134',
	() => 'Native code has no array literals.',
	() => `Declare 'const x: FixedArray<T, N> = arrayOf(…)', both from 'native:memory'.`,
);

export const functionExpression = define(
	'NT3135',
	() => 'Native code has no function expressions.',
	() => `Write an arrow function, '(…) => …', or a function at module level.`,
);

export const classExpression = define(
	'NT3136',
	() => 'Native code has no class expressions.',
	() => 'Declare the class at module level.',
);

export const metaProperty = define(
	'NT3137',
	(text: string) => `Native code has no '${text}'.`,
	() => `Leave it out; a module's constants are known at build time.`,
);

export const dynamicImport = define(
	'NT3138',
	() => 'Native code loads no modules at run time.',
	() => `Write 'import' at the top of the module.`,
);

export const argumentsObject = define(
	'NT3139',
	() => `Native code has no 'arguments'.`,
	() => 'Name the parameters.',
);

export const jsx = define(
	'NT3140',
	() => 'Native code has no JSX.',
	() => 'Write functions.',
);

export const thisOutsideMethod = define(
	'NT3141',
	() => `'this' stands outside of a method.`,
	() => 'Hand the object in as a parameter.',
);

export const superReference = define(
	'NT3142',
	() => `Native code has no inheritance, so there is no 'super'.`,
	() => 'Hold the other object in a field.',
);

export const undefinedValue = define(
	'NT3143',
	() => `Native code has no 'undefined'.`,
	() => `Write 'null', with a type '… | null'; a function may end with a plain 'return'.`,
);

export const objectMethod = define(
	'NT3144',
	(name: string) => `The method '${name}' stands in an object, which holds fields only.`,
	() => 'Write a class, or a field that holds a function.',
);

export const objectAccessor = define(
	'NT3145',
	(name: string) => `The accessor '${name}' stands in an object, which holds fields only.`,
	() => 'Write a class.',
);

export const computedName = define(
	'NT3146',
	(text: string) => `'${text}' is a name that is computed at run time.`,
	() => `Write the name itself; what is numbered goes into a 'FixedArray'.`,
);

export const objectProperty = define(
	'NT3147',
	(text: string) => `'${text}' is not a field's name.`,
	() => `Write 'name: value'.`,
);

export const patternAssignment = define(
	'NT3148',
	() => 'Native code assigns to one place at a time.',
	() => `Write one assignment for each part, or declare new names: 'const { … } = …'.`,
);
