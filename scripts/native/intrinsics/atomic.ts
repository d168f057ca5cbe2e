import type ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerAs, lowerExpression } from '../lower/expression.ts';
import { layoutOf } from '../types/layout.ts';
import {
	booleanType,
	integers,
	type MachineType,
	pointerTo,
	voidType,
} from '../types/machine-type.ts';
import { asmValue, literalText } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

/*
 * On RISC-V each operation is the instruction that [UNPRIV] "RVWMO Memory Consistency Model" and its
 * appendix "Code Porting and Mapping Guidelines" give for its ordering, written here since gcc 12 puts
 * the acquire of a compare-exchange on the `sc`. On other machines the compiler's atomics serve.
 */

interface Cell {
	readonly place: c.Expression;
	readonly address: c.Expression;
	readonly type: MachineType;
	/** `w` or `d`. */
	readonly width: string;
}

function cellOf(call: ts.CallExpression, context: Context): Cell | undefined {
	const argument = call.arguments[0];
	if (!argument) return undefined;
	const place = context.asPlace(lowerExpression(argument, context));
	if (place.type.kind !== 'atomic') {
		if (place.type.kind !== 'error') context.report(d.atomicWidth(argument, place.type));
		return undefined;
	}
	const type = place.type.of;
	return {
		place,
		address: c.address(place, pointerTo(type)),
		type,
		width: layoutOf(type).size === 8n ? 'd' : 'w',
	};
}

/** Finds the cell before the operands are computed, as ECMAScript does. */
function withCell(
	cell: Cell,
	operands: readonly c.Expression[],
	context: Context,
	build: (cell: Cell, operands: readonly c.Expression[]) => c.Expression,
): c.Expression {
	return context.inOrder([cell.address, ...operands], ([address = cell.address, ...rest]) =>
		build({ ...cell, address, place: c.dereference(address, cell.type) }, rest),
	);
}

function operand(
	call: ts.CallExpression,
	index: number,
	type: MachineType,
	context: Context,
): c.Expression {
	const argument = call.arguments[index];
	return argument ? lowerAs(argument, context, type) : broken;
}

const fenceAsm = (predecessor: string, successor: string): c.Expression => ({
	kind: 'asm',
	template: `fence ${predecessor},${successor}`,
	outputs: [],
	inputs: [],
	clobbers: ['memory'],
	type: voidType,
});

const models: Readonly<Record<string, string>> = {
	relaxed: '__ATOMIC_RELAXED',
	acquire: '__ATOMIC_ACQUIRE',
	release: '__ATOMIC_RELEASE',
	acqRel: '__ATOMIC_ACQ_REL',
};

const symbol = (name: string): c.Expression => ({ kind: 'symbol', name, type: voidType });

function builtin(
	name: string,
	cell: Cell,
	operands: readonly c.Expression[],
	ordering: string,
	type: MachineType,
): c.Expression {
	return c.runtime(
		`__atomic_${name}`,
		[cell.address, ...operands, symbol(models[ordering] ?? '')],
		type,
	);
}

const load: Intrinsic = (call, context) => {
	const cell = cellOf(call, context);
	const ordering = literalText(call, 1, 'An ordering', context);
	if (!cell || !ordering) return broken;
	if (context.modules.target === 'host') return builtin('load_n', cell, [], ordering, cell.type);
	const read = c.volatile(cell.place, cell.type);
	if (ordering === 'relaxed') return read;
	const name = context.temporary();
	return c.sequence(
		[c.declare(name, cell.type, read), c.evaluate(fenceAsm('r', 'rw'))],
		c.name(name, cell.type),
	);
};

const store: Intrinsic = (call, context) => {
	const cell = cellOf(call, context);
	const ordering = literalText(call, 2, 'An ordering', context);
	if (!cell || !ordering) return broken;
	const value = operand(call, 1, cell.type, context);
	if (value.type.kind === 'error') return broken;
	return withCell(cell, [value], context, (held, [desired = value]) => {
		if (context.modules.target === 'host')
			return builtin('store_n', held, [desired], ordering, voidType);
		const name = context.temporary();
		return c.sequence([
			c.declare(name, cell.type, desired),
			...(ordering === 'relaxed' ? [] : [c.evaluate(fenceAsm('rw', 'w'))]),
			c.evaluate(c.assign(c.volatile(held.place, cell.type), c.name(name, cell.type))),
		]);
	});
};

const suffixes: Readonly<Record<string, string>> = {
	relaxed: '',
	acquire: '.aq',
	release: '.rl',
	acqRel: '.aqrl',
};

