/** 34xx: JavaScript's library. */

import { define } from './define.ts';

export const libraryName = define(
	'NT3401',
	(name: string, _instead: string) =>
		`'${name}' is of JavaScript's library, which native code does not have.`,
	(_name, instead) => instead,
);

export const libraryMember = define(
	'NT3402',
	(name: string, type: string, _instead: string) =>
		`'${name}' of '${type}' is of JavaScript's library, which native code does not have.`,
	(_name, _type, instead) => instead,
);
