import type ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { sliceLength, sliceStart } from '../lower/access.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerAs, lowerExpression, lowerValue } from '../lower/expression.ts';
import { layoutOf } from '../types/layout.ts';
import {
	integers,
	type MachineType,
	pointerTo,
	stringType,
	typeName,
	voidType,
} from '../types/machine-type.ts';
import type { Intrinsic } from './intrinsics.ts';

/** A slice of `length` elements from `start` on, through a temporary: C has no expression for it. */
function make(
	start: c.Expression,
	length: c.Expression,
	element: MachineType,
	before: readonly c.Statement[],
	context: Context,
): c.Expression {
	const type: MachineType = { kind: 'slice', element };
	const name = context.temporary();
	const fields = [
		['start', start],
		['length', length],
	] as const;
	return c.sequence(
		[...before, c.declare(name, type, { kind: 'initializer', fields, type })],
		c.name(name, type, true),
	);
}

/** `slice(of, from, to)`. */
const slice: Intrinsic = (call, context) => {
	const [source, from, to] = call.arguments;
	if (!source) return broken;
	const whole = context.asPlace(lowerExpression(source, context));
	if (whole.type.kind === 'error') return broken;
	if (whole.type.kind !== 'array' && whole.type.kind !== 'slice') {
		return context.report(d.unsupported(source, `slice of '${typeName(whole.type)}'`));
	}
	const { element } = whole.type;
	const pointer = pointerTo(element);
	const statements: c.Statement[] = [];
	const hold = (value: c.Expression): c.Expression => {
		const name = context.temporary();
		statements.push(c.declare(name, value.type, value));
		return c.name(name, value.type, true);
	};
	let start: c.Expression;
	let length: c.Expression;
	if (whole.type.kind === 'array') {
		start = hold(c.address(c.element(whole, c.literal(0n, integers.usize), element), pointer));
		length = c.literal(whole.type.length, integers.usize);
	} else {
		const held = hold(whole);
		start = sliceStart(held, element);
		length = sliceLength(held);
	}
	if (!from) return make(start, length, element, statements, context);
	const first = bound(from, context);
	const last = to ? bound(to, context) : length;
	if (first.type.kind === 'error' || last.type.kind === 'error') return broken;
	const low = hold(first);
	const high = hold(last);
	statements.push(
		c.evaluate(c.runtime('checkRange', [low, high, length, ...context.place(call)], voidType)),
	);
	const bytes = c.binary(
		'*',
		low,
		c.literal(layoutOf(element).size, integers.usize),
		integers.usize,
	);
	const moved = c.cast(
		pointer,
		c.binary('+', c.cast(integers.usize, start), bytes, integers.usize),
	);
	return make(moved, c.binary('-', high, low, integers.usize), element, statements, context);
};

const bound = (node: ts.Expression, context: Context) => lowerAs(node, context, integers.usize);

const sliceAt: Intrinsic = (call, context) => {
	const [first, second] = call.arguments;
	if (!first || !second) return broken;
	const start = lowerValue(first, context);
	const length = bound(second, context);
	if (start.type.kind === 'error' || length.type.kind === 'error') return broken;
	if (start.type.kind !== 'pointer') return context.report(d.addressOfValue(first));
	const { target } = start.type;
	return context.inOrder([start, length], ([at = start, count = length]) =>
		make(at, count, target, [], context),
	);
};

const bytesOf: Intrinsic = (call, context) => {
	const argument = call.arguments[0];
	const text = argument ? lowerAs(argument, context, stringType) : broken;
	if (text.type.kind === 'error') return broken;
	const name = context.temporary();
	const held = c.name(name, stringType, true);
	const bytes = c.cast(pointerTo(integers.u8), c.member(held, 'bytes', pointerTo(integers.u8)));
	const length = c.cast(integers.usize, c.member(held, 'length', integers.u64));
	return make(bytes, length, integers.u8, [c.declare(name, stringType, text)], context);
};

export const slices: Readonly<Record<string, Intrinsic>> = { bytesOf, slice, sliceAt };
