import { lowerAdditions } from './additions.ts';
import { lowerArguments } from './arguments.ts';
import { lowerAsyncGenerators } from './async-generators.ts';
import { boxCaptures } from './captures.ts';
import { lowerClasses } from './classes.ts';
import { lowerClosures } from './closures.ts';
import { lowerComputedLength } from './computed-length.ts';
import { orderEvaluation } from './evaluation-order.ts';
import { lowerGenerators } from './generators.ts';
import { hoistDeclarations } from './hoist.ts';
import { lowerIncrements } from './increment.ts';
import { injectLibrary } from './inject.ts';
import { lowerIteration } from './iteration.ts';
import { lowerLibrary } from './library.ts';
import { lowerOptionalCalls } from './optional-call.ts';
import { lowerParameters } from './parameters.ts';
import { lowerPrivateNames } from './private-names.ts';
import { evaluateReceiversOnce } from './single-evaluation.ts';
import { lowerSwitch } from './switch.ts';
import { lowerTopLevelAwait } from './top-level-await.ts';
import { lowerTry } from './try.ts';

/** In order: each pass reads the text of the one before. The library is not rewritten to call itself. */
const passes = [
	lowerArguments,
	lowerClasses,
	lowerLibrary,
	lowerIteration,
	lowerAsyncGenerators,
	lowerGenerators,
	injectLibrary,
	lowerPrivateNames,
	lowerParameters,
	lowerIncrements,
	lowerComputedLength,
	boxCaptures,
	lowerOptionalCalls,
	lowerSwitch,
	orderEvaluation,
	lowerAdditions,
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
