import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { sliceStart } from '../lower/access.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerValue } from '../lower/expression.ts';
import { enumOf } from '../types/enum-type.ts';
import { booleanType, integers, stringType, voidType } from '../types/machine-type.ts';
import { literalText } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

/** One piece of a template: text, or how the next value is shown. */
type Piece =
	| { readonly text: string }
	| { readonly base: bigint; readonly width: bigint; readonly hasZeros: boolean };

const bases: Readonly<Record<string, bigint>> = { '': 10n, x: 16n, o: 8n, b: 2n };

/** Takes a template apart; undefined if a brace does not fit. */
function piecesOf(template: string): readonly Piece[] | undefined {
	const pieces: Piece[] = [];
	for (const part of template.split(/(\{\{|\}\}|\{[^{}]*\})/)) {
		const hole = /^\{(?::(0?)(\d*)([xob]?))?\}$/.exec(part);
		if (hole) {
			const [, zero = '', width = '', base = ''] = hole;
			pieces.push({ base: bases[base] ?? 10n, width: BigInt(width || 0), hasZeros: zero !== '' });
		} else if (part === '{{' || part === '}}') pieces.push({ text: part.slice(1) });
		else if (/[{}]/.test(part)) return undefined;
		else if (part !== '') pieces.push({ text: part });
	}
	return pieces;
}

const word = (value: bigint) => c.literal(value, integers.u32);

/** `print(template, …values)`: calls of kernel/platform/format.ts, one for each piece. */
const print: Intrinsic = (call, context) => {
	const template = literalText(call, 0, 'A template', context);
	if (template === undefined) return broken;
	const pieces = piecesOf(template);
	const values = call.arguments.slice(1);
	const holes = pieces?.filter(piece => !('text' in piece)).length;
	if (!pieces || holes !== values.length) {
		return context.report(d.wrongTemplate(call.arguments[0] ?? call, values.length));
	}
	declareTargets(context);
	// All values first: what they print or change themselves comes before this line.
	const statements: c.Statement[] = [];
	const held = values.map(value => hold(value, statements, context));
	statements.push(invoke('printBegin', []));
	let next = 0;
	for (const piece of pieces) {
		if ('text' in piece) {
			statements.push(invoke('printText', [c.string(piece.text), word(0n)]));
			continue;
		}
		const node = values[next];
		const value = held[next++];
		if (node && value) statements.push(...show(node, value, piece, context));
	}
	statements.push(invoke('printEnd', []));
	return c.sequence(statements);
};

function declareTargets({ modules }: Context): void {
	const declare = (name: string, parameters: readonly c.Expression['type'][]) => {
		if (modules.defines(name)) return;
		modules.externals.set(name, {
			kind: 'function',
			parameters,
			result: voidType,
			nullable: false,
		});
	};
	declare('printBegin', []);
	declare('printEnd', []);
	declare('printText', [stringType, integers.u32]);
	declare('printInteger', [integers.u64, booleanType, integers.u32, integers.u32, booleanType]);
}

const invoke = (name: string, operands: readonly c.Expression[]): c.Statement => {
	const callee: c.Expression = {
		kind: 'function',
		name,
		type: {
			kind: 'function',
			parameters: operands.map(operand => operand.type),
			result: voidType,
			nullable: false,
		},
	};
	return c.evaluate(c.call(callee, operands, voidType));
};

function hold(node: ts.Expression, statements: c.Statement[], context: Context): c.Expression {
	const member = context.symbolOf(node)?.valueDeclaration;
	if (member && ts.isEnumMember(member)) return c.string(member.name.getText());
	const value = lowerValue(node, context);
	if (value.type.kind === 'error') return broken;
	if (value.kind === 'literal' && value.type.kind === 'constant') {
		return context.report(d.undecidedConstant(node, value.value));
	}
	const name = context.temporary();
	statements.push(c.declare(name, value.type, value));
	return c.name(name, value.type, true);
}

