import type ts from 'typescript';
import * as c from '../c/ast.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerAs } from '../lower/expression.ts';
import { integers, pointerTo, type RegisterType } from '../types/machine-type.ts';
import { typeArgument } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

const map: Intrinsic = (call, context) => {
	const type = typeArgument(call, context);
	const argument = call.arguments[0];
	if (!type || !argument) return broken;
	const base = lowerAs(argument, context, integers.usize);
	return base.type.kind === 'error' ? broken : c.cast(pointerTo(type), base);
};

/**
 * `register.read()` and `register.write(value)`: one volatile access of exactly
 * the register's width. tsc has refused what the register's type does not offer.
 */
export function lowerRegisterAccess(
	call: ts.CallExpression,
	operation: string,
	register: c.Expression,
	type: RegisterType,
	context: Context,
): c.Expression {
	const place = c.volatile(register, type.of);
	const argument = call.arguments[0];
	if (operation === 'read') return place;
	if (!argument) return broken;
	const value = lowerAs(argument, context, type.of);
	if (value.type.kind === 'error') return broken;
	const address = c.address(register, pointerTo(type.of));
	return context.inOrder([address, value], ([at = address, written = value]) =>
		c.sequence([c.evaluate(c.assign(c.volatile(c.dereference(at, type.of), type.of), written))]),
	);
}

export const mmio: Readonly<Record<string, Intrinsic>> = { mmio: map };
