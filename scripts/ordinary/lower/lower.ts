import { lowerClasses } from './classes.ts';
import { hoistDeclarations } from './hoist.ts';
import { lowerInstanceOf } from './instance-of.ts';
import { evaluateReceiversOnce } from './single-evaluation.ts';
import { lowerTopLevelAwait } from './top-level-await.ts';
import { lowerTry } from './try.ts';

/** In order: each pass reads the text of the one before. */
const passes = [
	lowerClasses,
	lowerInstanceOf,
	lowerTry,
	evaluateReceiversOnce,
	hoistDeclarations,
	lowerTopLevelAwait,
] as const;

/** Rewrites a bundle so that what Porffor compiles it to is what it means. */
export function lower(text: string): string {
	return passes.reduce((lowered, pass) => pass(lowered), text);
}
