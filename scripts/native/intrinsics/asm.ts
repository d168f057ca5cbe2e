import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerValue } from '../lower/expression.ts';
import {
	integers,
	isPlace,
	type MachineType,
	type StructType,
	voidType,
} from '../types/machine-type.ts';
import { literalText } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

const template: Intrinsic = (call, context) => {
	const node = call.typeArguments?.[0];
	const stored = node ? context.resolver.storage(node, context.environment) : voidType;
	if (isPlace(stored)) return context.report(d.needsStorage(call, stored));
	const parts = partsOf(call, context);
	if (!parts) return broken;
	if (stored.kind === 'error') return broken;
	if (stored.kind === 'void' || stored.kind === 'never') {
		const asm = assembled(call, parts, [], voidType, context);
		if (stored.kind === 'void') return asm;
		const unreachable = c.runtime('__builtin_unreachable', [], voidType);
		return c.retyped(c.sequence([c.evaluate(asm), c.evaluate(unreachable)]), stored);
	}
	if (!fitsRegister(stored)) return context.report(d.notARegister(node ?? call, stored));
	const result = c.name(context.temporary(), stored);
	const output = { name: 'result', constraint: '=r', expression: result };
	const asm = assembled(call, parts, [output], stored, context);
	return c.sequence([c.declare(nameOf(result), stored), c.evaluate(asm)], result);
};

/** `const both = asm<Structure>(…)`: each field is an output, by its name. */
export function lowerAsmStructure(
	call: ts.CallExpression,
	type: StructType,
	context: Context,
): c.Expression {
	const parts = partsOf(call, context);
	if (!parts) return broken;
	const fields = type.fields().map(field => {
		if (!fitsRegister(field.type)) context.report(d.notARegister(call, field.type));
		return [field.name, c.name(context.temporary(), field.type)] as const;
	});
	// Written while inputs are still needed: `&` keeps them in registers of their own.
	const outputs = fields.map(([name, expression]) => ({ name, constraint: '=&r', expression }));
	const asm = assembled(call, parts, outputs, voidType, context);
	const whole = context.temporary();
	return c.sequence(
		[
			...fields.map(([, value]) => c.declare(nameOf(value), value.type)),
			c.evaluate(asm),
			c.declare(whole, type, { kind: 'initializer', fields, type }),
		],
		c.name(whole, type),
	);
}

const nameOf = (expression: c.Expression) => (expression.kind === 'name' ? expression.name : '');

interface Parts {
	readonly text: string;
	readonly inputs: readonly c.AsmOperand[];
	readonly clobbers: readonly string[];
}

function partsOf(call: ts.CallExpression, context: Context): Parts | undefined {
	if (context.modules.target === 'host') {
		context.report(d.hardwareOnly(call, 'Assembly'));
		return undefined;
	}
	const text = literalText(call, 0, 'An assembly template', context);
	if (text === undefined) return undefined;
	const inputs = inputsOf(call, context);
	const clobbers: string[] = [];
	for (let i = 2; i < call.arguments.length; i++) {
		const clobber = literalText(call, i, 'A clobber', context) ?? 'memory';
		if (isClobber(clobber)) clobbers.push(clobber);
		else context.report(d.unknownClobber(call.arguments[i] ?? call, clobber));
	}
	const isBroken = inputs.some(input => input.expression.type.kind === 'error');
	return isBroken ? undefined : { text, inputs, clobbers };
}

function assembled(
	call: ts.CallExpression,
	{ text, inputs, clobbers }: Parts,
	outputs: readonly c.AsmOperand[],
	type: MachineType,
	context: Context,
): c.Expression {
	const names = new Set([...inputs, ...outputs].map(operand => operand.name));
	const twice = outputs.find(({ name }) => inputs.some(input => input.name === name));
	if (twice) return context.report(d.operandNamedResult(call, twice.name));
	const count = names.size + clobbers.filter(clobber => integerRegister.test(clobber)).length;
	if (count > mostRegisters) return context.report(d.tooManyRegisters(call, count, mostRegisters));
	const template = text.replaceAll('%', '%%').replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
		if (!names.has(name)) context.report(d.unknownOperand(call, name));
		return `%[${operandName(name)}]`;
	});
	const named = (operands: readonly c.AsmOperand[]) =>
		operands.map(operand => ({ ...operand, name: operandName(operand.name) }));
	return { kind: 'asm', template, outputs: named(outputs), inputs: named(inputs), clobbers, type };
}

function inputsOf(call: ts.CallExpression, context: Context): c.AsmOperand[] {
	const argument = call.arguments[1];
	if (!argument) return [];
	if (!ts.isObjectLiteralExpression(argument)) {
		context.report(d.literalWanted(argument, `The object of inputs`));
		return [];
	}
	return argument.properties.flatMap(property => {
		const value = ts.isPropertyAssignment(property)
			? property.initializer
			: ts.isShorthandPropertyAssignment(property)
				? property.name
				: undefined;
		if (!value || !property.name || !ts.isIdentifier(property.name)) return [];
		const { text: name } = property.name;
		const expression = lowerValue(value, context);
		if (expression.type.kind === 'constant' && expression.kind === 'literal') {
			context.report(d.undecidedConstant(value, expression.value));
			return [];
		}
		if (!fitsRegister(expression.type)) {
			const reported = context.report(d.notARegister(value, expression.type));
			return [{ name, constraint: 'r', expression: reported }];
		}
		return [{ name, constraint: 'r', expression: wholeRegister(expression) }];
	});
}

const integerRegister = /^(x[1-9]|x[12]\d|x3[01]|ra|t[0-6]|s\d|s1[01]|fp|a[0-7])$/;
const floatRegister = /^(f[12]?\d|f3[01]|ft\d|ft1[01]|fs\d|fs1[01]|fa[0-7])$/;

/** Registers that gcc can give to operands and clobbers of one `asm`: all but zero, sp, gp, tp and a frame pointer. */
const mostRegisters = 27;

/** x2, x3 and x4 are sp, gp and tp. */
const isClobber = (name: string): boolean =>
	name === 'memory' ||
	floatRegister.test(name) ||
	(integerRegister.test(name) && !/^x[234]$/.test(name));

/** What an operand is called in C, where `int` is no name. */
const operandName = (name: string) => (name === 'result' ? name : `${name}_`);

const fitsRegister = (type: MachineType) =>
	['integer', 'boolean', 'pointer', 'function', 'error'].includes(type.kind);

/** A narrow value fills its register: gcc would leave the upper bits open. */
function wholeRegister(value: c.Expression): c.Expression {
	if (value.type.kind === 'boolean') return c.cast(integers.u64, value);
	if (value.type.kind !== 'integer' || value.type.bits === 64) return value;
	return c.cast(value.type.signed ? integers.i64 : integers.u64, value);
}

export const asm: Readonly<Record<string, Intrinsic>> = { asm: template };
