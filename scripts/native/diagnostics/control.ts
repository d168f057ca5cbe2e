/** 30xx: names and control flow. */

import { define } from './define.ts';

export const unsupported = define(
	'NT3001',
	(what: string) => `Native code has no ${what}.`,
	() => 'Write it with functions, loops and conditions, or move it to an ordinary module.',
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
