import type ts from 'typescript';
import type { Position } from './c/ast.ts';
import { type IntegerType, type MachineType, rangeOf, typeName } from './types/machine-type.ts';

/** A mistake in the user's program, ready to be shown. Lines and columns count from 1. */
export interface Diagnostic {
	readonly code: string;
	readonly file: string;
	readonly line: number;
	readonly column: number;
	readonly length: number;
	readonly message: string;
	readonly help?: string;
	/** The source line that holds the place. */
	readonly frame: string;
	/** How the program comes to that place, one call a line. */
	readonly chain?: readonly string[];
}

/** A mistake before it is tied to a place in a file. */
export interface Mistake {
	readonly code: string;
	readonly node: ts.Node;
	readonly message: string;
	readonly help: string;
}

/** A mistake that a proof found in the lowered program, which knows lines only. */
export interface Finding {
	readonly code: string;
	readonly position: Position;
	readonly message: string;
	readonly help: string;
	readonly chain: readonly string[];
}

const define =
	<Parameters extends readonly unknown[]>(
		code: string,
		message: (...parameters: Parameters) => string,
		help: (...parameters: Parameters) => string,
	) =>
	(node: ts.Node, ...parameters: Parameters): Mistake => ({
		code,
		node,
		message: message(...parameters),
		help: help(...parameters),
	});

const defineFinding =
	<Parameters extends readonly unknown[]>(
		code: string,
		message: (...parameters: Parameters) => string,
		help: (...parameters: Parameters) => string,
	) =>
	(position: Position, chain: readonly string[], ...parameters: Parameters): Finding => ({
		code,
		position,
		message: message(...parameters),
		help: help(...parameters),
		chain,
	});

/*
 * Every diagnostic of the native compiler, sorted by code. A code is never used again for something else.
 * 1xxx modules · 2xxx types and conversions · 3xxx statements and control flow · 4xxx memory and layout ·
 * 5xxx intrinsics · 6xxx the boundary between the worlds · 7xxx proofs · 9xxx the compiler itself
 */

export const missingDirective = define(
	'NT1001',
	(file: string) => `Native code imports '${file}', which is not a native module.`,
	() =>
		`Make 'use native'; the first statement of that module, or import it from ordinary code only.`,
);
export const unsupportedStatementAtModuleLevel = define(
	'NT1002',
	() => 'A native module runs no statements of its own.',
	() => 'Move the statement into a function; module-level constants are computed at build time.',
);
export const sharedVariable = define(
	'NT1003',
	(name: string) => `'${name}' is a plain variable that handlers and all harts share.`,
	() =>
		`Declare it 'const' with 'atomic(…)' from 'native:atomic' or 'hartLocal(…)' from 'native:hart'.`,
);
export const notConstant = define(
	'NT1004',
	(name: string) => `The initial value of '${name}' is not known at build time.`,
	() => 'Use literals, other constants, and constructors whose arguments are constants.',
);
export const missingMain = define(
	'NT1005',
	() => `A native main.ts exports no function 'main'.`,
	() => `Write 'export function main(): i32 { … return 0; }'; what it returns is the exit status.`,
);
export const wrongMain = define(
	'NT1006',
	() => `'main' takes no parameters and returns 'i32'.`,
	() => `Write 'export function main(): i32'.`,
);

export const needsMachineType = define(
	'NT2001',
	(type: string) => `'${type}' is not a machine type.`,
	() =>
		`Use one of u8 … u64, i8 … i64, usize, isize, boolean, or a structure, array or pointer of them.`,
);
export const undecidedConstant = define(
	'NT2002',
	(value: bigint) => `The constant ${value} has no machine type here.`,
	() => `Say which with an annotation, 'let x: u32 = …', or a conversion, 'u32(…)'.`,
);
export const constantOutOfRange = define(
	'NT2003',
	(value: bigint, type: IntegerType) => `${value} is out of range for '${type.name}'.`,
	(_value, type) =>
		`Use a value from ${rangeOf(type)[0]} to ${rangeOf(type)[1]}, or a conversion that truncates, '${type.name}(…)'.`,
);
export const mixedTypes = define(
	'NT2004',
	(operator: string, left: MachineType, right: MachineType) =>
		`'${operator}' mixes '${typeName(left)}' and '${typeName(right)}'.`,
	(_operator, left) =>
		`Convert one side, as in '${left.kind === 'integer' ? left.name : 'u32'}(…)'.`,
);
export const wrongType = define(
	'NT2005',
	(expected: MachineType, found: MachineType) =>
		`'${typeName(expected)}' is wanted here, not '${typeName(found)}'.`,
	expected =>
		expected.kind === 'integer'
			? `Convert it with '${expected.name}(…)'.`
			: `Give a value of type '${typeName(expected)}'.`,
);
export const conditionNotBoolean = define(
	'NT2006',
	(type: MachineType) => `A condition is a 'boolean' here, not '${typeName(type)}'.`,
	type =>
		type.kind === 'pointer' || type.kind === 'function'
			? `Compare it: '… !== null'.`
			: `Compare it: '… !== 0'.`,
);
export const operandNotInteger = define(
	'NT2007',
	(operator: string, type: MachineType) => `'${operator}' takes integers, not '${typeName(type)}'.`,
	() => 'Use integer operands, or compare first.',
);
export const notComparable = define(
	'NT2008',
	(left: MachineType, right: MachineType) =>
		`'${typeName(left)}' and '${typeName(right)}' cannot be compared.`,
	() => `Compare numbers, booleans, pointers or functions of the same type.`,
);
export const floatingPoint = define(
	'NT2009',
	(text: string) => `'${text}' is a floating-point number.`,
	() => 'Native code has integers only; scale the value, or compute it in an ordinary module.',
);
export const notDestructurable = define(
	'NT2010',
	(type: MachineType) => `'${typeName(type)}' has no parts to take.`,
	() => 'Destructure a structure, a class or a fixed array.',
);
export const unboundTypeParameter = define(
	'NT2011',
	(name: string) => `The arguments do not tell what '${name}' is.`,
	() => 'Write the type arguments out, as in `max<u32>(…)`.',
);
export const shiftAmountOutOfRange = define(
	'NT2102',
	(amount: bigint, type: IntegerType) =>
		`Shift amount ${amount} is out of range for '${type.name}'.`,
	(_amount, type) => `Use an amount from 0 to ${type.bits - 1}.`,
);
export const constantDivisionByZero = define(
	'NT2103',
	(operator: string) => `The right side of '${operator}' is always 0.`,
	() => 'Divide by something else.',
);

