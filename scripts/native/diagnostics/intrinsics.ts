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

export const operandNamedResult = define(
	'NT5016',
	(name: string) => `'{${name}}' is a result of this assembly, and cannot be an input as well.`,
	() => 'Give the input another name.',
);

export const unknownClobber = define(
	'NT5017',
	(name: string) => `'${name}' is no register that assembly may change.`,
	() => `Write a register such as 't0', 'a0' or 'ft0', or 'memory'; not sp, gp, tp or zero.`,
);

export const tooManyRegisters = define(
	'NT5018',
	(count: number, most: number) =>
		`This assembly needs ${count} registers at once, and there are ${most}.`,
	() => 'Hand in a pointer to the values, or split the template.',
);

export const refusedByAssembler = define(
	'NT5019',
	(sentence: string) => `The assembler does not take what stands here: ${sentence}.`,
	() => 'Correct the template; it is assembled for rv64gc, with the extensions Zicsr and Zifencei.',
);

export const nothingToExport = define(
	'NT5020',
	(symbol: string) => `What is to be '${symbol}' has no address.`,
	() =>
		`Export a function that is not generic, or a 'const' that holds an atomic, a structure or an array.`,
);

export const undefinedSymbol = define(
	'NT5021',
	(symbol: string) => `Nothing defines the symbol '${symbol}'.`,
	() => `Define it in assembly or the linker script; native functions are imported with 'import'.`,
);

export const definedElsewhere = define(
	'NT5022',
	(symbol: string) => `The symbol '${symbol}' is defined elsewhere in the image, too.`,
	() => 'Choose another symbol.',
);
