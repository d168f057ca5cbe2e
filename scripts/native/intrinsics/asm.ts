import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerValue } from '../lower/expression.ts';
import { integers, type MachineType, voidType } from '../types/machine-type.ts';
import { asmValue, literalText } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

const template: Intrinsic = (call, context) => {
	if (context.modules.target === 'host') return context.report(d.hardwareOnly(call, 'Assembly'));
	const text = literalText(call, 0, 'An assembly template', context);
	if (text === undefined) return broken;
	const inputs = inputsOf(call, context);
	const clobbers: string[] = [];
	for (let i = 2; i < call.arguments.length; i++) {
		const clobber = literalText(call, i, 'A clobber', context) ?? 'memory';
		if (isClobber(clobber)) clobbers.push(clobber);
		else context.report(d.unknownClobber(call.arguments[i] ?? call, clobber));
	}
	const node = call.typeArguments?.[0];
	const type = node ? context.resolver.value(node, context.environment) : voidType;
	if (!fitsRegister(type) && type.kind !== 'void' && type.kind !== 'never')
		return context.report(d.notARegister(node ?? call, type));
	if (type.kind === 'error' || inputs.some(input => input.expression.type.kind === 'error'))
		return broken;
	const names = new Set(inputs.map(input => input.name));
	const hasResult = type.kind !== 'void' && type.kind !== 'never';
	if (hasResult && names.has('result')) return context.report(d.operandNamedResult(call));
	if (hasResult) names.add('result');
	const count = names.size + clobbers.filter(clobber => integerRegister.test(clobber)).length;
	if (count > mostRegisters) return context.report(d.tooManyRegisters(call, count, mostRegisters));
	const converted = text.replaceAll('%', '%%').replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
		if (!names.has(name)) context.report(d.unknownOperand(call, name));
		return `%[${operandName(name)}]`;
	});
	const operands = inputs.map(input => ({ ...input, name: operandName(input.name) }));
	if (hasResult) return asmValue(converted, type, operands, clobbers, context);
	const asm: c.Expression = {
		kind: 'asm',
		template: converted,
		outputs: [],
		inputs: operands,
		clobbers,
		type: voidType,
	};
	if (type.kind !== 'never') return asm;
	return c.retyped(
		c.sequence([c.evaluate(asm), c.evaluate(c.runtime('__builtin_unreachable', [], voidType))]),
		type,
	);
};

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
		const expression = ts.isShorthandPropertyAssignment(property)
			? shorthand(property, context)
			: lowerValue(value, context);
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

/** `{ value }`: the name stands for the variable, not for the property. */
function shorthand(property: ts.ShorthandPropertyAssignment, context: Context): c.Expression {
	const symbol = context.checker.getShorthandAssignmentValueSymbol(property);
	const local = symbol && context.locals.get(symbol);
	if (local) return context.asValue(local.expression);
	const declaration = symbol?.valueDeclaration;
	if (declaration && ts.isVariableDeclaration(declaration)) {
		return context.asValue(context.modules.variableOf(declaration, symbol));
	}
	return context.report(d.unknownName(property.name, property.name.text));
}

export const asm: Readonly<Record<string, Intrinsic>> = { asm: template };
