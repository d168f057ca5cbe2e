import * as c from '../c/ast.ts';
import type { FunctionType } from '../types/machine-type.ts';

/**
 * A function of type `expected` that calls `target` without the arguments which that does not take:
 * C leaves a call through a pointer of another type undefined ([C11] 6.3.2.3).
 */
export function lowerAdapter(
	symbol: string,
	target: string,
	type: FunctionType,
	expected: FunctionType,
	position: c.Position,
): c.FunctionUnit {
	const parameters = expected.parameters.map((of, i) => ({ name: `a${i}`, type: of }));
	const operands = parameters
		.slice(0, type.parameters.length)
		.map(parameter => c.name(parameter.name, parameter.type));
	const call = c.call({ kind: 'function', name: target, type }, operands, type.result);
	const isVoid = expected.result.kind === 'void';
	return {
		symbol,
		name: target,
		position,
		parameters,
		type: { ...expected, nullable: false },
		isExternal: false,
		body: [isVoid ? c.evaluate(call) : { kind: 'return', value: call }],
	};
}
