import { lowerClasses } from './classes.ts';
import { lowerClosures } from './closures.ts';
import { lowerComputedLength } from './computed-length.ts';
import { hoistDeclarations } from './hoist.ts';
import { lowerIncrements } from './increment.ts';
import { lowerIteration } from './iteration.ts';
import { lowerLibrary } from './library.ts';
import { evaluateReceiversOnce } from './single-evaluation.ts';
import { lowerTopLevelAwait } from './top-level-await.ts';
import { lowerTry } from './try.ts';

/** In order: each pass reads the text of the one before. */
const passes = [
	lowerClasses,
	lowerLibrary,
	lowerIteration,
	lowerIncrements,
	lowerComputedLength,
	lowerClosures,
	lowerTry,
	evaluateReceiversOnce,
	hoistDeclarations,
	lowerTopLevelAwait,
] as const;

/** Rewrites a bundle so that what Porffor compiles it to is what it means. */
export function lower(text: string): string {
	// A module is strict code; a bundle of modules has to say so.
	return `'use strict'; ${passes.reduce((lowered, pass) => pass(lowered), text)}`;
}