function show(
	node: ts.Expression,
	value: c.Expression,
	{ base, width, hasZeros }: Exclude<Piece, { text: string }>,
	context: Context,
): readonly c.Statement[] {
	const text = (of: c.Expression) => invoke('printText', [of, word(width)]);
	const integer = (magnitude: c.Expression, isNegative: c.Expression, inBase: bigint) =>
		invoke('printInteger', [
			c.cast(integers.u64, magnitude),
			isNegative,
			word(inBase),
			word(width),
			c.boolean(hasZeros),
		]);
	switch (value.type.kind) {
		case 'error':
			return [];
		case 'boolean':
			return [
				text({
					kind: 'conditional',
					condition: value,
					whenTrue: c.string('true'),
					whenFalse: c.string('false'),
					type: stringType,
				}),
			];
		case 'string':
			return [text(value)];
		case 'slice':
			if (value.type.element.kind !== 'integer' || value.type.element.bits !== 8) break;
			return textOf(value, text, context);
		case 'pointer':
		case 'function':
			return [
				invoke('printText', [c.string('0x'), word(0n)]),
				integer(c.cast(integers.usize, value), c.boolean(false), 16n),
			];
		case 'integer': {
			const number = showInteger(value, value.type.signed, value.type.bits, base, integer);
			return base === 10n ? showEnum(node, value, number, text, context) : [number];
		}
	}
	context.report(d.operandNotInteger(node, 'print', value.type));
	return [];
}

/** The bytes of a slice as text. */
function textOf(
	slice: c.Expression,
	text: (of: c.Expression) => c.Statement,
	context: Context,
): readonly c.Statement[] {
	const name = context.temporary();
	const fields = [
		['bytes', sliceStart(slice, integers.u8)],
		['length', c.member(slice, 'length', integers.u64)],
	] as const;
	const initial: c.Expression = { kind: 'initializer', fields, type: stringType };
	return [c.declare(name, stringType, initial), text(c.name(name, stringType))];
}

/** Signed numbers have a minus sign in decimal only; other bases show the bits. */
function showInteger(
	value: c.Expression,
	isSigned: boolean,
	bits: number,
	base: bigint,
	integer: (magnitude: c.Expression, isNegative: c.Expression, inBase: bigint) => c.Statement,
): c.Statement {
	if (!isSigned) return integer(value, c.boolean(false), base);
	if (base !== 10n) {
		const unsigned =
			{ 8: integers.u8, 16: integers.u16, 32: integers.u32, 64: integers.u64 }[bits] ??
			integers.u64;
		return integer(c.cast(unsigned, value), c.boolean(false), base);
	}
	const wide = c.cast(integers.u64, c.cast(integers.i64, value));
	const isNegative = c.binary('<', value, c.literal(0n, value.type), booleanType);
	const negated = c.binary('-', c.literal(0n, integers.u64), wide, integers.u64);
	const magnitude: c.Expression = {
		kind: 'conditional',
		condition: isNegative,
		whenTrue: negated,
		whenFalse: wide,
		type: integers.u64,
	};
	return integer(magnitude, isNegative, base);
}

/** The member's name if the value has an enum's type; a value without a name stays a number. */
function showEnum(
	node: ts.Expression,
	value: c.Expression,
	number: c.Statement,
	text: (of: c.Expression) => c.Statement,
	context: Context,
): readonly c.Statement[] {
	const declaration = enumOf(context.checker.getTypeAtLocation(node));
	if (!declaration) return [number];
	const seen = new Set<bigint>();
	const clauses = declaration.members.flatMap((member): c.Clause[] => {
		const constant = context.modules.enumMember(member);
		if (constant.kind !== 'literal' || seen.has(constant.value)) return [];
		seen.add(constant.value);
		const statements: readonly c.Statement[] = [
			text(c.string(member.name.getText())),
			{ kind: 'break' },
		];
		return [{ value: c.literal(constant.value, value.type), statements }];
	});
	return [
		{ kind: 'switch', value, clauses: [...clauses, { value: undefined, statements: [number] }] },
	];
}

export const format: Readonly<Record<string, Intrinsic>> = { print };
