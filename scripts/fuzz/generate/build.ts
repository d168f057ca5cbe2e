/** Short ways to write parts of the tree. */

import type { Expression, Operand, Place, Variable } from '../nodes.ts';
import { shapeOf } from '../nodes.ts';
import { type Integer, isScalar, type Scalar } from '../shapes.ts';
import type { Pattern, Statement } from '../tree.ts';

export const at = (variable: Variable): Place => ({ kind: 'variable', variable });

/** What a scalar place holds. */
export function read(place: Place): Expression {
	const shape = shapeOf(place);
	return { kind: 'read', type: isScalar(shape) ? shape : 'u32', place };
}

export const readOf = (variable: Variable): Expression => read(at(variable));

/** A literal that takes its type from what is around it. */
export const literal = (type: Scalar, value: bigint | number): Expression => ({
	...{ kind: 'constant', type, text: `${value}`, value: BigInt(value), isOpen: true },
});

export const convert = (type: Integer, operand: Expression): Expression => ({
	...{ kind: 'convert', type, operand },
});

export const field = (object: Place, name: string, shape: Variable['shape']): Place => ({
	...{ kind: 'field', object, name, shape },
});

export const element = (array: Place, index: Expression, shape: Variable['shape']): Place => ({
	...{ kind: 'element', array, index, shape },
});

export const reference = (place: Place): Operand => ({ kind: 'reference', place });

/** Reads and changes a variable of a loop in one expression. */
export function changes(pattern: Pattern): Statement[] {
	const shape = pattern.kind === 'name' && pattern.variable.shape;
	if (pattern.kind !== 'name' || !shape || !isScalar(shape) || shape === 'boolean') return [];
	const type = shape;
	const place = at(pattern.variable);
	const right: Expression = {
		...{ kind: 'compound', operator: '^', type, place, value: literal(type, 5) },
	};
	const left = readOf(pattern.variable);
	const sum: Expression = { kind: 'binary', operator: '+', type, left, right };
	return [{ kind: 'note', expression: sum }];
}
