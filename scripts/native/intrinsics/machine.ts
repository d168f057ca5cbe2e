import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { broken } from '../lower/context.ts';
import { lowerValue } from '../lower/expression.ts';
import { type IntegerName, integers, wrap } from '../types/machine-type.ts';
import type { Intrinsic } from './intrinsics.ts';

/** `u32(x)` and its like: truncates or extends as named; `true` is 1. */
const convertTo =
	(name: IntegerName): Intrinsic =>
	(call, context) => {
		const argument = call.arguments[0];
		const type = integers[name];
		if (!argument) return broken;
		const value = lowerValue(argument, context);
		if (value.type.kind === 'error') return broken;
		if (value.kind === 'literal') return c.literal(wrap(value.value, type), type);
		const isConvertible = value.type.kind === 'integer' || value.type.kind === 'boolean';
		return isConvertible
			? c.cast(type, value)
			: context.report(d.operandNotInteger(argument, name, value.type));
	};

export const conversions: Readonly<Record<IntegerName, Intrinsic>> = {
	u8: convertTo('u8'),
	u16: convertTo('u16'),
	u32: convertTo('u32'),
	u64: convertTo('u64'),
	i8: convertTo('i8'),
	i16: convertTo('i16'),
	i32: convertTo('i32'),
	i64: convertTo('i64'),
	usize: convertTo('usize'),
	isize: convertTo('isize'),
};