export const unsupported = define(
	'NT3001',
	(what: string, _instead?: string) => `Native code has no ${what}.`,
	(
		_what,
		instead = 'Write it with functions, loops and conditions, or move it to an ordinary module.',
	) => instead,
);
export const unknownName = define(
	'NT3002',
	(name: string) => `'${name}' is not available in native code.`,
	() => `Native code sees its own modules and what it imports from 'native:…'.`,
);
export const capture = define(
	'NT3003',
	(name: string) => `The function captures '${name}' of the function around it.`,
	() => 'Hand it in as a parameter, or keep it in a module-level atomic or hart-local.',
);
export const caseNotConstant = define(
	'NT3004',
	() => `A 'case' takes a constant here.`,
	() => `Use literals and enum members, or 'if' and 'else if'.`,
);
export const declarationInCase = define(
	'NT3005',
	() => `A 'case' declares a variable without a block of its own.`,
	() => `Write 'case …: { … }'.`,
);
export const duplicateCase = define(
	'NT3006',
	(value: bigint) => `${value} has a 'case' already.`,
	() => 'Remove one of the two.',
);

export const indexOutOfRange = define(
	'NT4001',
	(index: bigint, length: bigint) => `Index ${index} lies outside the ${length} elements.`,
	(_index, length) => `Use an index from 0 to ${length - 1n}.`,
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

export const atomicWidth = define(
	'NT5001',
	(type: MachineType) => `There is no atomic access to '${typeName(type)}'.`,
	() => 'Use u32, i32, u64, i64, usize, isize, a pointer or a function.',
);
export const literalWanted = define(
	'NT5002',
	(what: string) => `${what} is written as a literal.`,
	() => 'Write the text itself here, not a variable.',
);
export const unknownOperand = define(
	'NT5003',
	(name: string) => `The template uses '{${name}}', which is not among the inputs.`,
	name => `Add it, as in "asm(…, { ${name} })", or use "{result}" for the result.`,
);
export const hardwareOnly = define(
	'NT5005',
	(what: string) => `${what} exists on RISC-V only.`,
	() => 'Keep it out of modules that are also built for other machines.',
);
export const typeArgumentWanted = define(
	'NT5006',
	(name: string) => `'${name}' needs its type written out.`,
	name => `Write '${name}<Type>(…)'.`,
);
export const duplicateSymbol = define(
	'NT5007',
	(symbol: string) => `The C symbol '${symbol}' is given away already.`,
	() => 'Choose another symbol.',
);
export const notOneConstant = define(
	'NT5008',
	(name: string) => `'${name}' belongs to a module-level 'const'.`,
	() => `Write 'const x = ${'hartLocal(…)'}' at the top level of the module.`,
);

export const hartLocalAsValue = define(
	'NT5009',
	(name: string) => `'${name}' is one variable for each hart.`,
	name => `Use the running hart's own, '${name}.value'.`,
);

export const definedHere = define(
	'NT5010',
	(symbol: string) => `Native code defines '${symbol}' itself.`,
	() => `Import it from its module; 'addressFrom(…)' gives its address.`,
);

export const assertionFailed = define(
	'NT5011',
	(message: string) => `The assertion does not hold: ${message}`,
	() => 'Change what it is about, or the assertion.',
);
export const assertionNotConstant = define(
	'NT5012',
	() => 'What is asserted is not known at build time.',
	() => `Use constants, 'sizeOf<T>()' and lengths; test other things with 'if' and 'panic(…)'.`,
);

export const wrongTemplate = define(
	'NT5013',
	(count: number) => `The template does not have a '{}' for each of the ${count} values.`,
	() => `Write '{}', '{:x}' or '{:08x}' for each value, and '{{' for a brace.`,
);

export const wrongSymbol = define(
	'NT5014',
	(symbol: string) => `'${symbol}' cannot be a symbol of the linker here.`,
	() => 'Use letters, digits and single underscores, and no word of C.',
);
export const notARegister = define(
	'NT5015',
	(type: MachineType) => `A '${typeName(type)}' does not fit into a register.`,
	() => 'Use integers, booleans, pointers and functions in assembly.',
);
export const recursionInInterrupt = defineFinding(
	'NT7001',
	(name: string) => `'${name}' runs in an interrupt and calls itself, so its stack has no bound.`,
	() => 'Write it as a loop, or let the event loop do it.',
);
export const ordinaryInInterrupt = defineFinding(
	'NT7002',
	(name: string, target: string) =>
		`'${name}' runs in an interrupt and calls '${target}', which is ordinary code.`,
	() => 'Post an event, and call it from the event loop.',
);

export const internal = define(
	'NT9001',
	(message: string) => `This is a bug in the compiler: ${message}.`,
	() => 'Report it with the source line; a simpler form of the line may compile meanwhile.',
);