/** One AMO; the old value. */
const readModifyWrite =
	(instruction: string, name: string): Intrinsic =>
	(call, context) => {
		const cell = cellOf(call, context);
		const ordering = literalText(call, 2, 'An ordering', context);
		if (!cell || !ordering) return broken;
		const value = operand(call, 1, cell.type, context);
		if (value.type.kind === 'error') return broken;
		const template = `${instruction}.${cell.width}${suffixes[ordering]} %[result],%z[value],(%[cell])`;
		return withCell(cell, [value], context, (held, [operand = value]) => {
			if (context.modules.target === 'host')
				return builtin(name, held, [operand], ordering, cell.type);
			const inputs: readonly c.AsmOperand[] = [
				{ name: 'value', constraint: 'rJ', expression: operand },
				{ name: 'cell', constraint: 'r', expression: held.address },
			];
			return asmValue(template, cell.type, inputs, ['memory'], context);
		});
	};

/**
 * One `lr`/`sc` loop that obeys [UNPRIV] "Eventual Success of Store-Conditional Instructions": acquire
 * on the `lr`, release on the `sc`, nothing else between them but the comparison.
 */
const compareExchange: Intrinsic = (call, context) => {
	const cell = cellOf(call, context);
	const ordering = literalText(call, 3, 'An ordering', context);
	if (!cell || !ordering) return broken;
	const expected = operand(call, 1, cell.type, context);
	const desired = operand(call, 2, cell.type, context);
	if (expected.type.kind === 'error' || desired.type.kind === 'error') return broken;
	return withCell(cell, [expected, desired], context, (held, [from = expected, to = desired]) =>
		context.modules.target === 'host'
			? hostCompareExchange(held, from, to, ordering, context)
			: loadReservedLoop(held, from, to, ordering, context),
	);
};

function loadReservedLoop(
	cell: Cell,
	from: c.Expression,
	to: c.Expression,
	ordering: string,
	context: Context,
): c.Expression {
	const old = context.temporary();
	const failed = context.temporary();
	const wanted = context.temporary();
	const acquire = ordering === 'acquire' || ordering === 'acqRel' ? '.aq' : '';
	const release = ordering === 'release' || ordering === 'acqRel' ? '.rl' : '';
	// `lr.w` sign-extends what it loads, and gcc leaves the upper half of a narrow operand open.
	const isNarrow = cell.width === 'w';
	const held = c.name(wanted, cell.type);
	const widened = isNarrow ? c.cast(integers.i64, c.cast(integers.i32, held)) : held;
	const template = [
		`0: lr.${cell.width}${acquire} %[old],(%[cell])`,
		'bne %[old],%z[expected],1f',
		`sc.${cell.width}${release} %[failed],%z[desired],(%[cell])`,
		'bnez %[failed],0b',
		'1:',
	].join('\n');
	return c.sequence(
		[
			c.declare(old, cell.type),
			c.declare(failed, cell.type),
			c.declare(wanted, cell.type, from),
			c.evaluate({
				kind: 'asm',
				template,
				outputs: [
					{ name: 'old', constraint: '=&r', expression: c.name(old, cell.type) },
					{ name: 'failed', constraint: '=&r', expression: c.name(failed, cell.type) },
				],
				inputs: [
					{
						name: 'cell',
						constraint: 'r',
						expression: cell.address,
					},
					{ name: 'expected', constraint: 'rJ', expression: widened },
					{ name: 'desired', constraint: 'rJ', expression: to },
				],
				clobbers: ['memory'],
				type: voidType,
			}),
		],
		c.binary('==', c.name(old, cell.type), c.name(wanted, cell.type), booleanType),
	);
}

function hostCompareExchange(
	cell: Cell,
	from: c.Expression,
	to: c.Expression,
	ordering: string,
	context: Context,
): c.Expression {
	const wanted = context.temporary();
	const failure =
		ordering === 'acquire' || ordering === 'acqRel' ? '__ATOMIC_ACQUIRE' : '__ATOMIC_RELAXED';
	return c.sequence(
		[c.declare(wanted, cell.type, from)],
		c.runtime(
			'__atomic_compare_exchange_n',
			[
				cell.address,
				c.address(c.name(wanted, cell.type), pointerTo(cell.type)),
				to,
				c.boolean(false),
				symbol(models[ordering] ?? ''),
				symbol(failure),
			],
			booleanType,
		),
	);
}

const fence: Intrinsic = (call, context) => {
	const predecessor = literalText(call, 0, 'A fence set', context);
	const successor = literalText(call, 1, 'A fence set', context);
	if (!predecessor || !successor) return broken;
	if (context.modules.target === 'host')
		return c.runtime('__atomic_thread_fence', [symbol('__ATOMIC_SEQ_CST')], voidType);
	return fenceAsm(predecessor, successor);
};

export const atomic: Readonly<Record<string, Intrinsic>> = {
	atomic: (call, context) => context.report(d.notOneConstant(call, 'atomic')),
	load,
	store,
	swap: readModifyWrite('amoswap', 'exchange_n'),
	compareExchange,
	fetchAdd: readModifyWrite('amoadd', 'fetch_add'),
	fetchAnd: readModifyWrite('amoand', 'fetch_and'),
	fetchOr: readModifyWrite('amoor', 'fetch_or'),
	fetchXor: readModifyWrite('amoxor', 'fetch_xor'),
	fence,
};
