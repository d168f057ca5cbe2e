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
	for (let i = 2; i < call.arguments.length; i++)
		clobbers.push(literalText(call, i, 'A clobber', context) ?? '');
	const node = call.typeArguments?.[0];
	const type = node ? context.resolver.value(node, context.environment) : voidType;
	if (!fitsRegister(type) && type.kind !== 'void' && type.kind !== 'never')
		return context.report(d.notARegister(node ?? call, type));
	if (type.kind === 'error' || inputs.some(input => input.expression.type.kind === 'error'))
		return broken;
	const names = new Set(inputs.map(input => input.name));
	if (type.kind !== 'void' && type.kind !== 'never') names.add('result');
	const converted = text.replaceAll('%', '%%').replaceAll(/\{(\w+)\}/g, (_match, name: string) => {
		if (!names.has(name)) context.report(d.unknownOperand(call, name));
		return `%[${name}]`;
	});
	if (names.has('result')) return asmValue(converted, type, inputs, clobbers, context);
	const asm: c.Expression = {
		kind: 'asm',
		template: converted,
		outputs: [],
		inputs,
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
		if (!value || !property.name) return [];
		const expression = ts.isShorthandPropertyAssignment(property)
			? shorthand(property, context)
			: lowerValue(value, context);
		if (expression.type.kind === 'constant' && expression.kind === 'literal') {
			context.report(d.undecidedConstant(value, expression.value));
			return [];
		}
		if (!fitsRegister(expression.type)) {
			const reported = context.report(d.notARegister(value, expression.type));
			return [{ name: property.name.getText(), constraint: 'r', expression: reported }];
		}
		return [
			{ name: property.name.getText(), constraint: 'r', expression: wholeRegister(expression) },
		];
	});
}

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
