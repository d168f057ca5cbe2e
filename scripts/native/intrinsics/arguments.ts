import ts from 'typescript';
import * as c from '../c/ast.ts';
import * as d from '../diagnostics.ts';
import type { Context } from '../lower/context.ts';
import type { MachineType } from '../types/machine-type.ts';

/** The text of an argument that must be a literal. */
export function literalText(
	call: ts.CallExpression,
	index: number,
	what: string,
	context: Context,
): string | undefined {
	const argument = call.arguments[index];
	if (argument && ts.isStringLiteralLike(argument)) return argument.text;
	if (argument) context.report(d.literalWanted(argument, what));
	return undefined;
}

/** The type argument `T` of a call like `sizeOf<T>()`. */
export function typeArgument(call: ts.CallExpression, context: Context): MachineType | undefined {
	const node = call.typeArguments?.[0];
	if (node) return context.resolver.storage(node, context.environment);
	context.report(d.typeArgumentWanted(call, call.expression.getText()));
	return undefined;
}

/** An `asm` that leaves its result in a register. */
export function asmValue(
	template: string,
	type: MachineType,
	inputs: readonly c.AsmOperand[],
	clobbers: readonly string[],
	context: Context,
): c.Expression {
	const name = context.temporary();
	const result = c.name(name, type);
	return c.sequence(
		[
			c.declare(name, type),
			c.evaluate({
				kind: 'asm',
				template,
				outputs: [{ name: 'result', constraint: '=r', expression: result }],
				inputs,
				clobbers,
				type,
			}),
		],
		result,
	);
}
