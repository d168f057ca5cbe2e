import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { broken } from '../lower/context.ts';
import { lowerAs, lowerCondition, lowerExpression, lowerValue } from '../lower/expression.ts';
import { lowerLooseStorage } from '../lower/storage.ts';
import { layoutOf } from '../types/layout.ts';
import {
	type Field,
	integers,
	isPlace,
	pointerTo,
	stringType,
	voidType,
} from '../types/machine-type.ts';
import { literalText, typeArgument } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

/** `addressOf(place)`. A reference already is the address of what it refers to. */
const addressOf: Intrinsic = (call, context) => {
	const argument = call.arguments[0];
	if (!argument) return broken;
	const place = lowerExpression(argument, context);
	if (place.type.kind === 'error') return broken;
	const field = fieldOf(place);
	if (field?.isReadonly && !isPlace(field.type))
		return context.report(d.addressOfReadonly(argument, field.name));
	if (place.type.kind === 'pointer' && place.type.reference)
		return c.retyped(place, pointerTo(place.type.target));
	const hasAddress = ['member', 'element', 'dereference', 'name', 'volatile'].includes(place.kind);
	return hasAddress ? c.address(place) : context.report(d.addressOfValue(argument));
};

/** The field that a place is, if it is one. */
function fieldOf(place: c.Expression): Field | undefined {
	if (place.kind !== 'member' || place.object.type.kind !== 'struct') return undefined;
	return place.object.type.fields().find(field => field.name === place.field);
}

const pointerAt: Intrinsic = (call, context) => {
	const type = typeArgument(call, context);
	const argument = call.arguments[0];
	if (!type || !argument) return broken;
	const address = lowerAs(argument, context, integers.usize);
	return address.type.kind === 'error' ? broken : c.cast(pointerTo(type), address);
};

const addressFrom: Intrinsic = (call, context) => {
	const argument = call.arguments[0];
	if (!argument) return broken;
	const pointer = lowerValue(argument, context);
	if (pointer.type.kind === 'error') return broken;
	const isAddress = pointer.type.kind === 'pointer' || pointer.type.kind === 'function';
	return isAddress ? c.cast(integers.usize, pointer) : context.report(d.addressOfValue(argument));
};

/** Counted in elements. The sum is taken on addresses, so that C's rule for pointers past an object does not apply. */
const offset: Intrinsic = (call, context) => {
	const [first, second] = call.arguments;
	if (!first || !second) return broken;
	const pointer = lowerValue(first, context);
	const count = lowerValue(second, context, integers.isize);
	if (pointer.type.kind === 'error' || count.type.kind === 'error') return broken;
	if (pointer.type.kind !== 'pointer') return context.report(d.addressOfValue(first));
	if (count.type.kind !== 'integer' && count.type.kind !== 'constant') {
		return context.report(d.operandNotInteger(second, 'offset', count.type));
	}
	const { type } = pointer;
	const size = c.literal(layoutOf(type.target).size, integers.usize);
	return context.inOrder([pointer, count], ([base = pointer, n = count]) => {
		const elements =
			n.kind === 'literal'
				? c.literal(BigInt.asUintN(64, n.value), integers.usize)
				: c.cast(integers.usize, n);
		const bytes = c.binary('*', elements, size, integers.usize);
		return c.cast(type, c.binary('+', c.cast(integers.usize, base), bytes, integers.usize));
	});
};

const sizeOf: Intrinsic = (call, context) => {
	const type = typeArgument(call, context);
	return type ? c.literal(layoutOf(type).size, integers.usize) : broken;
};

const alignOf: Intrinsic = (call, context) => {
	const type = typeArgument(call, context);
	return type ? c.literal(layoutOf(type).alignment, integers.usize) : broken;
};

const utf8: Intrinsic = (call, context) => {
	const argument = call.arguments[0];
	if (!argument) return broken;
	const text = lowerAs(argument, context, stringType);
	return text.type.kind === 'error'
		? broken
		: c.cast(pointerTo(integers.u8), c.member(text, 'bytes', pointerTo(integers.u8)));
};

const utf8Length: Intrinsic = (call, context) => {
	const argument = call.arguments[0];
	if (!argument) return broken;
	const text = lowerAs(argument, context, stringType);
	return text.type.kind === 'error'
		? broken
		: c.cast(integers.usize, c.member(text, 'length', integers.u64));
};

const staticAssert: Intrinsic = (call, context) => {
	const [condition] = call.arguments;
	const message = literalText(call, 1, 'The message of an assertion', context);
	if (!condition || message === undefined) return broken;
	const value = lowerCondition(condition, context);
	if (value.type.kind === 'error') return broken;
	if (value.kind !== 'literal') return context.report(d.assertionNotConstant(condition));
	return value.value === 0n ? context.report(d.assertionFailed(call, message)) : nothing;
};

/** What an assertion that holds leaves in the program. */
const nothing: c.Expression = {
	kind: 'cast',
	type: voidType,
	operand: c.literal(0n, integers.u32),
};

export const memory: Readonly<Record<string, Intrinsic>> = {
	addressFrom,
	addressOf,
	alignOf,
	arrayFrom: lowerLooseStorage,
	arrayOf: lowerLooseStorage,
	offset,
	pointerAt,
	sizeOf,
	staticAssert,
	utf8,
	utf8Length,
	zeroed: lowerLooseStorage,
};
