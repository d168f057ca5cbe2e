/** 1xxx: modules, and what stands at their top level. */

import { define } from './define.ts';

export const missingDirective = define(
	'NT1001',
	(module: string) => `Native code imports '${module}', which is not a native module.`,
	() => `Make 'use native'; the first statement of that module, or post an event to what it does.`,
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

export const missingModule = define(
	'NT1007',
	(name: string) => `There is no module '${name}'.`,
	() => `Write a file's path with its ending, './name.ts', or a module 'native:…'.`,
);
