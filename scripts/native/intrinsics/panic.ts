import * as c from '../c/ast.ts';
import { broken } from '../lower/context.ts';
import { lowerAs } from '../lower/expression.ts';
import { neverType, stringType } from '../types/machine-type.ts';
import type { Intrinsic } from './intrinsics.ts';

/** `panic(message)`: kernel/trap/panic.ts does the rest. */
const end: Intrinsic = (call, context) => {
	const argument = call.arguments[0];
	if (!argument) return broken;
	const message = lowerAs(argument, context, stringType);
	if (message.type.kind === 'error') return broken;
	return c.runtime('panicMessage', [message, ...context.place(call)], neverType);
};

export const panic: Readonly<Record<string, Intrinsic>> = { panic: end };
