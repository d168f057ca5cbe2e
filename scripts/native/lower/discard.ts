import * as c from '../c/ast.ts';
import { isStablePlace } from '../c/effects.ts';
import { isPlace } from '../types/machine-type.ts';
import type { Context } from './context.ts';

/** What an expression does, where nobody wants its value; undefined if it does nothing. */
export function discard(expression: c.Expression, context: Context): c.Expression | undefined {
	if (expression.type.kind === 'null' || expression.type.kind === 'constant') return undefined;
	if (!isPlace(expression.type)) return expression;
	// A place is found, which may do or check something, but not read.
	return isStablePlace(expression) ? undefined : context.asValue(expression);
}

/** The same as statements. */
export function discarded(expression: c.Expression, context: Context): readonly c.Statement[] {
	const rest = discard(expression, context);
	return rest ? [c.evaluate(rest)] : [];
}
