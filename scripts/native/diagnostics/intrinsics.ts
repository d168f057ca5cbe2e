/** 5xxx: intrinsics. */

import { type MachineType, typeName } from '../types/machine-type.ts';
import { define } from './define.ts';

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
