import type ts from 'typescript';
import type * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import { broken, type Context } from '../lower/context.ts';
import { lowerAs } from '../lower/expression.ts';
import { integers, voidType } from '../types/machine-type.ts';
import { asmValue, literalText } from './arguments.ts';
import type { Intrinsic } from './intrinsics.ts';

function csrName(call: ts.CallExpression, context: Context): string | undefined {
	if (context.modules.target === 'host') {
		context.report(d.hardwareOnly(call, 'A CSR'));
		return undefined;
	}
	return literalText(call, 0, 'A CSR', context);
}

const read: Intrinsic = (call, context) => {
	const name = csrName(call, context);
	return name
		? asmValue(`csrr %[result],${name}`, integers.usize, [], ['memory'], context)
		: broken;
};

const operandOf = (call: ts.CallExpression, context: Context): c.AsmOperand | undefined => {
	const argument = call.arguments[1];
	const expression = argument && lowerAs(argument, context, integers.usize);
	if (!expression || expression.type.kind === 'error') return undefined;
	return { name: 'value', constraint: 'rK', expression };
};

const write: Intrinsic = (call, context) => {
	const name = csrName(call, context);
	const value = operandOf(call, context);
	if (!name || !value) return broken;
	return {
		kind: 'asm',
		template: `csrw ${name},%[value]`,
		outputs: [],
		inputs: [value],
		clobbers: ['memory'],
		type: voidType,
	};
};

const exchange =
	(instruction: string): Intrinsic =>
	(call, context) => {
		const name = csrName(call, context);
		const value = operandOf(call, context);
		if (!name || !value) return broken;
		return asmValue(
			`${instruction} %[result],${name},%[value]`,
			integers.usize,
			[value],
			['memory'],
			context,
		);
	};

export const csr: Readonly<Record<string, Intrinsic>> = {
	readCsr: read,
	writeCsr: write,
	swapCsr: exchange('csrrw'),
	setCsr: exchange('csrrs'),
	clearCsr: exchange('csrrc'),
};
