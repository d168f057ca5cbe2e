/** 2xxx: types and conversions. */

import { type IntegerType, type MachineType, rangeOf, typeName } from '../types/machine-type.ts';
import { define } from './define.ts';

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
	(_operator, type) =>
		type.kind === 'string'
			? `Write text and values out: 'print('… {}', value)' from 'native:format'.`
			: 'Use integer operands, or compare first.',
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

export const floatingPointType = define(
	'NT2012',
	(type: string) => `'${type}' is a type of floating-point numbers.`,
	() =>
		'Write the machine type that it is: one of u8 … u64, i8 … i64, usize, isize; or compute in an ordinary module.',
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
